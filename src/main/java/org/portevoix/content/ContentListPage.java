package org.portevoix.content;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.portevoix.web.Paging;

/**
 * All that residents read of a contract, by kind.
 *
 * @param paging of the one kind that is shown; null where all are
 * @param ground what the contract is made of
 */
record ContentListPage(
        String contract,
        String kind,
        String state,
        boolean mayWrite,
        List<Choice> kinds,
        List<Section> sections,
        @Nullable Paging<?> paging,
        List<Ground> ground) {

    /** For the pages beside this one. */
    String query() {
        return "genre=" + kind + "&" + (state.isEmpty() ? "" : "etat=" + state + "&");
    }

    boolean isFiltered() {
        return !kind.isEmpty() || !state.isEmpty();
    }

    record Choice(String value, String label, boolean isChosen) {}

    /**
     * @param newLabel of the link that makes one; "" where one may not
     * @param more that are not shown here
     */
    record Section(String kind, String title, String empty, String newLabel, List<Row> rows, int more) {

        boolean isEmpty() {
            return rows.isEmpty();
        }
    }

    /**
     * @param when of an event or a questionnaire; else ""
     * @param planned when a draft shows itself; else ""
     */
    record Row(String address, String title, String when, String state, String planned, List<LanguageMark> languages) {}

    /** @param coverage READY, DRAFT, STALE or MISSING */
    record LanguageMark(String code, String coverage, String address) {}

    record Ground(String address, String title, List<Row> rows, String newLabel) {}
}
