package org.portevoix.participation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far those who take part are from those who live there: the index of dissimilarity (O. D. Duncan and B. Duncan, American
 * Sociological Review 20, 1955), ½ × Σ |share of the participations − share of the population| × 100. Unit: participations
 * of 100 that would have to come from another group for both to be alike; 0 is alike.
 *
 * <p>Limits: those who say nothing of themselves are left out, so it is refused where they are more than {@link
 * #MOST_UNKNOWN} of all, or where fewer than {@link #LEAST_KNOWN} participations are known. Self-chosen participants are no
 * survey.
 */
public record Gap(@Nullable Double value, @Nullable Refusal because, long known, long unknown) {

    /** No score under this many participations of which the group is known. */
    public static final long LEAST_KNOWN = 100;

    /** No score where more than this share says nothing. */
    public static final double MOST_UNKNOWN = 0.3;

    private static final double PERCENT = 100;

    /** A group: its participations, null where they are hidden; its inhabitants, null where they aren't known. */
    public record Group(@Nullable Long acts, @Nullable Long population) {}

    /** {@code unknown}: participations that no group has; null where they are hidden. */
    public static Gap of(List<Group> groups, @Nullable Long unknown) {
        long known = groups.stream().mapToLong(group -> or(group.acts())).sum();
        Refusal because = refusal(groups, known, unknown);
        return new Gap(because == null ? value(groups, known) : null, because, known, or(unknown));
    }

    private static @Nullable Refusal refusal(List<Group> groups, long known, @Nullable Long unknown) {
        if (groups.isEmpty() || groups.stream().anyMatch(group -> or(group.population()) <= 0)) {
            return Refusal.POPULATION_UNKNOWN;
        }
        if (unknown == null || groups.stream().anyMatch(group -> group.acts() == null)) {
            return Refusal.HIDDEN;
        }
        if (known < LEAST_KNOWN) {
            return Refusal.TOO_FEW;
        }
        return unknown > MOST_UNKNOWN * (known + unknown) ? Refusal.TOO_MANY_UNKNOWN : null;
    }

    private static double value(List<Group> groups, long known) {
        long population =
                groups.stream().mapToLong(group -> or(group.population())).sum();
        double apart = 0;
        for (Group group : groups) {
            apart += Math.abs((double) or(group.acts()) / known - (double) or(group.population()) / population);
        }
        return PERCENT * apart / 2;
    }

    private static long or(@Nullable Long value) {
        return value == null ? 0 : value;
    }
}
