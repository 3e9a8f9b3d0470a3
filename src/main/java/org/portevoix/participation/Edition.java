package org.portevoix.participation;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The public figures of a contract as they were frozen at one time. {@code number} counts from 1 in each contract; 0: no line
 * yet. {@code hidden}: the names of the figures that don't show, decided when it was made. {@code sheets}: the action sheets that
 * were public then, by which its figures stay arranged; null while it is being made, in the empty one, and in those made
 * before sheets were kept.
 */
record Edition(
        long id,
        long contractId,
        int number,
        Instant asOf,
        long actCount,
        long headCount,
        List<EditionCell> cells,
        Set<String> hidden,
        @Nullable List<Listed> sheets) {
    /** An action sheet as it was public when an edition was made. */
    record Listed(long id, String slug, String axis, boolean isSensitive) {}

    static Edition empty(long contractId, Instant now) {
        return new Edition(0, contractId, 0, now, 0, 0, List.of(), Set.of(), null);
    }

    Edition with(List<EditionCell> counted) {
        return new Edition(id, contractId, number, asOf, actCount, headCount, counted, hidden, sheets);
    }

    Edition made(Set<String> hidden, @Nullable List<Listed> sheets) {
        return new Edition(id, contractId, number, asOf, actCount, headCount, cells, hidden, sheets);
    }

    boolean isEmpty() {
        return number == 0;
    }
}
