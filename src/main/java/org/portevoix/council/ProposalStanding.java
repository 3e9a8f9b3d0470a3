package org.portevoix.council;

import io.micronaut.core.annotation.Introspected;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What became of a council's proposal. */
@Introspected
record ProposalStanding(
        long id,
        long councilId,
        String title,
        Instant enteredAt,
        String state,
        @Nullable Instant decidedAt) {}
