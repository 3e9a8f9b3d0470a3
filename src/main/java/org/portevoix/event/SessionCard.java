package org.portevoix.event;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.portevoix.language.Translated;

/**
 * A session as lists show it.
 *
 * @param date in words, with its weekday
 * @param hours in words
 * @param place null where it is told to those who registered alone
 * @param neighbourhood null where it is held in no named one
 */
public record SessionCard(
        String slug,
        LocalDate day,
        String date,
        String hours,
        Translated title,
        Translated summary,
        @Nullable Translated place,
        @Nullable Translated neighbourhood,
        boolean isFree,
        boolean isEvening,
        boolean isWeekend,
        boolean isOn,
        String state,
        String kind) {}
