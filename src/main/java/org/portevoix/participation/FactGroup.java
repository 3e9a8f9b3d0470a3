package org.portevoix.participation;

import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * How many acts of the ledger are alike: of one month, act, action and channel, and of one category of a dimension.
 *
 * @param level null for all levels
 * @param isHeads heads counted in a room that is not sensitive
 * @param sheet the id of the action sheet, null where it is on none
 * @param isSensitive whether any of them is
 */
record FactGroup(
        Dimension dimension,
        String category,
        @Nullable ParticipationLevel level,
        YearMonth month,
        Act act,
        boolean isHeads,
        @Nullable Long sheet,
        Channel channel,
        boolean isSensitive,
        long count) {}
