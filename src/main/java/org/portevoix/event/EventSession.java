package org.portevoix.event;

import io.micronaut.core.annotation.Introspected;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One occurrence of an event, with what is true of all its occurrences. */
@Introspected
record EventSession(
        long sessionId,
        LocalDate day,
        Instant startsAt,
        Instant endsAt,
        @Nullable Integer places,
        String sessionState,
        @Nullable Long reasonText,
        long id,
        String slug,
        String kind,
        String level,
        @Nullable Long actionSheetId,
        long titleText,
        long summaryText,
        boolean isSensitive,
        long placeText,
        @Nullable String address,
        @Nullable Long accessText,
        @Nullable Long neighbourhoodId,
        boolean isFree,
        @Nullable Long priceText,
        String languages,
        boolean isStepFree,
        boolean hasChildCare,
        boolean hasSignLanguage,
        @Nullable String telephone,
        @Nullable Long bringText) {

    Stream<@Nullable Long> texts() {
        return Stream.of(titleText, summaryText, placeText, accessText, priceText, bringText, reasonText);
    }

    List<String> languageCodes() {
        return languages.isEmpty() ? List.of() : List.of(languages.split(" "));
    }

    boolean isOn() {
        return sessionState.equals("PLANNED");
    }

    static String tag(long eventId) {
        return "event/" + eventId;
    }

    static String listTag(long contractId) {
        return "events/" + contractId;
    }
}
