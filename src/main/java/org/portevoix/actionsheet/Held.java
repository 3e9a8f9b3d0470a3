package org.portevoix.actionsheet;

import io.micronaut.core.annotation.Introspected;

/** A neighbourhood in which an action is held, or stronger. */
@Introspected
record Held(long actionSheetId, long neighbourhoodId, boolean isHeld, boolean isStronger) {}
