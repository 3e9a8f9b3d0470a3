package org.portevoix.report;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table as the desk shows it, with its drawing where it has one.
 *
 * @param beyond how many of its rows are shown on demand; 0 where all are at once
 * @param veiled which rows are wholly hidden, and what would make them appear; "" for none
 * @param query of its downloads, which hold these rows
 * @param isNarrowed rows are left out, and the total is of all of them
 */
record TableView(
        String key,
        String title,
        String first,
        String about,
        List<Heading> columns,
        List<RowView> rows,
        int beyond,
        String veiled,
        @Nullable String refusal,
        boolean hides,
        boolean isForCommittee,
        boolean isNarrowed,
        String query,
        @Nullable Chart chart) {

    /** {@code isWord}: words stand under it, and not numbers. */
    record Heading(String title, boolean isWord) {}

    record RowView(String title, boolean isTotal, boolean isUnknown, boolean isBeyond, List<Cell> cells) {

        /** As the style sheet knows it; "" for a usual row. */
        String look() {
            return isTotal ? "total" : (isUnknown ? "unknown" : "") + (isBeyond ? " beyond" : "");
        }
    }

    /** {@code shown}: in French; {@code way} of a difference: more, less or same, "" where it is none; {@code facts}: the address of its facts, null where it has none. */
    record Cell(
            String shown,
            boolean isHidden,
            boolean isWord,
            String way,
            @Nullable String facts) {

        boolean isMore() {
            return way.equals("more");
        }

        boolean isLess() {
            return way.equals("less");
        }
    }
}
