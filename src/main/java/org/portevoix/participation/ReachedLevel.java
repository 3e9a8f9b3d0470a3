package org.portevoix.participation;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The level that an action reached: the highest with dated evidence from at least as many residents as its plan names ({@link
 * #DEFAULT_COUNT} where it names none). Level 2 counts only once a reply is published; level 5, as soon as one seat is
 * occupied at one meeting. Evidence that small cells hide counts for nothing. Always shown in three columns (aimed at, acts
 * received, promise kept) with the distribution, never alone.
 *
 * <p>Source: the ledger; the plan of the action sheet. Limits: participations and not people.
 */
public final class ReachedLevel {
    /** How many residents are enough where the plan doesn't say. */
    public static final int DEFAULT_COUNT = 5;

    private ReachedLevel() {}

    /**
     * @param evidence participations by level, null where hidden; a level that is not there has none
     * @param planned how many residents the plan names
     * @param isAnswered whether a reply is published
     * @param seats occupied by residents
     * @return null where no level is reached
     */
    public static @Nullable ParticipationLevel of(
            Map<ParticipationLevel, @Nullable Long> evidence,
            @Nullable Integer planned,
            boolean isAnswered,
            long seats) {
        if (seats > 0) {
            return ParticipationLevel.DECIDER;
        }
        long enough = planned == null || planned <= 0 ? DEFAULT_COUNT : planned;
        ParticipationLevel reached = null;
        for (ParticipationLevel level : ParticipationLevel.values()) {
            Long acts = evidence.get(level);
            boolean counts =
                    level != ParticipationLevel.DECIDER && (level != ParticipationLevel.CONSULTED || isAnswered);
            if (counts && acts != null && acts >= enough) {
                reached = level;
            }
        }
        return reached;
    }
}
