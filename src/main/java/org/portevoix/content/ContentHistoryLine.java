package org.portevoix.content;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that somebody of the team did to what residents read. Lines are added, never changed.
 *
 * @param kind of the item, a {@link Kind}
 * @param slug its name in addresses then
 * @param plainReason why it was shown although it is hard to read; null of all others
 * @param beforeItem the item told as {@link Snapshot}; null of a new one
 */
@MappedEntity("content_history")
record ContentHistoryLine(
        @Id @GeneratedValue @Nullable Long id,
        long contractId,
        String kind,
        long itemId,
        String slug,
        long accountId,
        Instant changedAt,
        What what,
        @Nullable String beforeItem,
        String afterItem,
        @Nullable String plainReason) {

    /** What was done. */
    enum What {
        CREATED,
        COPIED,
        EDITED,
        TRANSLATED,
        PUBLISHED,
        TAKEN_AWAY,
        ARCHIVED,
        UNDONE
    }
}
