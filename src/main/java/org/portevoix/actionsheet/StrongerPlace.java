package org.portevoix.actionsheet;

import io.micronaut.core.annotation.Introspected;
import org.jspecify.annotations.Nullable;

/** A place where a proportionate sheet promises more; without one where it names none. */
@Introspected
record StrongerPlace(long actionSheetId, @Nullable Long neighbourhoodId) {}
