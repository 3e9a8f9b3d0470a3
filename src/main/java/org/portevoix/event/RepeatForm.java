package org.portevoix.event;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.portevoix.web.FormBody;

/**
 * How an event comes back, as the team typed it: {@code every} and {@code nth}, {@code days} of the week, {@code starts} and
 * {@code ends}, {@code from} and {@code until} (18:00), {@code places}, and {@code except}: days left out, one a line.
 */
record RepeatForm(FormBody body) {

    private static final Set<String> RHYTHMS = Set.of("WEEK", "FORTNIGHT", "MONTH");
    private static final DateTimeFormatter FRENCH = DateTimeFormatter.ofPattern("d/M/uuuu");
    private static final int MOST_EXCEPT = 60;

    String every() {
        return RHYTHMS.contains(body.get("every")) ? body.get("every") : "WEEK";
    }

    String nth() {
        return body.get("nth").matches("-1|[1-4]") ? body.get("nth") : "1";
    }

    Set<DayOfWeek> days() {
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            if (body.all("days").contains(day.name())) {
                days.add(day);
            }
        }
        return days;
    }

    String starts() {
        return body.get("starts").strip();
    }

    String ends() {
        return body.get("ends").strip();
    }

    String except() {
        return body.get("except").strip();
    }

    /** Its hours and places. */
    SessionForm hours() {
        return new SessionForm(body);
    }

    /** Field to message key. */
    Map<String, String> errors() {
        Map<String, String> errors = new LinkedHashMap<>();
        LocalDate first = day(starts());
        LocalDate last = day(ends());
        if (days().isEmpty() || every().equals("MONTH") && days().size() > 1) {
            errors.put("days", days().isEmpty() ? "event.desk.repeat.error.days" : "event.desk.repeat.error.one_day");
        }
        if (first == null) {
            errors.put("starts", "event.desk.error.day");
        }
        if (last == null) {
            errors.put("ends", "event.desk.error.day");
        } else if (first != null && last.isBefore(first)) {
            errors.put("ends", "event.desk.repeat.error.ends");
        }
        errors.putAll(hours().errorsOfHours());
        if (exceptDays() == null) {
            errors.put("except", "event.desk.repeat.error.except");
        }
        if (errors.isEmpty()) {
            Repeat repeat = repeat();
            if (repeat.isTooLong()) {
                errors.put("ends", "event.desk.repeat.error.long");
            } else if (repeat.days().isEmpty()) {
                errors.put("ends", "event.desk.repeat.error.none");
            }
        }
        return errors;
    }

    /** Of a form without errors. */
    Repeat repeat() {
        return new Repeat(
                Repeat.Every.valueOf(every()),
                days(),
                every().equals("MONTH") ? Integer.parseInt(nth()) : 0,
                Objects.requireNonNull(day(starts())),
                Objects.requireNonNull(day(ends())),
                new TreeSet<>(Objects.requireNonNull(exceptDays())));
    }

    /** Null when one of them is no day, or when they are too many. */
    private @Nullable List<LocalDate> exceptDays() {
        List<LocalDate> found = new ArrayList<>();
        for (String typed : except().split("[\\s,;]+")) {
            LocalDate day = typed.isEmpty() ? LocalDate.EPOCH : day(typed);
            if (day == null || found.size() > MOST_EXCEPT) {
                return null;
            }
            if (!typed.isEmpty()) {
                found.add(day);
            }
        }
        return found;
    }

    /** Written 2027-06-30, as browsers send days, or 30/6/2027, as people write them; null of anything else. */
    private static @Nullable LocalDate day(String typed) {
        try {
            LocalDate day = typed.contains("/") ? LocalDate.parse(typed, FRENCH) : LocalDate.parse(typed);
            return day.getYear() < 1900 || day.getYear() > 2199 ? null : day;
        } catch (DateTimeException e) {
            return null;
        }
    }
}
