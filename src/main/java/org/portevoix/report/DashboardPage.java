package org.portevoix.report;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The report in one page, for a room: few figures, each with the address where it opens.
 *
 * @param total of participations; in words where it is hidden
 * @param change since the period before, in words; null where one of both is hidden, or nothing is compared
 */
record DashboardPage(
        ReportHead head,
        String total,
        ReportPages.@Nullable Change change,
        String levelsAddress,
        List<Level> levels,
        List<Tile> tiles) {

    /** {@code width}: of the longest bar, 0 to 100. */
    record Level(
            int rank, String title, String count, boolean isHidden, int width, ReportPages.@Nullable Change change) {}

    /**
     * @param figure "" where lines tell it
     * @param beside what it is a part of, "" for nothing
     * @param isLong words and not a number
     * @param isWide it takes the room of two
     */
    record Tile(
            String address,
            String figure,
            String about,
            String beside,
            boolean isLong,
            boolean isLate,
            boolean isWide,
            List<Line> lines) {

        static Tile of(String address, String figure, String about, String beside) {
            return new Tile(address, figure, about, beside, false, false, false, List.of());
        }
    }

    /** What comes first, second, third; with how many. */
    record Line(String title, String count) {}
}
