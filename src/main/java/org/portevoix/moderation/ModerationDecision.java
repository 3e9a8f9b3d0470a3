package org.portevoix.moderation;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What was decided about one opinion, by whom and why.
 *
 * @param reason of a refusal, or of words that are masked
 * @param passedTo who was told, in words that the writer reads; null when nobody was
 * @param note what the team adds, which the writer reads; null where it adds nothing, as its language
 * @param undoneBy the account that took it back; null while it stands
 * @param undoneReason why; null while it stands, or where it is to be read again and no more
 */
@MappedEntity("moderation_decision")
record ModerationDecision(
        @Id @GeneratedValue @Nullable Long id,
        long opinionId,
        Decision decision,
        @Nullable Reason reason,
        @Nullable String passedTo,
        @Nullable String note,
        @Nullable String noteLanguage,
        long accountId,
        Instant decidedAt,
        @Nullable Long undoneBy,
        @Nullable Instant undoneAt,
        @Nullable Reason undoneReason) {

    boolean isUndone() {
        return undoneAt != null;
    }
}
