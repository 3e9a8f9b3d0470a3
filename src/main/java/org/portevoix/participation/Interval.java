package org.portevoix.participation;

import org.hipparchus.distribution.continuous.BetaDistribution;
import org.hipparchus.distribution.continuous.ChiSquaredDistribution;

/** Between which values a figure may well lie, chance being what it is: 19 times in 20 the interval holds the true one. */
public record Interval(double low, double high) {

    /** How often a stated interval holds the true figure. */
    public static final double CONFIDENCE = 0.95;

    /** The 97.5th centile of the normal law. */
    static final double NORMAL = 1.959963984540054;

    private static final double TAIL = (1 - CONFIDENCE) / 2;

    public boolean contains(double value) {
        return low <= value && value <= high;
    }

    public Interval times(double factor) {
        return new Interval(low * factor, high * factor);
    }

    /**
     * The exact interval of the mean of a Poisson law of which {@code count} was seen (F. Garwood, Biometrika 28, 1936):
     * from χ²(0.025; 2k)/2 to χ²(0.975; 2k+2)/2. It holds the mean at least 19 times in 20.
     */
    static Interval ofCount(long count) {
        double low = count == 0 ? 0 : new ChiSquaredDistribution(2.0 * count).inverseCumulativeProbability(TAIL) / 2;
        double high = new ChiSquaredDistribution(2.0 * count + 2).inverseCumulativeProbability(1 - TAIL) / 2;
        return new Interval(low, high);
    }

    /**
     * The exact interval of a probability of which {@code part} of {@code of} was seen (C. J. Clopper and E. S. Pearson,
     * Biometrika 26, 1934). It holds the probability at least 19 times in 20.
     */
    static Interval exactShare(long part, long of) {
        double low = part == 0 ? 0 : new BetaDistribution(part, of - part + 1.0).inverseCumulativeProbability(TAIL);
        double high =
                part == of ? 1 : new BetaDistribution(part + 1.0, of - part).inverseCumulativeProbability(1 - TAIL);
        return new Interval(low, high);
    }

    /**
     * The interval of a share of which {@code part} of {@code of} was seen (E. B. Wilson, J. Am. Stat. Assoc. 22, 1927). It
     * holds the share about 19 times in 20, for few as for many.
     */
    static Interval ofShare(long part, long of) {
        double share = (double) part / of;
        double square = NORMAL * NORMAL;
        double middle = (share + square / (2 * of)) / (1 + square / of);
        double half = NORMAL / (1 + square / of) * Math.sqrt(share * (1 - share) / of + square / (4.0 * of * of));
        return new Interval(Math.max(0, middle - half), Math.min(1, middle + half));
    }
}
