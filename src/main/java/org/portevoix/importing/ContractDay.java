package org.portevoix.importing;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A day as a contract file writes it: 2027-03-18, or counted in weeks (W+1 thursday). */
final class ContractDay {
    private static final Pattern COUNTED = Pattern.compile("W([+-][0-9]{1,3}) ([a-z]+)");

    private ContractDay() {}

    /**
     * The day meant; counted days are counted from the Monday of the week of the first import. Null where no calendar
     * has it.
     */
    static @Nullable LocalDate of(String written, LocalDate firstImportedOn) {
        try {
            Matcher counted = COUNTED.matcher(written);
            if (!counted.matches()) {
                return LocalDate.parse(written);
            }
            DayOfWeek day = DayOfWeek.valueOf(counted.group(2).toUpperCase(Locale.ROOT));
            return firstImportedOn
                    .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
                    .plusWeeks(Long.parseLong(counted.group(1)))
                    .plusDays(day.getValue() - 1L);
        } catch (DateTimeException | IllegalArgumentException e) {
            return null;
        }
    }
}
