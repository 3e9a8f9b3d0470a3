package org.portevoix.moderation;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A writer asks for another reading of what was decided about their opinion, once.
 *
 * @param decidedBy who made that decision, and never settles this
 * @param words why, as they wrote it; may be empty
 * @param outcome null while nobody settled it
 * @param note what the team adds; null where it adds nothing
 */
@MappedEntity("contest")
record Contest(
        @Id long opinionId,
        long decisionId,
        long decidedBy,
        String words,
        String language,
        Instant filedAt,
        @Nullable Outcome outcome,
        @Nullable String note,
        @Nullable String noteLanguage,
        @Nullable Long settledBy,
        @Nullable Instant settledAt) {

    boolean isOpen() {
        return outcome == null;
    }

    enum Outcome {
        KEPT,
        CHANGED
    }
}
