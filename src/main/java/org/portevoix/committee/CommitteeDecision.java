package org.portevoix.committee;

import io.micronaut.core.annotation.Introspected;
import java.time.Instant;
import java.time.LocalDate;
import org.portevoix.followup.FollowupDecision;

/** What a meeting decided about an item, and who recorded it. */
@Introspected
record CommitteeDecision(
        long id,
        long agendaItemId,
        FollowupDecision decision,
        String reason,
        LocalDate decidedOn,
        long accountId,
        Instant recordedAt) {}
