package org.portevoix.event;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.portevoix.web.FormBody;

/**
 * A session as the team typed it: {@code day} (of a new one, or the one to which it is put off), {@code from} and
 * {@code until} (18:00), {@code places} (none for no limit), {@code state} and its {@code reason}.
 */
record SessionForm(FormBody body) {

    private static final Set<String> STATES = Set.of("PLANNED", "CANCELLED", "POSTPONED");
    private static final int MOST_PLACES = 20_000;
    private static final int LONGEST_REASON = 500;

    String day() {
        return body.get("day").strip();
    }

    String from() {
        return body.get("from").strip();
    }

    String until() {
        return body.get("until").strip();
    }

    String places() {
        return body.get("places").strip();
    }

    String state() {
        return STATES.contains(body.get("state")) ? body.get("state") : "PLANNED";
    }

    boolean isOn() {
        return state().equals("PLANNED");
    }

    String reason() {
        return body.get("reason").replace("\r\n", "\n").strip();
    }

    /** Null when none was given, or it is none. */
    @Nullable
    LocalDate wantedDay() {
        try {
            return LocalDate.parse(day());
        } catch (DateTimeException e) {
            return null;
        }
    }

    Instant startsAt(LocalDate on, ZoneId zone) {
        return on.atTime(LocalTime.parse(from())).atZone(zone).toInstant();
    }

    Instant endsAt(LocalDate on, ZoneId zone) {
        return on.atTime(LocalTime.parse(until())).atZone(zone).toInstant();
    }

    boolean isEvening() {
        return EventSession.isEvening(LocalTime.parse(from()));
    }

    /** Null for no limit. */
    @Nullable
    Integer limit() {
        return places().isEmpty() ? null : Integer.valueOf(places());
    }

    /** Field to message key, of a new session. */
    Map<String, String> errorsOfNew() {
        Map<String, String> errors = new LinkedHashMap<>();
        if (wantedDay() == null) {
            errors.put("day", "event.desk.error.day");
        }
        errors.putAll(errorsOfHours());
        return errors;
    }

    /** Field to message key, of a change. */
    Map<String, String> errorsOfChange() {
        Map<String, String> errors = errorsOfHours();
        if (!isOn() && reason().isEmpty()) {
            errors.put("reason", "event.desk.error.reason");
        } else if (reason().length() > LONGEST_REASON) {
            errors.put("reason", "event.desk.error.reason_long");
        }
        if (state().equals("POSTPONED") && !day().isEmpty() && wantedDay() == null) {
            errors.put("day", "event.desk.error.day");
        }
        return errors;
    }

    /** Of its hours and places. */
    Map<String, String> errorsOfHours() {
        Map<String, String> errors = new LinkedHashMap<>();
        boolean isFrom = isHour(from());
        if (!isFrom) {
            errors.put("from", "event.desk.error.hour");
        }
        if (!isHour(until())) {
            errors.put("until", "event.desk.error.hour");
        } else if (isFrom && !LocalTime.parse(until()).isAfter(LocalTime.parse(from()))) {
            errors.put("until", "event.desk.error.until");
        }
        if (!places().isEmpty() && (!places().matches("[1-9][0-9]{0,4}") || Integer.parseInt(places()) > MOST_PLACES)) {
            errors.put("places", "event.desk.error.places");
        }
        return errors;
    }

    private static boolean isHour(String typed) {
        return typed.matches("([01][0-9]|2[0-3]):[0-5][0-9]");
    }
}
