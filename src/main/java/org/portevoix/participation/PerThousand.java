package org.portevoix.participation;

/**
 * Participations per 1,000 inhabitants: 1,000 × acts ÷ population, with the exact interval of {@link Interval#ofCount}.
 *
 * <p>Source: acts from the ledger, population from the contract's neighbourhoods or from the department's structure by age
 * and sex. Limits: it counts participations and not people; the interval takes acts as independent, so that where the same
 * people come often the true one is wider.
 */
public record PerThousand(long acts, long population, double value, Interval interval) {
    private static final double THOUSAND = 1000;

    /** {@code population}: above zero. */
    public static PerThousand of(long acts, long population) {
        if (population <= 0) {
            throw new IllegalArgumentException("a rate needs inhabitants");
        }
        double each = THOUSAND / population;
        return new PerThousand(
                acts, population, acts * each, Interval.ofCount(acts).times(each));
    }
}
