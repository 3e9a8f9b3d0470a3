package org.portevoix.content;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A draft that is to be shown to residents by itself, at an hour.
 *
 * @param accountId of who decided it
 * @param plainReason why it is to be shown although it is hard to read; null where it was plain
 * @param hinderedAt when its hour had come and something was still to be written; null of the others
 */
@MappedEntity("publication_plan")
record PublicationPlan(
        @Id @GeneratedValue @Nullable Long id,
        long contractId,
        Kind kind,
        long itemId,
        String slug,
        Instant publishAt,
        long accountId,
        @Nullable String plainReason,
        @Nullable Instant hinderedAt) {

    boolean isHindered() {
        return hinderedAt != null;
    }
}
