package org.portevoix.brief;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.portevoix.event.SessionCard;

/**
 * All that the page and the sheet tell, in the reader's words: they compute nothing, so that they can't differ.
 *
 * @param times null while there are too few participations to show any
 * @param levels without those that are hidden
 * @param notes short sentences about these figures
 * @param answers empty while residents asked for nothing
 * @param next the next date to take part; null where there is none
 */
record Brief(
        @Nullable Count times,
        List<Count> levels,
        List<String> notes,
        List<Count> answers,
        @Nullable SessionCard next) {

    /**
     * A number, then what it counts.
     *
     * @param icon "" for none
     * @param more of the same, in small letters; "" for nothing
     */
    record Count(String icon, String number, String label, String more) {}
}
