package org.portevoix.lead;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A link by which the partner who leads a sheet reports on it, without an account. Its hash alone is kept.
 *
 * @param holder the service that holds it, in the team's words
 * @param revokedAt null while it is good
 * @param lastUsedAt null while nobody has opened it
 */
@MappedEntity("lead_link")
record LeadLink(
        @Id long id,
        long contractId,
        long actionSheetId,
        String holder,
        Instant createdAt,
        Instant expiresAt,
        @Nullable Instant revokedAt,
        @Nullable Instant lastUsedAt) {

    boolean isGood(Instant now) {
        return revokedAt == null && expiresAt.isAfter(now);
    }
}
