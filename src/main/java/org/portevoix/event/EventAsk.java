package org.portevoix.event;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What residents asked for at the edition before, and what answers it in this one.
 *
 * @param part the French title of a part of the programme
 */
@MappedEntity("event_ask")
record EventAsk(
        @Id long id,
        long eventId,
        int position,
        long saidText,
        @Nullable String part,
        @Nullable Long replyText) {

    Stream<@Nullable Long> texts() {
        return Stream.of(saidText, replyText);
    }
}
