package org.portevoix.retention;

import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.Period;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** A kind of data whose erasing is counted, on every site of this JVM, and fails while it is told to. */
@Singleton
@Requires(property = TroubledData.WANTED)
class TroubledData implements PersonalData {
    static final String WANTED = "portevoix.troubled-data";
    static final AtomicInteger ERASINGS = new AtomicInteger();
    static final AtomicBoolean FAILS = new AtomicBoolean();

    @Override
    public String kind() {
        return "essai";
    }

    @Override
    public Period usualTerm() {
        return Period.ofMonths(24);
    }

    @Override
    public int erase(long contractId, LocalDate before) {
        ERASINGS.incrementAndGet();
        if (FAILS.get()) {
            throw new IllegalStateException("somebody@ville.example can't be erased");
        }
        return 0;
    }
}
