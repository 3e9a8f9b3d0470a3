package org.portevoix.participation;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.portevoix.language.Translated;
import org.portevoix.web.Paging;

/**
 * What the page of participation shows.
 *
 * @param paging of the actions, in the contract's order
 * @param data address of the same figures as open data
 */
record ParticipationPage(
        String participations,
        String intentions,
        boolean isEmpty,
        boolean hasHidden,
        String asOf,
        List<Table> tables,
        Paging<ActionRow> paging,
        String data) {

    /** Address of all the open data of the contract in one file. */
    String archive() {
        return data.replaceAll("/participation$", "/donnees.zip");
    }

    boolean hasActions() {
        return !paging.items().isEmpty();
    }

    boolean isLater() {
        return paging.previous() != null;
    }

    /** One breakdown; its name is that of its messages. */
    record Table(String name, boolean hasRates, List<Row> rows) {}

    /**
     * A line of a breakdown, with its bar.
     *
     * @param label words, or a translated text
     * @param count null where it is hidden
     * @param width of the bar, of 100
     * @param start of the bar, of 100: at the right where the language is read from there
     */
    record Row(
            Object label,
            @Nullable String count,
            int width,
            int start,
            @Nullable String rate) {}

    /**
     * An action: the level aimed at, what was received, the promise.
     *
     * @param aimedAt null where no participation is planned
     * @param reached null while no level is
     */
    record ActionRow(
            String slug,
            Translated title,
            @Nullable String aimedAt,
            @Nullable Translated noneBecause,
            List<Received> received,
            boolean hasHidden,
            @Nullable String reached,
            String promise) {

        boolean hasNothing() {
            return received.isEmpty() && !hasHidden;
        }
    }

    record Received(String level, String count) {}
}
