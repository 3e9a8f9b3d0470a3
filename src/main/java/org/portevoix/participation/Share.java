package org.portevoix.participation;

import java.util.Optional;

/**
 * A share: part ÷ whole, with Wilson's interval ({@link Interval#ofShare}), which holds the true share about 19 times in 20.
 *
 * <p>Used for the first time among those who say whether it is (those who don't say are left out and told apart), and for
 * sessions after 18 h or at weekends, with child care, with an interpreter.
 */
public record Share(long part, long of, double value, Interval interval) {

    /** Empty where there is nothing to take a share of. */
    public static Optional<Share> of(long part, long of) {
        return of <= 0
                ? Optional.empty()
                : Optional.of(new Share(part, of, (double) part / of, Interval.ofShare(part, of)));
    }
}
