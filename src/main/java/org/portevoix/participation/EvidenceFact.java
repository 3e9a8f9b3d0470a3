package org.portevoix.participation;

import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * A line of the facts behind figures, as it was frozen: acts alike, of which there were at least so many.
 *
 * @param cut by what they are told apart besides: total where by nothing else
 * @param level null for all levels
 * @param sheet the id of the action sheet, null where it is on no published one
 */
record EvidenceFact(
        Cut cut,
        String category,
        @Nullable ParticipationLevel level,
        YearMonth month,
        Act act,
        @Nullable Long sheet,
        String action,
        String axis,
        Channel channel,
        boolean isHeads,
        long atLeast) {

    String levelKey() {
        return level == null ? Cut.ALL : level.key();
    }
}
