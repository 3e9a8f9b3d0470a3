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
            .setHeader("table", "key", "count", "asOf")
            .get();

    private FiguresCsv() {}

    static String write(Figures figures) {
        StringWriter text = new StringWriter();
        try (CSVPrinter csv = new CSVPrinter(text, FORMAT)) {
            csv.printRecord("participations", "", figures.participations(), figures.asOf());
            csv.printRecord("intentions", "", figures.intentions(), figures.asOf());
            for (Map.Entry<String, Map<String, @Nullable Long>> table :
                    figures.tables().entrySet()) {
                for (Map.Entry<String, @Nullable Long> cell : table.getValue().entrySet()) {
                    csv.printRecord(table.getKey(), cell.getKey(), cell.getValue(), figures.asOf());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }
}
