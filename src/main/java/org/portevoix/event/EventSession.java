package org.portevoix.event;

import io.micronaut.core.annotation.Introspected;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One occurrence of an event, with what is true of all its occurrences.
 *
 * @param places null where they are not counted
 * @param takenPlaces by those who are confirmed
 * @param lastNumber of the last one who registered
 * @param revision how often the session was changed
 */
@Introspected
record EventSession(
        long sessionId,
        LocalDate day,
        Instant startsAt,
        Instant endsAt,
        @Nullable Integer places,
        int takenPlaces,
        int lastNumber,
        int revision,
        String sessionState,
        @Nullable Long reasonText,
        long id,
        long contractId,
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

    /** One may still register: it is on, and not over. */
    boolean isOpenAt(Instant now) {
        return isOn() && endsAt.isAfter(now);
    }

    /** Whether the last place is taken; a session without a limit is never full. */
    boolean isFull() {
        return places != null && takenPlaces >= places;
    }

    /** Whether as many more find a place. */
    boolean hasPlaceFor(int people) {
        return places == null || takenPlaces + people <= places;
    }

    String path() {
        return "/agenda/" + slug + "/" + day;
    }

    static String tag(long eventId) {
        return "event/" + eventId;
    }

    static String listTag(long contractId) {
        return "events/" + contractId;
    }
}
