package org.portevoix.mail;

import java.time.Duration;
import java.util.List;

/** How long a letter waits after it could not leave, longer each time, and never for ever. */
final class Delays {

    private static final List<Duration> GROWING = List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(15),
            Duration.ofHours(1),
            Duration.ofHours(3),
            Duration.ofHours(6),
            Duration.ofHours(12));

    /** From so many failures on, the wait is the longest. */
    static final int STEPS = GROWING.size();

    private Delays() {}

    /** @param attempts made so far, at least one */
    static Duration after(int attempts) {
        return GROWING.get(Math.min(attempts, GROWING.size()) - 1);
    }
}
