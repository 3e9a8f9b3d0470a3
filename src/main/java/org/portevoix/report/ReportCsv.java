package org.portevoix.report;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** A report for a spreadsheet, one figure a line; what is hidden has no value and says so. */
public final class ReportCsv {
    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setHeader(
                    "table", "table_title", "row", "row_title", "column", "column_title", "unit", "value", "is_hidden")
            .get();

    private ReportCsv() {}

    public static String write(Report report) {
        return write(report.tables());
    }

    public static String write(List<Report.Table> tables) {
        StringWriter text = new StringWriter();
        try (CSVPrinter csv = new CSVPrinter(text, FORMAT)) {
            for (Report.Table table : tables) {
                for (Report.Row row : table.rows()) {
                    for (int index = 0; index < row.values().size(); index++) {
                        Report.Column column = table.columns().get(index);
                        Report.Value value = row.values().get(index);
                        csv.printRecord(
                                table.key(),
                                safe(table.title()),
                                safe(row.key()),
                                safe(row.title()),
                                column.key(),
                                safe(column.title()),
                                value.number() == null ? "" : value.unit(),
                                value.number() == null ? safe(value.plain()) : value.plain(),
                                value.isHidden());
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    /** A title is no formula, whatever it begins with. */
    static String safe(String text) {
        return text.isEmpty() || "=+-@\t\r".indexOf(text.charAt(0)) < 0 ? text : "'" + text;
    }
}
