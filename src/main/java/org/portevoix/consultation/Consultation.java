package org.portevoix.consultation;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Questions open for a time, with their promise: who reads, what can still change, what is decided, when the answer comes.
 *
 * @param closesOn the last day, that day included
 */
@MappedEntity("consultation")
record Consultation(
        @Id long id,
        long contractId,
        String slug,
        int position,
        @Nullable Long actionSheetId,
        @Nullable Long eventId,
        @Nullable String phase,
        String level,
        long titleText,
        long summaryText,
        LocalDate opensOn,
        LocalDate closesOn,
        long readsText,
        long canChangeText,
        long decidedText,
        LocalDate answerBy) {

    boolean isOpenOn(LocalDate day) {
        return !day.isBefore(opensOn) && !day.isAfter(closesOn);
    }

    boolean isClosedOn(LocalDate day) {
        return day.isAfter(closesOn);
    }

    Stream<@Nullable Long> texts() {
        return Stream.of(titleText, summaryText, readsText, canChangeText, decidedText);
    }

    static String tag(long id) {
        return "consultation/" + id;
    }

    static String listTag(long contractId) {
        return "consultations/" + contractId;
    }
}
