package org.portevoix.event;

import io.micronaut.core.annotation.Introspected;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
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
        boolean isEvening,
        boolean isRepeated,
        Instant changedAt,
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
        @Nullable Long transportText,
        @Nullable Long neighbourhoodId,
        boolean isFree,
        @Nullable Long priceText,
        String languages,
        String interpreters,
        boolean isStepFree,
        boolean hasQuietRoom,
        boolean hasChildCare,
        boolean hasSignLanguage,
        @Nullable String telephone,
        @Nullable Long bringText,
        @Nullable String repeatRule,
        @Nullable LocalDate repeatStarts,
        @Nullable String repeatFrom,
        @Nullable String repeatUntil,
        @Nullable Integer repeatPlaces,
        String repeatExcept,
        @Nullable Long previousEventId,
        @Nullable Long reportText) {

    /** From this hour on it is evening, as for the ledger. */
    private static final LocalTime EVENING = LocalTime.of(17, 0);

    Stream<@Nullable Long> texts() {
        return Stream.of(
                titleText,
                summaryText,
                placeText,
                accessText,
                transportText,
                priceText,
                bringText,
                reasonText,
                reportText);
    }

    /** Those that are spoken. */
    List<String> languageCodes() {
        return codes(languages);
    }

    /** Those that somebody interprets. */
    List<String> interpreterCodes() {
        return codes(interpreters);
    }

    private static List<String> codes(String words) {
        return words.isEmpty() ? List.of() : List.of(words.split(" "));
    }

    static boolean isEvening(LocalTime from) {
        return !from.isBefore(EVENING);
    }

    boolean isWeekend() {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }

    /** Null where it does not come back by a rule. */
    @Nullable
    Repeat repeat() {
        return repeatRule == null || repeatStarts == null
                ? null
                : Repeat.of(
                        repeatRule,
                        repeatStarts,
                        codes(repeatExcept).stream().map(LocalDate::parse).toList());
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
