package org.portevoix.committee;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.portevoix.web.FormBody;

/** When and where a body meets: {@code day} (2027-03-18), {@code hour} (18:30), {@code place}. */
record MeetingForm(FormBody body) {

    private static final int LONGEST_PLACE = 200;
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2199;

    static MeetingForm blank() {
        return new MeetingForm(FormBody.of(""));
    }

    String typedDay() {
        return body.get("day");
    }

    String typedHour() {
        return body.get("hour");
    }

    String place() {
        return body.get("place").strip();
    }

    Optional<LocalDate> day() {
        return day(typedDay());
    }

    Optional<LocalTime> hour() {
        try {
            return typedHour().matches("[0-9]{2}:[0-9]{2}")
                    ? Optional.of(LocalTime.parse(typedHour()))
                    : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Field to message key. */
    Map<String, String> errors(boolean asksDay) {
        Map<String, String> errors = new LinkedHashMap<>();
        if (asksDay && day().isEmpty()) {
            errors.put("day", "committee.desk.error.day");
        }
        if (hour().isEmpty()) {
            errors.put("hour", "committee.desk.error.hour");
        }
        if (place().length() > LONGEST_PLACE) {
            errors.put("place", "committee.desk.error.place_long");
        }
        return errors;
    }

    /** Empty where it is no day. */
    static Optional<LocalDate> day(String typed) {
        try {
            return typed.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}")
                    ? Optional.of(LocalDate.parse(typed))
                            .filter(day -> day.getYear() >= FIRST_YEAR && day.getYear() <= LAST_YEAR)
                    : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
