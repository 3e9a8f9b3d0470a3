package org.portevoix.participation;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether participation is where need is: the concentration index (A. Wagstaff, P. Paci and E. van Doorslaer, Social Science
 * and Medicine 33, 1991). Places are ranked from the greatest need to the least; each stands at the middle R of its part of
 * the population; C = Σ share of the participations × (2R − 1). From −1 to 1: below 0, participation is greater where need
 * is; 0, the same everywhere; above 0, greater where need is less.
 *
 * <p>Interval: given their number, the participations are spread like draws, so C is a mean, of variance (Σ share ×
 * (2R − 1)² − C²) ÷ participations (the within-group term of N. Kakwani, A. Wagstaff and E. van Doorslaer, Journal of
 * Econometrics 77, 1997), with the normal law: about 19 times in 20.
 *
 * <p>Limits: refused under {@link #LEAST_PLACES} ranked places and under {@link Gap#LEAST_KNOWN} participations; places
 * whose figure is hidden, or whose need or population isn't known, are left out and counted in {@code left}; participations
 * and not people.
 *
 * <p>{@code curve}: from (0, 0) to (1, 1): by need, the share of the population up to there and that of the participations.
 */
public record ConcentrationIndex(
        @Nullable Double value,
        @Nullable Interval interval,
        @Nullable Refusal because,
        List<Point> curve,
        int places,
        int left) {

    /** Under this many ranked places an index says more than it knows. */
    public static final int LEAST_PLACES = 10;

    /** A neighbourhood; {@code need}: greater is needier. {@code acts} null: hidden. */
    public record Place(
            String slug,
            @Nullable Double need,
            @Nullable Integer population,
            @Nullable Long acts) {

        private boolean isRanked() {
            return need != null && population != null && population > 0 && acts != null;
        }

        private double rank() {
            return need == null ? 0 : need;
        }

        private long inhabitants() {
            return population == null ? 0 : population;
        }

        private long count() {
            return acts == null ? 0 : acts;
        }
    }

    /** A point of the curve. */
    @Serdeable
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Point(double population, double participations) {}

    public static ConcentrationIndex of(List<Place> all) {
        List<Place> places = all.stream()
                .filter(Place::isRanked)
                .sorted(Comparator.comparingDouble(Place::rank).reversed().thenComparing(Place::slug))
                .toList();
        int left = all.size() - places.size();
        long acts = places.stream().mapToLong(Place::count).sum();
        if (places.size() < LEAST_PLACES) {
            return new ConcentrationIndex(null, null, Refusal.TOO_FEW_PLACES, List.of(), places.size(), left);
        }
        if (acts < Gap.LEAST_KNOWN) {
            return new ConcentrationIndex(null, null, Refusal.TOO_FEW, List.of(), places.size(), left);
        }
        return of(places, acts, left);
    }

    private static ConcentrationIndex of(List<Place> places, long acts, int left) {
        long population = places.stream().mapToLong(Place::inhabitants).sum();
        double below = 0;
        double reached = 0;
        double index = 0;
        double squares = 0;
        List<Point> curve = new ArrayList<>();
        curve.add(new Point(0, 0));
        for (Place place : places) {
            double part = (double) place.inhabitants() / population;
            double share = (double) place.count() / acts;
            double weight = 2 * (below + part / 2) - 1;
            index += share * weight;
            squares += share * weight * weight;
            below += part;
            reached += share;
            curve.add(new Point(below, reached));
        }
        double half = Interval.NORMAL * Math.sqrt(Math.max(0, squares - index * index) / acts);
        return new ConcentrationIndex(
                index, new Interval(index - half, index + half), null, List.copyOf(curve), places.size(), left);
    }
}
