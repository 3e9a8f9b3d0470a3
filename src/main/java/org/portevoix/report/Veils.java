package org.portevoix.report;

import java.util.List;
import org.portevoix.report.Report.Kind;
import org.portevoix.report.Report.Row;
import org.portevoix.report.Report.Table;

/**
 * First times are often hidden, row by row: too few say it. On screen these rows are named in a sentence that says what would make
 * them appear, and are no wall of hidden figures. Files have them all.
 *
 * @param table without them
 * @param rows their titles
 */
record Veils(Table table, List<String> rows) {

    static Veils of(Table table) {
        if (!table.about().equals("first")) {
            return new Veils(table, List.of());
        }
        List<Row> veiled = table.rows().stream()
                .filter(row -> row.kind() != Kind.TOTAL && isVeiled(table, row))
                .toList();
        return new Veils(
                table.with(table.rows().stream()
                        .filter(row -> !veiled.contains(row))
                        .toList()),
                veiled.stream().map(Row::title).toList());
    }

    private static boolean isVeiled(Table table, Row row) {
        return row.values().get(table.column("first")).isHidden()
                && row.values().get(table.column("again")).isHidden();
    }
}
