package org.portevoix.committee;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import org.portevoix.participation.LedgerLine;

/**
 * A meeting of a body.
 *
 * @param day in the contract's zone
 * @param place "" where it is not said yet
 */
@MappedEntity("body_meeting")
record BodyMeeting(
        @Id long id,
        long bodyId,
        LocalDate day,
        Instant startsAt,
        String place,
        MeetingState state,
        boolean hasChildCare,
        boolean hasInterpreter) {

    boolean isHeld() {
        return state == MeetingState.HELD;
    }

    boolean isCancelled() {
        return state == MeetingState.CANCELLED;
    }

    /** It can be said who sat, and what was decided, from its day on. */
    boolean takesMinutesOn(LocalDate today) {
        return !isCancelled() && !today.isBefore(day);
    }

    YearMonth month() {
        return YearMonth.from(day);
    }

    LedgerLine.Held held(ZoneId zone, boolean childCare, boolean interpreter) {
        return new LedgerLine.Held(LocalDateTime.ofInstant(startsAt, zone), childCare, interpreter);
    }
}
