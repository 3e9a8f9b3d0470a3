package org.portevoix.participation;

import java.util.Optional;

/**
 * How many times more (or less) a group takes part than the rest of the territory: (a ÷ A) ÷ (b ÷ B), without unit; 1 is as
 * much as the others. Interval: exact, from the share of a in a + b (Clopper and Pearson), given the sum; at least 19 in 20.
 *
 * <p>Limits: participations and not people; as exact as the populations are.
 */
public record RateRatio(double value, Interval interval) {

    /** Empty where the rest never took part, or where one of the two has no inhabitants: there is nothing to compare with. */
    public static Optional<RateRatio> of(long acts, long population, long otherActs, long otherPopulation) {
        if (otherActs <= 0 || acts < 0 || population <= 0 || otherPopulation <= 0) {
            return Optional.empty();
        }
        double relative = (double) otherPopulation / population;
        Interval share = Interval.exactShare(acts, acts + otherActs);
        return Optional.of(new RateRatio(
                relative * acts / otherActs, new Interval(odds(share.low()), odds(share.high())).times(relative)));
    }

    /** Whether chance alone doesn't explain that the group takes part less than the others. */
    public boolean isMissing() {
        return interval.high() < 1;
    }

    private static double odds(double share) {
        return share / (1 - share);
    }
}
