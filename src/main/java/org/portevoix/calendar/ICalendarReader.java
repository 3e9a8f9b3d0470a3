package org.portevoix.calendar;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.io.TimezoneInfo;
import biweekly.property.DateOrDateTimeProperty;
import biweekly.property.ExceptionDates;
import biweekly.property.ICalProperty;
import biweekly.property.RecurrenceDates;
import biweekly.property.RecurrenceRule;
import biweekly.property.TextProperty;
import biweekly.util.DateTimeComponents;
import biweekly.util.Frequency;
import biweekly.util.ICalDate;
import biweekly.util.Recurrence;
import biweekly.util.com.google.ical.compat.javautil.DateIterator;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Date;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TimeZone;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads events from iCalendar (RFC 5545): what repeats is told day by day, as far as it has an end. */
final class ICalendarReader {

    private static final int LONGEST_LINE = 60_000;
    private static final int DEEPEST = 4;
    private static final int MOST_LINES = 60_000;
    private static final int LONGEST_YEARS = 2;
    private static final Set<Frequency> USUAL =
            Set.of(Frequency.DAILY, Frequency.WEEKLY, Frequency.MONTHLY, Frequency.YEARLY);
    private static final TimeZone UTC = TimeZone.getTimeZone(ZoneOffset.UTC);

    private final ZoneId zone;
    private final LocalDate today;

    ICalendarReader(ZoneId zone, LocalDate today) {
        this.zone = zone;
        this.today = today;
    }

    List<FoundEvent> read(String text) {
        look(text);
        List<ICalendar> calendars;
        try {
            calendars = Biweekly.parse(text).all();
        } catch (RuntimeException e) {
            throw new UnreadableFile("calendar.desk.error.format");
        }
        List<FoundEvent> found = new ArrayList<>();
        for (ICalendar calendar : calendars) {
            Map<String, List<VEvent>> byUid = new LinkedHashMap<>();
            for (VEvent event : calendar.getEvents()) {
                String uid = text(event.getUid());
                byUid.computeIfAbsent(uid.isEmpty() ? "?" + byUid.size() : uid, one -> new ArrayList<>())
                        .add(event);
            }
            byUid.values().forEach(all -> found.addAll(events(all, calendar.getTimezoneInfo())));
        }
        return found;
    }

    /** Whether its lines are lines, and what begins ends: libraries take broken files for shorter ones. */
    private static void look(String text) {
        Deque<String> open = new ArrayDeque<>();
        int events = 0;
        int number = 0;
        int ended = 0;
        List<String> lines = text.lines().toList();
        if (lines.size() > MOST_LINES) {
            throw new UnreadableFile("calendar.desk.error.big");
        }
        for (int i = 0; i < lines.size(); i++) {
            number = i + 1;
            StringBuilder line = new StringBuilder(lines.get(i));
            while (i + 1 < lines.size()
                    && (lines.get(i + 1).startsWith(" ") || lines.get(i + 1).startsWith("\t"))) {
                i++;
                line.append(lines.get(i), 1, lines.get(i).length());
            }
            if (line.isEmpty()) {
                continue;
            }
            if (line.length() > LONGEST_LINE
                    || !isContent(line)
                    || ended > 0
                            && open.isEmpty()
                            && !line.toString().regionMatches(true, 0, "BEGIN:VCALENDAR", 0, 15)) {
                throw new UnreadableFile("calendar.desk.error.line", Map.of("line", number));
            }
            String said = line.toString().strip().toUpperCase(java.util.Locale.ROOT);
            if (said.startsWith("BEGIN:")) {
                open.push(said.substring(6));
                events += said.equals("BEGIN:VEVENT") ? 1 : 0;
                if (open.size() > DEEPEST || events > CalendarFile.MOST_EVENTS) {
                    throw open.size() > DEEPEST
                            ? new UnreadableFile("calendar.desk.error.line", Map.of("line", number))
                            : new UnreadableFile("calendar.desk.error.many", Map.of("most", CalendarFile.MOST_EVENTS));
                }
            } else if (said.startsWith("END:")) {
                if (open.isEmpty() || !open.pop().equals(said.substring(4))) {
                    throw new UnreadableFile("calendar.desk.error.line", Map.of("line", number));
                }
                ended++;
            }
        }
        if (!open.isEmpty()) {
            throw new UnreadableFile("calendar.desk.error.cut");
        }
    }

