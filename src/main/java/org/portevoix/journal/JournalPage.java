package org.portevoix.journal;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some lines of the sealed log, latest first.
 *
 * @param address of the page
 * @param head as it is mailed
 * @param query of the filters, with its "&amp;"; or ""
 * @param older number before which the next page begins; null on the last
 */
record JournalPage(
        String address,
        String head,
        List<Choice> people,
        List<Choice> acts,
        List<Line> lines,
        String query,
        @Nullable Long older,
        boolean isFirst) {

    boolean isEmpty() {
        return lines.isEmpty();
    }

    /** One way to filter. @param name of a person; of an act, its name in code */
    record Choice(String value, String name, boolean isChosen) {}

    /**
     * @param who empty of the site itself
     * @param contract its territory, where lines of several stand together; or ""
     * @param subject a person's name, a number, a name in addresses; or ""
     */
    record Line(
            long number,
            String when,
            String who,
            String contract,
            String act,
            String kind,
            String subject,
            String detail) {}
}
