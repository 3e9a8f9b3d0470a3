package org.portevoix.web;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;

/** Time and chance, given to those who need them: nothing else on the site asks the machine for either. */
@Factory
final class ClockFactory {
    /** The time, in UTC. */
    @Singleton
    Clock clock() {
        return Clock.systemUTC();
    }

    @Singleton
    SecureRandom random() {
        return new SecureRandom();
    }
}
