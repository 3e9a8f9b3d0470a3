package org.portevoix.event;

import biweekly.ICalVersion;
import biweekly.io.ParseContext;
import biweekly.io.scribe.property.RecurrenceRuleScribe;
import biweekly.parameter.ICalParameters;
import biweekly.property.RecurrenceRule;
import biweekly.util.Recurrence;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Date;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TimeZone;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How an event comes back: each week, every two weeks, or each month on the same weekday, until a day, but for some days.
 * Kept as a recurrence rule (RFC 5545, 3.3.10), and its days are found by the library that reads calendars.
 *
 * @param weekdays one alone where it is monthly
 * @param nth of a monthly one: from 1 to 4, -1 for the last of the month; else 0
 * @param starts no day is before it
 * @param until the last day it may be
 */
record Repeat(
        Every every, Set<DayOfWeek> weekdays, int nth, LocalDate starts, LocalDate until, SortedSet<LocalDate> except) {

    /** More than a year of weeks: a desk's form and a resident's page still hold them. */
    static final int MOST_DAYS = 60;

    private static final int LONGEST_YEARS = 2;
    private static final TimeZone UTC = TimeZone.getTimeZone(ZoneOffset.UTC);
    private static final DateTimeFormatter BASIC = DateTimeFormatter.BASIC_ISO_DATE;
    private static final Pattern KNOWN = Pattern.compile(
            "FREQ=(?:WEEKLY(;INTERVAL=2)?;BYDAY=([A-Z,]+)" + "|MONTHLY;BYDAY=(-1|[1-4])([A-Z]{2}));UNTIL=([0-9]{8})");

    /** In which rhythm. */
    enum Every {
        WEEK,
        FORTNIGHT,
        MONTH
    }

    /** Null where the rule is none that the desk writes. */
    static @Nullable Repeat of(String rule, LocalDate starts, List<LocalDate> except) {
        Matcher known = KNOWN.matcher(rule);
        if (!known.matches()) {
            return null;
        }
        boolean isMonthly = known.group(4) != null;
        try {
            return new Repeat(
                    isMonthly ? Every.MONTH : known.group(1) == null ? Every.WEEK : Every.FORTNIGHT,
                    weekdays(isMonthly ? known.group(4) : known.group(2)),
                    isMonthly ? Integer.parseInt(known.group(3)) : 0,
                    starts,
                    LocalDate.parse(known.group(5), BASIC),
                    new TreeSet<>(except));
        } catch (DateTimeException | IllegalArgumentException e) {
            return null;
        }
    }

    private static Set<DayOfWeek> weekdays(String codes) {
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        for (String code : codes.split(",")) {
            DayOfWeek found = null;
            for (DayOfWeek day : DayOfWeek.values()) {
                if (code(day).equals(code)) {
                    found = day;
                }
            }
            if (found == null) {
                throw new IllegalArgumentException(code);
            }
            days.add(found);
        }
        return days;
    }

    /** As RFC 5545 writes it: FREQ=WEEKLY;BYDAY=TU;UNTIL=20270630. */
    String rule() {
        String days = weekdays.stream().sorted().map(Repeat::code).collect(Collectors.joining(","));
        String rhythm = switch (every) {
            case WEEK -> "FREQ=WEEKLY;BYDAY=" + days;
            case FORTNIGHT -> "FREQ=WEEKLY;INTERVAL=2;BYDAY=" + days;
            case MONTH -> "FREQ=MONTHLY;BYDAY=" + nth + days;
        };
        return rhythm + ";UNTIL=" + BASIC.format(until);
    }

    /** Its days, soonest first, those left out not among them; never more than {@link #MOST_DAYS} and one. */
    List<LocalDate> days() {
        List<LocalDate> days = new ArrayList<>();
        LocalDate last = starts.plusYears(LONGEST_YEARS);
        Iterator<Date> found = recurrence().getDateIterator(midnight(starts), UTC);
        while (found.hasNext() && days.size() <= MOST_DAYS) {
            LocalDate day = found.next().toInstant().atZone(ZoneOffset.UTC).toLocalDate();
            if (day.isAfter(until) || day.isAfter(last)) {
                break;
            }
            // A calendar takes the first day as one of the rule's, whatever weekday it is (RFC 5545, 3.8.5.3); people
            // don't.
            if (weekdays.contains(day.getDayOfWeek()) && (nth == 0 || isNth(day)) && !except.contains(day)) {
                days.add(day);
            }
        }
        return days;
    }

    boolean isTooLong() {
        return days().size() > MOST_DAYS || starts.plusYears(LONGEST_YEARS).isBefore(until);
    }

    private boolean isNth(LocalDate day) {
        return nth > 0 ? (day.getDayOfMonth() - 1) / 7 + 1 == nth : day.lengthOfMonth() - day.getDayOfMonth() < 7;
    }

    private RecurrenceRule recurrence() {
        ParseContext context = new ParseContext();
        context.setVersion(ICalVersion.V2_0);
        RecurrenceRule rule = new RecurrenceRuleScribe().parseText(rule(), null, new ICalParameters(), context);
        Recurrence read = rule.getValue();
        if (read == null || !context.getWarnings().isEmpty()) {
            throw new IllegalStateException("Our own rule is not read: " + rule());
        }
        return rule;
    }

    private static Date midnight(LocalDate day) {
        return Date.from(day.atStartOfDay(ZoneOffset.UTC).toInstant().truncatedTo(ChronoUnit.SECONDS));
    }

    private static String code(DayOfWeek day) {
        return day.name().substring(0, 2);
    }
}
