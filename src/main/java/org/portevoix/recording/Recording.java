package org.portevoix.recording;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A voice that says an item of the contract in one language; its bytes stay in the database until they are asked for.
 *
 * @param list of a contract's file that the item stands in, as "events"
 * @param slug of the item when it was recorded
 * @param shortText what it says in a line, in its language; "" where the page says it
 * @param state WAITING for a second person, or PUBLIC
 */
@MappedEntity("recording")
record Recording(
        @Id long id,
        long contractId,
        String list,
        long itemId,
        String slug,
        String language,
        String shortText,
        String mediaType,
        int seconds,
        String digest,
        long recorderId,
        Instant recordedAt,
        String state,
        @Nullable Long reviewerId) {

    boolean isPublic() {
        return state.equals("PUBLIC");
    }

    /** As "2:05". */
    String length() {
        return seconds / 60 + ":" + "%02d".formatted(seconds % 60);
    }

    /** The address of its bytes. */
    String address() {
        return "/voix/" + digest;
    }
}
