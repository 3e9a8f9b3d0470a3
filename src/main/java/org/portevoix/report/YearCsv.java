package org.portevoix.report;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** The report of a year for a spreadsheet: a line a sheet, a column an entry, in French. */
final class YearCsv {
    private YearCsv() {}

    static String write(List<YearPage.Sheet> sheets) {
        StringWriter text = new StringWriter();
        try (CSVPrinter csv = new CSVPrinter(text, CSVFormat.RFC4180)) {
            if (!sheets.isEmpty()) {
                List<String> header = new ArrayList<>(List.of("action_sheet", "axis", "title", "summary"));
                sheets.getFirst().entries().forEach(entry -> header.add(entry.key()));
                csv.printRecord(header);
            }
            for (YearPage.Sheet sheet : sheets) {
                List<String> line = new ArrayList<>(List.of(
                        sheet.slug(),
                        ReportCsv.safe(sheet.axis()),
                        ReportCsv.safe(sheet.title()),
                        ReportCsv.safe(sheet.summary())));
                sheet.entries().forEach(entry -> line.add(ReportCsv.safe(String.join("\n", entry.lines()))));
                csv.printRecord(line);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }
}
