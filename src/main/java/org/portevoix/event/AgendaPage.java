package org.portevoix.event;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.portevoix.web.Paging;

/**
 * A page of the agenda.
 *
 * @param everywhere the same without a neighbourhood, as all that follow with a change of one choice
 * @param times always, evenings and weekends, this week, this month
 * @param period in words, where a day, a week or a month is shown; else null
 * @param ofMonth the month of the day that is shown; else null
 * @param month that is shown; else null
 */
record AgendaPage(
        AgendaFilter filter,
        String address,
        Choice everywhere,
        List<Choice> neighbourhoods,
        List<Choice> languages,
        List<Choice> times,
        @Nullable String period,
        @Nullable String earlier,
        @Nullable String later,
        @Nullable Choice ofMonth,
        @Nullable AgendaMonth month,
        Paging<EventSession> paging,
        List<SessionCard> sessions) {

    boolean isFiltered() {
        return filter.isChosen();
    }

    boolean isWeek() {
        return filter.isWeek();
    }

    boolean isDay() {
        return filter.isDay();
    }

    boolean hasLanguage() {
        return filter.language() != null;
    }

    /** For the pages beside this one. */
    String query() {
        return filter.query();
    }

    /** Of the calendar and the feed: these choices, from now on. */
    String follow() {
        return filter.always().suffix();
    }

    /**
     * @param label a name, or the key of a message
     * @param href of the agenda with this chosen
     */
    record Choice(Object label, String href, boolean isChosen) {}
}