    /** A name, perhaps parameters, a colon that no quotes hold (RFC 5545, 3.1). */
    private static boolean isContent(CharSequence line) {
        int name = 0;
        while (name < line.length()
                && (Character.isLetterOrDigit(line.charAt(name)) || line.charAt(name) == '-')
                && line.charAt(name) < 0x80) {
            name++;
        }
        if (name == 0 || name == line.length() || line.charAt(name) != ':' && line.charAt(name) != ';') {
            return false;
        }
        boolean isQuoted = false;
        for (int i = name; i < line.length(); i++) {
            isQuoted ^= line.charAt(i) == '"';
            if (!isQuoted && line.charAt(i) == ':') {
                return true;
            }
        }
        return false;
    }

    /** Of one UID: the event itself, and those of its days that are told apart. */
    private List<FoundEvent> events(List<VEvent> all, TimezoneInfo zones) {
        List<VEvent> masters =
                all.stream().filter(event -> event.getRecurrenceId() == null).toList();
        if (masters.isEmpty()) {
            return List.of(found(all.getFirst(), new TreeMap<>(), "calendar.desk.refusal.part"));
        }
        List<FoundEvent> found = new ArrayList<>();
        for (VEvent master : masters) {
            found.add(event(
                    master,
                    master == masters.getFirst()
                            ? all.stream()
                                    .filter(event -> event.getRecurrenceId() != null)
                                    .toList()
                            : List.of(),
                    zones));
        }
        return found;
    }

    private FoundEvent event(VEvent event, List<VEvent> apart, TimezoneInfo zones) {
        SortedMap<LocalDate, FoundEvent.Hours> hours = new TreeMap<>();
        String refusal = null;
        try {
            if (event.getStatus() != null && event.getStatus().isCancelled()) {
                throw new Refused("calendar.desk.refusal.cancelled");
            }
            Span span = span(event, zones);
            days(event, span, zones).forEach(day -> hours.put(day, span.hours()));
            for (VEvent one : apart) {
                LocalDateTime instead = time(one.getRecurrenceId(), zones);
                hours.remove(instead.toLocalDate());
                if (one.getStatus() == null || !one.getStatus().isCancelled()) {
                    Span other = span(one, zones);
                    hours.merge(other.day(), other.hours(), FoundEvent.Hours::with);
                }
            }
            hours.keySet().removeIf(day -> day.isBefore(today));
        } catch (Refused e) {
            refusal = e.key;
        }
        return found(event, hours, refusal);
    }

    private static FoundEvent found(
            VEvent event, SortedMap<LocalDate, FoundEvent.Hours> hours, @Nullable String refusal) {
        String location = text(event.getLocation());
        int line = location.indexOf('\n');
        return new FoundEvent(
                text(event.getUid()),
                CalendarFile.line(text(event.getSummary())),
                text(event.getDescription()),
                CalendarFile.line(line < 0 ? location : location.substring(0, line)),
                line < 0 ? "" : CalendarFile.line(location.substring(line + 1)),
                "",
                "",
                false,
                false,
                hours,
                refusal);
    }

    private static String text(@Nullable TextProperty property) {
        String value = property == null ? null : property.getValue();
        return value == null ? "" : value.replace("\r\n", "\n").strip();
    }

    /** Of the first time. */
    private Span span(VEvent event, TimezoneInfo zones) {
        LocalDateTime start = time(event.getDateStart(), zones);
        LocalDateTime end;
        if (event.getDateEnd() != null) {
            end = time(event.getDateEnd(), zones);
        } else if (event.getDuration() != null && event.getDuration().getValue() != null) {
            end = start.plus(Duration.ofMillis(event.getDuration().getValue().toMillis()));
        } else {
            throw new Refused("calendar.desk.refusal.no_end");
        }
        if (end.equals(start.toLocalDate().plusDays(1).atStartOfDay())) {
            end = start.toLocalDate().atTime(23, 59);
        }
        if (!end.isAfter(start)) {
            throw new Refused("calendar.desk.refusal.no_end");
        }
        if (!end.toLocalDate().equals(start.toLocalDate())) {
            throw new Refused("calendar.desk.refusal.nights");
        }
        return new Span(
                start.toLocalDate(),
                new FoundEvent.Hours(
                        start.toLocalTime().withSecond(0).withNano(0),
                        end.toLocalTime().withSecond(0).withNano(0)));
    }

    private LocalDateTime time(@Nullable DateOrDateTimeProperty property, TimezoneInfo zones) {
        ICalDate value = property == null ? null : property.getValue();
        if (property == null || value == null) {
            throw new Refused("calendar.desk.refusal.date");
        }
        if (!value.hasTime()) {
            throw new Refused("calendar.desk.refusal.whole_day");
        }
        LocalDateTime time = local(value, property, zones);
        if (time.getYear() < 1900 || time.getYear() > 2199) {
            throw new Refused("calendar.desk.refusal.date");
        }
        return time;
    }

