package org.portevoix.participation;

import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * The public figures of a contract as they were frozen at one time. {@code number} counts from 1 in each contract; 0: no line
 * yet. {@code hidden}: the names of the figures that don't show, decided when it was made.
 */
record Edition(
        long id,
        long contractId,
        int number,
        Instant asOf,
        long actCount,
        long headCount,
        List<EditionCell> cells,
        Set<String> hidden) {

    static Edition empty(long contractId, Instant now) {
        return new Edition(0, contractId, 0, now, 0, 0, List.of(), Set.of());
    }

    Edition hiding(Set<String> names) {
        return new Edition(id, contractId, number, asOf, actCount, headCount, cells, names);
    }

    boolean isEmpty() {
        return number == 0;
    }
}
