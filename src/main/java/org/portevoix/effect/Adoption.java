package org.portevoix.effect;

import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import org.portevoix.followup.Followups;

/**
 * How many of some proposals were adopted. What is counted is said where it is made; each is in one of the four.
 *
 * <ul>
 *   <li>adopted: accepted; or accepted in part, and done;
 *   <li>in part: accepted in part, and not done yet;
 *   <li>refused: refused, whatever was done instead;
 *   <li>waiting: nothing is decided, or it is being thought about.
 * </ul>
 *
 * <p>The share adopted has two denominators, both told: all that was proposed, and what was decided of it.
 *
 * @param done of those adopted, how many are done, with their proof
 */
record Adoption(long adopted, long partly, long refused, long waiting, long done) {

    static final Adoption NONE = new Adoption(0, 0, 0, 0, 0);

    static Adoption of(Collection<Followups.Came> came) {
        Map<Followups.Came, Long> counts = new EnumMap<>(Followups.Came.class);
        came.forEach(one -> counts.merge(one, 1L, Long::sum));
        long done = counts.getOrDefault(Followups.Came.DONE, 0L);
        return new Adoption(
                counts.getOrDefault(Followups.Came.ACCEPTED, 0L) + done,
                counts.getOrDefault(Followups.Came.PARTLY, 0L),
                counts.getOrDefault(Followups.Came.REFUSED, 0L),
                counts.getOrDefault(Followups.Came.WAITING, 0L),
                done);
    }

    long proposed() {
        return adopted + partly + refused + waiting;
    }

    long decided() {
        return adopted + partly + refused;
    }
}
