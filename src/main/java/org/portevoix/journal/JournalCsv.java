package org.portevoix.journal;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * The log for an auditor's spreadsheet: each line as it is kept, with its seal, then as the desk reads it. A cell that a spreadsheet
 * would take for a formula begins with an apostrophe (OWASP, CSV Injection).
 */
final class JournalCsv {

    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setHeader(
                    "number",
                    "at",
                    "account_id",
                    "contract_id",
                    "act",
                    "subject_kind",
                    "subject",
                    "detail",
                    "previous_hash",
                    "hash",
                    "quand",
                    "qui",
                    "acte",
                    "a_propos_de",
                    "precision")
            .get();

    private JournalCsv() {}

    static String write(List<List<String>> lines) {
        StringWriter text = new StringWriter();
        try (CSVPrinter csv = new CSVPrinter(text, FORMAT)) {
            for (List<String> line : lines) {
                csv.printRecord(line.stream().map(JournalCsv::harmless).toList());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    static String harmless(String cell) {
        return Arrays.asList("=", "+", "-", "@", "\t", "\r", "\n", "|", ";").stream()
                        .anyMatch(cell::startsWith)
                ? "'" + cell
                : cell;
    }
}
