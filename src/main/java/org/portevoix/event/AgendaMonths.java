package org.portevoix.event;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.portevoix.contract.Visit;
import org.portevoix.event.AgendaMonth.Day;
import org.portevoix.event.AgendaMonth.Weekday;
import org.portevoix.language.Calendar;

/** Draws the month of an agenda that was chosen: each day on which something is still to come leads to its list. */
@Singleton
class AgendaMonths {

    private static final int WEEK = 7;

    private final Agenda agenda;
    private final Calendar calendar;
    private final Clock clock;

    AgendaMonths(Agenda agenda, Calendar calendar, Clock clock) {
        this.agenda = agenda;
        this.calendar = calendar;
        this.clock = clock;
    }

    /** Null where no month is chosen. */
    @Nullable
    AgendaMonth find(Visit visit, AgendaFilter filter, @Nullable Long neighbourhoodId) {
        if (!filter.isMonth()) {
            return null;
        }
        String lang = visit.lang();
        YearMonth month = YearMonth.from(filter.start());
        DayOfWeek first = calendar.firstDayOfWeek(lang);
        Map<LocalDate, Integer> counts = agenda.countByDay(visit, filter, neighbourhoodId);
        LocalDate today = LocalDate.now(clock.withZone(visit.zone()));
        int before = Math.floorMod(month.atDay(1).getDayOfWeek().getValue() - first.getValue(), WEEK);
        List<Day> days = new ArrayList<>(Collections.nCopies(before, Day.NONE));
        for (LocalDate day = month.atDay(1); !day.isAfter(month.atEndOfMonth()); day = day.plusDays(1)) {
            int sessions = counts.getOrDefault(day, 0);
            days.add(new Day(
                    calendar.dayOfMonth(lang, day),
                    calendar.day(lang, day),
                    sessions == 0
                            ? null
                            : visit.address("/agenda") + filter.day(day).suffix(),
                    sessions,
                    day.equals(today)));
        }
        days.addAll(Collections.nCopies(Math.floorMod(-days.size(), WEEK), Day.NONE));
        return new AgendaMonth(
                calendar.month(lang, month),
                IntStream.range(0, WEEK)
                        .mapToObj(first::plus)
                        .map(day -> new Weekday(calendar.weekday(lang, day), calendar.weekdayLetter(lang, day)))
                        .toList(),
                IntStream.range(0, days.size() / WEEK)
                        .mapToObj(week -> List.copyOf(days.subList(week * WEEK, (week + 1) * WEEK)))
                        .toList());
    }
}
