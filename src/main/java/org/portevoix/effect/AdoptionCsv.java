package org.portevoix.effect;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/** Both tables for a spreadsheet, a line each under its slug; what is hidden is empty. */
final class AdoptionCsv {

    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setHeader("table", "key", "name", "proposed", "decided", "adopted", "partly", "refused", "waiting", "done")
            .get();

    private AdoptionCsv() {}

    static String write(Adoptions.Told told) {
        StringWriter text = new StringWriter();
        try (CSVPrinter csv = new CSVPrinter(text, FORMAT)) {
            write(csv, "byAction", told.actions());
            write(csv, "byNeighbourhood", told.neighbourhoods());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static void write(CSVPrinter csv, String table, Adoptions.Table lines) throws IOException {
        for (Adoptions.Line line : lines.lines()) {
            write(csv, table, line.key(), line);
        }
        write(csv, table, "total", lines.total());
    }

    private static void write(CSVPrinter csv, String table, String key, Adoptions.Line line) throws IOException {
        csv.printRecord(
                table,
                key,
                words(line.name()),
                line.proposed(),
                line.decided(),
                line.adopted(),
                line.partly(),
                line.refused(),
                line.waiting(),
                line.done());
    }

    /** No spreadsheet takes it for a formula. */
    private static String words(@Nullable String name) {
        return name == null ? "" : name.matches("(?s)^[=+\\-@\\t\\r].*") ? "'" + name : name;
    }
}
