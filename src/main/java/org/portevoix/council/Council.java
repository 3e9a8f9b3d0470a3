package org.portevoix.council;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A neighbourhood council: residents of some neighbourhoods who meet, and speak with one voice.
 *
 * @param telephone of its own; null where one calls the contract's
 */
@MappedEntity("council")
record Council(
        @Id @GeneratedValue @Nullable Long id,
        long contractId,
        String slug,
        int position,
        CouncilKind kind,
        long nameText,
        @Nullable Long presentationText,
        @Nullable String telephone) {

    /** Its id, once it is kept. */
    long key() {
        return Objects.requireNonNull(id);
    }

    Stream<@Nullable Long> texts() {
        return Stream.of(nameText, presentationText);
    }

    String tag() {
        return tag(key());
    }

    static String tag(long id) {
        return "council/" + id;
    }

    static String listTag(long contractId) {
        return "councils/" + contractId;
    }
}
