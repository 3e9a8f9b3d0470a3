package org.portevoix.participation;

import java.time.Instant;
import java.util.List;

/** The public figures of a contract as they were frozen at one time. {@code number} counts from 1 in each contract; 0: no line yet. */
record Edition(
        long id, long contractId, int number, Instant asOf, long actCount, long headCount, List<EditionCell> cells) {

    static Edition empty(long contractId, Instant now) {
        return new Edition(0, contractId, 0, now, 0, 0, List.of());
    }

    boolean isEmpty() {
        return number == 0;
    }
}
