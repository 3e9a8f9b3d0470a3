package org.portevoix.event;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A month of the agenda as a grid, its weeks as the reader's calendars begin them.
 *
 * @param name "novembre 2026"
 */
record AgendaMonth(String name, List<Weekday> weekdays, List<List<Day>> weeks) {

    /**
     * The head of a column.
     *
     * @param letter as short as it is written
     */
    record Weekday(String name, String letter) {}

    /**
     * A day, or a place before the first one or after the last one.
     *
     * @param number as it is written; "" where there is no day
     * @param name in words, with its weekday
     * @param href of that day's list; null where nothing is on
     */
    record Day(String number, String name, @Nullable String href, int sessions, boolean isToday) {

        static final Day NONE = new Day("", "", null, 0, false);
    }
}
