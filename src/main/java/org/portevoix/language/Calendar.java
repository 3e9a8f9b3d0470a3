package org.portevoix.language;

import com.ibm.icu.text.DateFormat;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.Map;

/** Days and hours in words: "jeudi 26 novembre", "de 18 h à 20 h". */
@Singleton
public class Calendar {

    private final Clock clock;
    private final Messages messages;
    private final Languages languages;

    Calendar(Clock clock, Messages messages, Languages languages) {
        this.clock = clock;
        this.messages = messages;
        this.languages = languages;
    }

    /** A day with its weekday, and its year unless it is the present one. */
    public String day(String language, LocalDate day) {
        boolean isThisYear = day.getYear() == LocalDate.now(clock).getYear();
        return format(language, isThisYear ? "EEEEdMMMM" : "EEEEdMMMMy", day);
    }

    /** A day with its weekday and its year, whatever the present one: for words that stay. */
    public String fullDay(String language, LocalDate day) {
        return format(language, "EEEEdMMMMy", day);
    }

    /** "mardi". */
    public String weekday(String language, DayOfWeek day) {
        // 2024 began on a Monday.
        return format(language, "EEEE", LocalDate.of(2024, 1, day.getValue()));
    }

    /** "M": as short as weekdays are written over a month. */
    public String weekdayLetter(String language, DayOfWeek day) {
        return format(language, "ccccc", LocalDate.of(2024, 1, day.getValue()));
    }

    /** With which day weeks begin where it is read. */
    public DayOfWeek firstDayOfWeek(String language) {
        int sundayIsOne =
                com.ibm.icu.util.Calendar.getInstance(locale(language)).getFirstDayOfWeek();
        return DayOfWeek.SUNDAY.plus(sundayIsOne - 1);
    }

    /** "23". */
    public String dayOfMonth(String language, LocalDate day) {
        return format(language, "d", day);
    }

    public String month(String language, YearMonth month) {
        return format(language, "MMMMy", month.atDay(1));
    }

    /** "de 18 h à 20 h 30", in the zone of the contract. */
    public String hours(String language, Instant from, Instant until, ZoneId zone) {
        return hours(language, hour(language, from, zone), hour(language, until, zone));
    }

    /** Two hours that are in words already. */
    public String hours(String language, String from, String until) {
        return messages.say(language, "language.hours", Map.of("from", from, "until", until));
    }

    /** "18 h 30", in the zone of the contract. */
    public String hour(String language, Instant at, ZoneId zone) {
        return hour(language, at.atZone(zone).toLocalTime());
    }

    /** "18 h 30" of 18:30. */
    public String hour(String language, String time) {
        return hour(language, LocalTime.parse(time));
    }

    private String hour(String language, LocalTime time) {
        return messages.say(
                language,
                time.getMinute() == 0 ? "language.hour" : "language.hour_and_minute",
                Map.of("h", String.valueOf(time.getHour()), "mm", "%02d".formatted(time.getMinute())));
    }

    private String format(String language, String skeleton, LocalDate day) {
        DateFormat format = DateFormat.getInstanceForSkeleton(skeleton, locale(language));
        format.setTimeZone(TimeZone.GMT_ZONE);
        return format.format(Date.from(day.atStartOfDay(ZoneOffset.UTC).toInstant()));
    }

    private ULocale locale(String language) {
        return languages
                .find(messages.spoken(language, "language.hour"))
                .orElseGet(languages::source)
                .locale();
    }
}
