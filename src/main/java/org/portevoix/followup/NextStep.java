package org.portevoix.followup;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What comes next once something is accepted, in plain French, and the day by which it is promised. */
public record NextStep(String words, LocalDate on) {

    private static final int LONGEST = 2_000;
    private static final int FARTHEST_YEARS = 10;

    /** Of what was typed without errors; null where nothing was. */
    public static @Nullable NextStep of(String words, String day) {
        return words.isEmpty()
                ? null
                : day(day).map(read -> new NextStep(words, read)).orElse(null);
    }

    /**
     * What is wrong with what was typed: field ("next", "next_on") to message key.
     *
     * @param isDone whether it may be left out
     * @param promised the day promised before, which may be past; null for none
     */
    public static Map<String, String> errors(
            String words, String typedDay, boolean isDone, LocalDate today, @Nullable LocalDate promised) {
        Map<String, String> errors = new LinkedHashMap<>();
        if (words.isEmpty() && typedDay.isEmpty() && isDone) {
            return errors;
        }
        if (words.isEmpty()) {
            errors.put("next", "followup.desk.error.next");
        } else if (words.length() > LONGEST) {
            errors.put("next", "followup.desk.error.long");
        }
        boolean isFit = day(typedDay)
                .filter(day ->
                        day.equals(promised) || !day.isBefore(today) && day.isBefore(today.plusYears(FARTHEST_YEARS)))
                .isPresent();
        if (!isFit) {
            errors.put("next_on", "followup.desk.error.next_on");
        }
        return errors;
    }

    private static Optional<LocalDate> day(String typed) {
        try {
            return Optional.of(LocalDate.parse(typed));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
