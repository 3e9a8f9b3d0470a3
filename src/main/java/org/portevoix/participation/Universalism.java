package org.portevoix.participation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Proportionate universalism (M. Marmot, Fair Society, Healthy Lives, 2010): for all, stronger where need is greater. Place by
 * place: need, sessions held, sessions per 1,000 inhabitants; and for each action that promises more somewhere, whether
 * more was seen there.
 *
 * <p>"Seen": at least one session was held in the places where more was promised, and there were more sessions per 1,000
 * inhabitants there than in the other places of known population. Source: sessions held, from the ledger; need and
 * population from the contract. Limits: it counts sessions, not what was done in them; where sessions of unknown place could
 * turn the answer, it can't be told.
 */
public final class Universalism {

    private Universalism() {}

    /** What was seen of a promise. */
    public enum Seen {
        SEEN,
        NOT_SEEN,
        /** See {@link Because}. */
        CANNOT_TELL
    }

    /** A place as the table shows it; {@code participations} null where hidden. */
    public record Line(
            String slug,
            @Nullable Double need,
            @Nullable Integer population,
            long sessions,
            @Nullable Double sessionsPerThousand,
            @Nullable Long participations,
            @Nullable PerThousand rate) {}

    public static Line line(
            String slug,
            @Nullable Double need,
            @Nullable Integer population,
            long sessions,
            @Nullable Long participations) {
        if (population == null || population <= 0) {
            return new Line(slug, need, population, sessions, null, participations, null);
        }
        return new Line(
                slug,
                need,
                population,
                sessions,
                PerThousand.of(sessions, population).value(),
                participations,
                participations == null ? null : PerThousand.of(participations, population));
    }

    /** Why nothing can be told of a promise. */
    public enum Because {
        /** The sheet names no place that is to have more. */
        NO_PLACE,
        /** The population of one of its places isn't known. */
        NO_POPULATION,
        /** There is no other place of known population to compare with. */
        NO_OTHER_PLACE,
        NO_SESSION,
        /** Sessions whose place isn't known are so many that they could turn the answer. */
        PLACES_UNKNOWN
    }

    /**
     * What was promised beside what was held.
     *
     * @param nowhere sessions whose place isn't known
     * @param because null where it can be told
     */
    public record Promise(
            Seen seen,
            @Nullable Because because,
            long here,
            long elsewhere,
            long nowhere,
            @Nullable Double hereRate,
            @Nullable Double elsewhereRate) {}

    /**
     * @param sessions of one action, by place; {@link Cut#UNKNOWN} and other towns are nowhere
     * @param populations by place, only where known
     * @param stronger the places where more was promised
     */
    public static Promise promise(Map<String, Long> sessions, Map<String, Integer> populations, Set<String> stronger) {
        List<String> others = new ArrayList<>(populations.keySet());
        others.removeAll(stronger);
        long here = sum(sessions, stronger);
        long elsewhere = sum(sessions, others);
        long nowhere = sum(sessions, List.of(Cut.UNKNOWN));
        boolean areKnown = populations.keySet().containsAll(stronger);
        long people = areKnown ? sum(populations, stronger) : 0;
        long otherPeople = sum(populations, others);
        boolean isMore = isMore(here, people, elsewhere + nowhere, otherPeople);
        Because because = null;
        if (stronger.isEmpty()) {
            because = Because.NO_PLACE;
        } else if (people == 0) {
            because = Because.NO_POPULATION;
        } else if (otherPeople == 0) {
            because = Because.NO_OTHER_PLACE;
        } else if (here + elsewhere + nowhere <= 0) {
            because = Because.NO_SESSION;
        } else if (isMore != isMore(here + nowhere, people, elsewhere, otherPeople)) {
            because = Because.PLACES_UNKNOWN;
        }
        return new Promise(
                because != null ? Seen.CANNOT_TELL : isMore ? Seen.SEEN : Seen.NOT_SEEN,
                because,
                here,
                elsewhere,
                nowhere,
                people == 0 ? null : PerThousand.of(here, people).value(),
                otherPeople == 0 ? null : PerThousand.of(elsewhere, otherPeople).value());
    }

    private static boolean isMore(long here, long people, long elsewhere, long otherPeople) {
        return here > 0 && here * otherPeople > elsewhere * people;
    }

    private static long sum(Map<String, ? extends Number> numbers, Collection<String> keys) {
        return keys.stream()
                .mapToLong(key -> {
                    Number found = numbers.get(key);
                    return found == null ? 0 : found.longValue();
                })
                .sum();
    }
}
