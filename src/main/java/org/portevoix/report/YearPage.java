package org.portevoix.report;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The report of a year for the regional health agency, sheet by sheet.
 *
 * @param downloads the end of the address of the whole as a file
 * @param previous the end of the address of the sheets before, null on the first page; {@code next} likewise
 */
record YearPage(
        String contract,
        String territory,
        String year,
        List<ReportHead.Choice> years,
        List<ReportHead.Choice> axes,
        boolean hasEdition,
        String asOf,
        List<Sheet> sheets,
        String downloads,
        @Nullable String previous,
        int number,
        @Nullable String next) {

    /** An action: everything that is told of it, in the order of the report. */
    record Sheet(String slug, String axis, String title, String summary, List<Entry> entries) {}

    /** {@code lines}: in French; none where nothing is written. */
    record Entry(String key, String title, List<String> lines) {

        boolean isOne() {
            return lines.size() == 1;
        }
    }

    boolean hasPages() {
        return previous != null || next != null;
    }
}
