package org.portevoix;

import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/** The time in the test town: the real one, and as much later as tests let pass. It never goes back. */
@Singleton
@Bean(typed = {Clock.class, PassingClock.class})
@Replaces(Clock.class)
@Requires(property = PassingClock.WANTED)
public class PassingClock extends Clock {
    static final String WANTED = "portevoix.passing-clock";

    private final Clock real = Clock.systemUTC();
    private final AtomicReference<Duration> passed = new AtomicReference<>(Duration.ZERO);

    public void pass(Duration time) {
        passed.updateAndGet(before -> before.plus(time));
    }

    @Override
    public Instant instant() {
        return real.instant().plus(passed.get());
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return new Zoned(this, zone);
    }

    private static final class Zoned extends Clock {
        private final Clock clock;
        private final ZoneId zone;

        Zoned(Clock clock, ZoneId zone) {
            this.clock = clock;
            this.zone = zone;
        }

        @Override
        public Instant instant() {
            return clock.instant();
        }

        @Override
        public ZoneId getZone() {
            return zone;
        }

        @Override
        public Clock withZone(ZoneId other) {
            return new Zoned(clock, other);
        }
    }
}
