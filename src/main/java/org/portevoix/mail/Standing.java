package org.portevoix.mail;

import io.micronaut.core.annotation.Introspected;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How mail stands.
 *
 * @param later letters written for a later day
 * @param due letters that could leave now
 * @param failing letters that could not leave, and are tried again
 * @param refused letters that can never arrive
 * @param oldest since when the oldest one is due; null when none is
 * @param lastSent null when none left within a month
 */
@Introspected
public record Standing(
        long later,
        long due,
        long failing,
        long refused,
        @Nullable Instant oldest,
        @Nullable Instant lastSent) {

    /** All that should have left, and has not. */
    public long waiting() {
        return due + failing;
    }
}
