package org.portevoix.effect;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Something that nobody had foreseen: of an action, of what was done after residents spoke, or of both.
 *
 * @param wordsText more about it; null where the title says it all
 */
@MappedEntity("effect")
record Effect(
        @Id long id,
        long contractId,
        @Nullable Long actionSheetId,
        @Nullable Long followupId,
        LocalDate noticedOn,
        NoticedBy noticedBy,
        long titleText,
        @Nullable Long wordsText) {

    Stream<@Nullable Long> texts() {
        return Stream.of(titleText, wordsText);
    }
}
