package org.portevoix.participation;

import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * A sum of the ledger's lines. {@code count}: with corrections taken off; {@code moved}: what lines added and took off, both
 * counted.
 */
record CubeCell(
        Dimension dimension,
        String category,
        YearMonth month,
        Act act,
        @Nullable ParticipationLevel level,
        boolean isSensitive,
        long count,
        long moved) {

    /** A head-count of a sensitive session is protected as acts are. */
    boolean isHeads() {
        return act == Act.HEAD_COUNT && !isSensitive;
    }

    /** Before the separator of a pair. */
    String first() {
        int at = category.indexOf(Dimension.SEPARATOR);
        return at < 0 ? category : category.substring(0, at);
    }

    /** After the separator of a pair. */
    String second() {
        int at = category.indexOf(Dimension.SEPARATOR);
        return at < 0 ? "" : category.substring(at + 1);
    }
}
