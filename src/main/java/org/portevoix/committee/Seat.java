package org.portevoix.committee;

import io.micronaut.core.annotation.Introspected;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A seat in a body: a place, never a person.
 *
 * @param endedOn from when it is nobody's; null while it is there
 * @param partnerId the partner whose seat it is; null of another's, and where nobody said which partner
 */
@Introspected
record Seat(
        long id,
        long bodyId,
        String slug,
        Holder holder,
        long labelText,
        @Nullable LocalDate endedOn,
        @Nullable Long partnerId) {

    boolean isKept() {
        return endedOn == null;
    }
}
