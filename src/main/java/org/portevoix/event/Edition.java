package org.portevoix.event;

import io.micronaut.core.annotation.Introspected;
import org.jspecify.annotations.Nullable;

/**
 * Another edition of an event, before it or after it.
 *
 * @param reportText what was said and asked there; null while nobody has written it
 */
@Introspected
record Edition(
        long id, String slug, long titleText, @Nullable Long reportText) {}
