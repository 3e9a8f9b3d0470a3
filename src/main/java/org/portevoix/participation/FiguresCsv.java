package org.portevoix.participation;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/** The same figures as a table for a spreadsheet, one figure a line, under the names of the JSON; what is hidden is empty. */
final class FiguresCsv {
    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setHeader("table", "key", "count", "asOf", "is_hidden")
            .get();

    private FiguresCsv() {}

    static String write(Figures figures) {
        StringWriter text = new StringWriter();
        try (CSVPrinter csv = new CSVPrinter(text, FORMAT)) {
            print(csv, "participations", "", figures.participations(), figures);
            print(csv, "intentions", "", figures.intentions(), figures);
            for (Map.Entry<String, Map<String, @Nullable Long>> table :
                    figures.tables().entrySet()) {
                for (Map.Entry<String, @Nullable Long> cell : table.getValue().entrySet()) {
                    print(csv, table.getKey(), cell.getKey(), cell.getValue(), figures);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static void print(CSVPrinter csv, String table, String key, @Nullable Long count, Figures figures)
            throws IOException {
        csv.printRecord(table, key, count, figures.asOf(), count == null);
    }
}
