package org.portevoix.web;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Takes what anybody may ask for and is costly to make in turns: half of the machine's cores stay with the readers of kept pages. */
public final class Turns {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Semaphore free;
    private final Duration patience;

    public Turns() {
        this(half(Runtime.getRuntime().availableProcessors()));
    }

    public Turns(int atOnce) {
        this(atOnce, PATIENCE);
    }

    Turns(int atOnce, Duration patience) {
        this.free = new Semaphore(atOnce);
        this.patience = patience;
    }

    /** One even of a single core. */
    static int half(int cores) {
        return Math.max(1, cores / 2);
    }

    /** What was made; empty when its turn did not come in time. */
    public <T> Optional<T> take(Supplier<T> make) {
        if (!begin()) {
            return Optional.empty();
        }
        try {
            return Optional.of(make.get());
        } finally {
            free.release();
        }
    }

    private boolean begin() {
        try {
            return free.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
