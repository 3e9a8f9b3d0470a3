package org.portevoix.report;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.portevoix.participation.Cut;
import org.portevoix.participation.Figures;
import org.portevoix.participation.LedgerLine;
import org.portevoix.participation.Subject;
import org.portevoix.report.Report.Kind;
import org.portevoix.report.Report.Row;
import org.portevoix.report.Report.Table;
import org.portevoix.web.NotFound;

/**
 * Which rows of the frozen tables are shown: those of an axis, of a neighbourhood, with some words in their title. It only leaves
 * rows out and works nothing out anew, so that no sum can be had that was not decided on with all the others
 * (docs/decisions/0034-the-report-on-screen.md). A total stays that of all rows.
 */
final class Narrowed {
    private final ReportQuery query;
    private final Map<String, String> axisOf = new HashMap<>();
    private final Set<String> axes;
    private final Set<String> places;

    /** NotFound where the contract has no such axis or neighbourhood. */
    Narrowed(ReportQuery query, Town.Known town) {
        this.query = query;
        for (Subject.Sheet sheet : town.sheets()) {
            axisOf.put(sheet.slug(), sheet.axis());
        }
        axes = town.axes().keySet();
        places = town.places().stream().map(Town.Place::slug).collect(Collectors.toSet());
        if (!query.axis().isEmpty() && !axes.contains(query.axis())
                || !query.place().isEmpty() && !places.contains(query.place())) {
            throw new NotFound();
        }
    }

    boolean isOfSheets(Table table) {
        return isOf(table, axisOf.keySet(), Set.of(Figures.NO_ACTION));
    }

    boolean isOfAxes(Table table) {
        return isOf(table, axes, Set.of(Figures.NO_AXIS));
    }

    boolean isOfPlaces(Table table) {
        return isOf(table, places, Set.of(LedgerLine.OTHER_TOWN, Cut.UNKNOWN));
    }

    private static boolean isOf(Table table, Set<String> keys, Set<String> besides) {
        boolean isAny = false;
        for (Row row : table.rows()) {
            if (row.kind() == Kind.USUAL && !besides.contains(row.key())) {
                if (!keys.contains(row.key())) {
                    return false;
                }
                isAny = true;
            }
        }
        return isAny;
    }

    /** Whether rows of this table are left out. */
    boolean narrows(Table table) {
        return of(table).rows().size() < table.rows().size();
    }

    Table of(Table table) {
        List<Row> rows = new ArrayList<>(table.rows());
        if (isOfSheets(table)) {
            String wanted = fold(query.title());
            rows.removeIf(row -> row.kind() != Kind.TOTAL
                    && (!wanted.isEmpty() && !fold(row.title()).contains(wanted)
                            || !query.axis().isEmpty() && !query.axis().equals(axisOf.get(row.key()))));
        } else if (isOfAxes(table) && !query.axis().isEmpty()) {
            rows.removeIf(row -> row.kind() != Kind.TOTAL && !row.key().equals(query.axis()));
        } else if (isOfPlaces(table) && !query.place().isEmpty()) {
            rows.removeIf(row -> row.kind() != Kind.TOTAL && !row.key().equals(query.place()));
        }
        int ranked = ranking(table);
        if (query.isRanked() && ranked >= 0) {
            rows.sort(Comparator.comparing((Row row) -> row.kind() == Kind.TOTAL)
                    .thenComparingDouble(row -> number(row, ranked)));
        }
        return table.with(List.copyOf(rows));
    }

    /** The column that rows can be put in the order of; -1 where a table has none. */
    static int ranking(Table table) {
        int rate = table.column("rate");
        return rate >= 0 ? rate : table.key().startsWith("first_by_period") ? -1 : table.column("share");
    }

    /** Those without a figure last. */
    private static double number(Row row, int column) {
        Double number = row.values().get(column).number();
        return number == null ? Double.MAX_VALUE : number;
    }

    private static String fold(String words) {
        return Normalizer.normalize(words, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replace('’', '\'')
                .toLowerCase(Locale.FRENCH);
    }
}
