package org.portevoix.report;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of the report on screen.
 *
 * @param axes to choose from, and places; none where nothing of this part is cut by them
 * @param title what was searched for in titles
 * @param hasTitles whether there are titles to search
 * @param ranked the address that puts rows in the order of their figure, or back; null where there is no such order
 * @param previous the address of the page of rows before, null on the first; {@code next} likewise
 */
record PartPage(
        ReportHead head,
        String title,
        List<ReportHead.Choice> axes,
        List<ReportHead.Choice> places,
        boolean hasTitles,
        String searched,
        boolean isFiltered,
        @Nullable String ranked,
        boolean isRanked,
        List<TableView> tables,
        @Nullable String previous,
        int number,
        @Nullable String next) {

    boolean hasFilters() {
        return hasTitles || !axes.isEmpty() || !places.isEmpty();
    }

    boolean hasPages() {
        return previous != null || next != null;
    }
}
