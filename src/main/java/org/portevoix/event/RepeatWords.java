package org.portevoix.event;

import jakarta.inject.Singleton;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Collectors;
import org.portevoix.language.Calendar;
import org.portevoix.language.Messages;

/** Says in words how an event comes back: "chaque mardi, jusqu’au mercredi 30 juin 2027". */
@Singleton
class RepeatWords {

    private final Calendar calendar;
    private final Messages messages;

    RepeatWords(Calendar calendar, Messages messages) {
        this.calendar = calendar;
        this.messages = messages;
    }

    /** @param today days left out that are over are not told any more */
    String of(String language, Repeat repeat, LocalDate today) {
        String comma = messages.say(language, "web.list.comma") + " ";
        String days = repeat.weekdays().stream()
                .sorted()
                .map(day -> weekday(language, day))
                .collect(Collectors.joining(comma));
        String rhythm = messages.say(
                language,
                "event.repeat." + repeat.every(),
                Map.of("days", days, "nth", repeat.nth() < 0 ? "last" : String.valueOf(repeat.nth())));
        String until =
                messages.say(language, "event.repeat.until", Map.of("day", calendar.fullDay(language, repeat.until())));
        String except = repeat.except().stream()
                .filter(day -> !day.isBefore(today))
                .map(day -> calendar.day(language, day))
                .collect(Collectors.joining(comma));
        return rhythm
                + comma
                + until
                + (except.isEmpty()
                        ? ""
                        : comma + messages.say(language, "event.repeat.except", Map.of("days", except)));
    }

    String weekday(String language, DayOfWeek day) {
        return calendar.weekday(language, day);
    }
}
