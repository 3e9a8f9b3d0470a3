package org.portevoix.retention;

import io.micronaut.core.annotation.Introspected;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One day's erasing of one kind of personal data.
 *
 * @param erased null until it is done
 * @param failure class of what went wrong; null where nothing did
 */
@Introspected
public record RetentionRun(
        long contractId,
        String kind,
        LocalDate day,
        Instant claimedAt,
        @Nullable Integer erased,
        @Nullable String failure) {}
