package org.portevoix.committee;

import io.micronaut.core.annotation.Introspected;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A seat in a body: a place, never a person.
 *
 * @param endedOn from when it is nobody's; null while it is there
 */
@Introspected
record Seat(
        long id,
        long bodyId,
        String slug,
        Holder holder,
        long labelText,
        @Nullable LocalDate endedOn) {

    boolean isKept() {
        return endedOn == null;
    }
}