    /** Without a zone of its own, an hour is one of the contract's. */
    private LocalDateTime local(ICalDate value, ICalProperty property, TimezoneInfo zones) {
        DateTimeComponents raw = value.getRawComponents();
        boolean isFloating = raw != null
                && !raw.isUtc()
                && (zones.isFloating(property)
                        || zones.getTimezone(property) == null && property.getParameter("TZID") == null);
        if (!isFloating || raw == null) {
            return value.toInstant().atZone(zone).toLocalDateTime();
        }
        try {
            return LocalDateTime.of(
                    raw.getYear(), raw.getMonth(), raw.getDate(), raw.getHour(), raw.getMinute(), raw.getSecond());
        } catch (DateTimeException e) {
            throw new Refused("calendar.desk.refusal.date");
        }
    }

    private Set<LocalDate> days(VEvent event, Span span, TimezoneInfo zones) {
        Set<LocalDate> days = new HashSet<>();
        days.add(span.day());
        RecurrenceRule rule = event.getRecurrenceRule();
        if (event.getProperties(RecurrenceRule.class).size() > 1
                || !event.getExceptionRules().isEmpty()) {
            throw new Refused("calendar.desk.refusal.rule");
        }
        if (rule != null) {
            days.addAll(repeated(rule, span.day()));
        } else if (event.getExperimentalProperty("RRULE") != null) {
            throw new Refused("calendar.desk.refusal.rule");
        }
        for (RecurrenceDates more : event.getRecurrenceDates()) {
            if (!more.getPeriods().isEmpty()) {
                throw new Refused("calendar.desk.refusal.rule");
            }
            more.getDates().forEach(date -> days.add(local(date, more, zones).toLocalDate()));
        }
        for (ExceptionDates less : event.getExceptionDates()) {
            less.getValues()
                    .forEach(date -> days.remove(local(date, less, zones).toLocalDate()));
        }
        return days;
    }

    private static Set<LocalDate> repeated(RecurrenceRule property, LocalDate first) {
        Recurrence rule = property.getValue();
        if (rule == null || rule.getFrequency() == null || !USUAL.contains(rule.getFrequency()) || !isPlain(rule)) {
            throw new Refused("calendar.desk.refusal.rule");
        }
        if (rule.getUntil() == null && rule.getCount() == null) {
            throw new Refused("calendar.desk.refusal.endless");
        }
        LocalDate last = first.plusYears(LONGEST_YEARS);
        LocalDate until = rule.getUntil() == null
                ? last
                : rule.getUntil().toInstant().atZone(ZoneOffset.UTC).toLocalDate();
        if (until.isAfter(last)) {
            throw new Refused("calendar.desk.refusal.too_many_days");
        }
        Set<LocalDate> days = new HashSet<>();
        DateIterator found = property.getDateIterator(
                Date.from(first.atStartOfDay(ZoneOffset.UTC).toInstant()), UTC);
        while (found.hasNext()) {
            LocalDate day = found.next().toInstant().atZone(ZoneOffset.UTC).toLocalDate();
            if (day.isAfter(until)) {
                break;
            }
            days.add(day);
            if (days.size() > CalendarFile.MOST_DAYS) {
                throw new Refused("calendar.desk.refusal.too_many_days");
            }
        }
        if (rule.getCount() != null && days.size() < rule.getCount()) {
            throw new Refused("calendar.desk.refusal.too_many_days");
        }
        return days;
    }

    /** As people's calendars write rules: every day, or on weekdays, or on a day of the month. */
    private static boolean isPlain(Recurrence rule) {
        int days = rule.getByMonthDay().size()
                + rule.getByMonth().size()
                + rule.getByDay().size();
        boolean isOften = rule.getInterval() != null && (rule.getInterval() < 1 || rule.getInterval() > 100)
                || rule.getCount() != null && (rule.getCount() < 1 || rule.getCount() > CalendarFile.MOST_DAYS);
        return days <= 14
                && !isOften
                && rule.getByHour().isEmpty()
                && rule.getByMinute().isEmpty()
                && rule.getBySecond().isEmpty()
                && rule.getBySetPos().isEmpty()
                && rule.getByWeekNo().isEmpty()
                && rule.getByYearDay().isEmpty();
    }

    /** One time of an event. */
    private record Span(LocalDate day, FoundEvent.Hours hours) {}

    /** Why an event can't be taken. */
    private static final class Refused extends RuntimeException {
        private final String key;

        private Refused(String key) {
            super(key, null, false, false);
            this.key = key;
        }
    }
}
