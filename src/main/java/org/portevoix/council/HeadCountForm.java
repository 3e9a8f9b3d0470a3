package org.portevoix.council;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.portevoix.web.FormBody;

/**
 * Who came to a meeting, as it was typed: {@code day}, {@code from}, {@code place}, {@code kind}, {@code child_care},
 * {@code interpreter}, and for each home {@code home-} and its slug.
 */
record HeadCountForm(FormBody body) {

    static final int LONGEST_PLACE = 200;
    static final int MOST = 5_000;

    /** Null when it is no day. */
    @Nullable
    LocalDate day() {
        try {
            return LocalDate.parse(body.get("day"));
        } catch (DateTimeException e) {
            return null;
        }
    }

    String from() {
        return body.get("from").strip();
    }

    String place() {
        return body.get("place").strip();
    }

    MeetingKind kind() {
        return body.get("kind").equals("WORKING") ? MeetingKind.WORKING : MeetingKind.OPEN;
    }

    boolean hasChildCare() {
        return body.get("child_care").equals("yes");
    }

    boolean hasInterpreter() {
        return body.get("interpreter").equals("yes");
    }

    int revision() {
        return body.get("revision").matches("[0-9]{1,9}") ? Integer.parseInt(body.get("revision")) : 0;
    }

    String typed(String home) {
        return body.get("home-" + home).strip();
    }

    /** Those homes where somebody comes from. */
    List<HeadCount> heads(List<String> homes) {
        List<HeadCount> heads = new ArrayList<>();
        for (String home : homes) {
            if (isNumber(typed(home)) && !typed(home).isEmpty() && Integer.parseInt(typed(home)) > 0) {
                heads.add(new HeadCount(home, Integer.parseInt(typed(home))));
            }
        }
        return heads;
    }

    /** Field to message key, in the order of the form. */
    Map<String, String> errors(List<String> homes, LocalDate today) {
        Map<String, String> errors = new LinkedHashMap<>();
        for (String home : homes) {
            if (!isNumber(typed(home))) {
                errors.put("home-" + home, "council.desk.error.number");
            }
        }
        if (errors.isEmpty() && heads(homes).isEmpty()) {
            errors.put("home-" + homes.getFirst(), "council.desk.error.nobody");
        }
        LocalDate day = day();
        if (day == null) {
            errors.put("day", "council.desk.error.day");
        } else if (day.isAfter(today)) {
            errors.put("day", "council.desk.error.day_to_come");
        }
        if (!isHour(from())) {
            errors.put("from", "council.desk.error.hour");
        }
        if (place().length() > LONGEST_PLACE) {
            errors.put("place", "council.desk.error.long");
        }
        return errors;
    }

    static boolean isHour(String typed) {
        return typed.matches("([01][0-9]|2[0-3]):[0-5][0-9]");
    }

    private static boolean isNumber(String typed) {
        return typed.isEmpty() || typed.matches("[0-9]{1,4}") && Integer.parseInt(typed) <= MOST;
    }
}
