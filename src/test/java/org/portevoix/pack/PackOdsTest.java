package org.portevoix.pack;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.portevoix.TestTown;
import org.portevoix.paper.ReadBooklet;
import org.portevoix.report.Report;
import org.w3c.dom.Element;

/** The pack as a spreadsheet: its figures are the report's, and its words stay words. */
class PackOdsTest {
    private static final TestTown TOWN = TestTown.open();
    private static final Path GOLDEN = Path.of("src/test/resources/participation/golden/figures.csv");

    private final PackFormat ods = TOWN.bean(PackOds.class);

    @Test
    void itIsAnOpenDocument() throws Exception {
        byte[] file = ods.write(SamplePacks.sample(TOWN));
        SamplePacks.keep("sample.ods", file);
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            ZipEntry first = zip.getNextEntry();
            assertEquals("mimetype", first.getName());
            assertEquals(ZipEntry.STORED, first.getMethod());
            assertEquals(ods.mediaType(), new String(zip.readAllBytes(), StandardCharsets.US_ASCII));
        }
        // ISO/IEC 26300-3, 3.3: the type can be read at the same place of every file.
        assertEquals("mimetype" + ods.mediaType(), new String(file, 30, 54, StandardCharsets.US_ASCII));
        Map<String, String> parts = ReadSpreadsheet.parts(file);
        assertEquals(
                List.of("mimetype", "META-INF/manifest.xml", "meta.xml", "styles.xml", "settings.xml", "content.xml"),
                List.copyOf(parts.keySet()));
        for (String part : List.of("META-INF/manifest.xml", "meta.xml", "styles.xml", "settings.xml", "content.xml")) {
            ReadSpreadsheet.parse(parts.getOrDefault(part, ""));
        }
        assertFalse(parts.getOrDefault("content.xml", "").contains("table:formula"));
    }

    @Test
    void everyFigureIsTheReports() throws Exception {
        Pack pack = SamplePacks.sample(TOWN);
        List<ReadSpreadsheet.Sheet> sheets = ReadSpreadsheet.sheets(ods.write(pack));
        int at = 2;
        int numbers = 0;
        for (Report.Table table : pack.report().tables()) {
            List<List<Element>> rows = sheets.get(at++).rows();
            for (int row = 0; row < table.rows().size(); row++) {
                Report.Row expected = table.rows().get(row);
                assertEquals(expected.title(), rows.get(row + 1).getFirst().getTextContent());
                for (int column = 0; column < expected.values().size(); column++) {
                    Report.Value value = expected.values().get(column);
                    Element cell = rows.get(row + 1).get(column + 1);
                    Double number = value.number();
                    if (number == null) {
                        assertEquals("string", cell.getAttribute("office:value-type"));
                        assertFalse(cell.hasAttribute("office:value"));
                        if (value.isHidden()) {
                            assertEquals("caché", cell.getTextContent());
                        }
                    } else {
                        boolean isPart = value.unit() == Report.Unit.PERCENT;
                        assertEquals(isPart ? "percentage" : "float", cell.getAttribute("office:value-type"));
                        assertEquals(
                                number,
                                Double.parseDouble(cell.getAttribute("office:value")) * (isPart ? 100 : 1),
                                1e-9);
                        numbers++;
                    }
                }
            }
        }
        assertTrue(numbers > 200, numbers + " numbers");
    }

    @Test
    void wordsNeverBecomeFormulas() throws Exception {
        String text = "=HYPERLINK(\"http://x\")\u0000\u0001 <a>]]> \uD800";
        byte[] file = ods.write(SamplePacks.of(TOWN, text));
        for (ReadSpreadsheet.Sheet sheet : ReadSpreadsheet.sheets(file)) {
            for (List<Element> row : sheet.rows()) {
                for (Element cell : row) {
                    assertFalse(cell.hasAttribute("table:formula"));
                    if (cell.getTextContent().startsWith("=")) {
                        assertEquals("string", cell.getAttribute("office:value-type"));
                    }
                }
            }
        }
    }

    /** The ledger whose figures were worked out in a spreadsheet, on paper and as a spreadsheet again. */
    @Test
    void theGoldenFiguresStandInBothForms() throws Exception {
        List<CSVRecord> golden;
        try (var reader = Files.newBufferedReader(GOLDEN)) {
            golden = CSVFormat.DEFAULT
                    .builder()
                    .setHeader()
                    .setSkipHeaderRecord(true)
                    .get()
                    .parse(reader)
                    .getRecords();
        }
        List<Report.Row> rows = golden.stream()
                .map(figure -> new Report.Row(
                        figure.get("figure"),
                        figure.get("figure"),
                        Report.Kind.USUAL,
                        List.of(value(figure.get("value")))))
                .toList();
        Report report = SamplePacks.with(
                SamplePacks.sample(TOWN).report(),
                List.of(new Report.Table(
                        "golden",
                        "Or",
                        "first",
                        "Mesure",
                        List.of(new Report.Column("value", "Nombre")),
                        rows,
                        null,
                        false)));
        Pack pack = SamplePacks.pack(report, List.of(), List.of());
        List<List<Element>> sheet =
                ReadSpreadsheet.sheets(ods.write(pack)).get(2).rows();
        for (int row = 0; row < golden.size(); row++) {
            String expected = golden.get(row).get("value");
            Element cell = sheet.get(row + 1).get(1);
            if (cell.hasAttribute("office:value")) {
                assertEquals(Double.parseDouble(expected), Double.parseDouble(cell.getAttribute("office:value")), 1e-9);
            } else {
                assertEquals(expected.equals("hidden") ? "caché" : expected, cell.getTextContent());
            }
        }
        List<String> printed =
                ReadBooklet.tables(ReadBooklet.of(TOWN.bean(PackPdf.class).write(pack)))
                        .getOrDefault("Or", List.of())
                        .stream()
                        .map(row -> row.getLast()
                                .replaceAll("[\\s\\u00a0\\u202f]", "")
                                .replace(',', '.'))
                        .toList();
        assertEquals(golden.size(), printed.size());
        for (int row = 0; row < golden.size(); row++) {
            String expected = golden.get(row).get("value");
            if (expected.matches("-?[0-9.]+")) {
                assertEquals(Double.parseDouble(expected), Double.parseDouble(printed.get(row)), .0051);
            }
        }
    }

    @Test
    void theSamePackMakesTheSameBytes() {
        assertArrayEquals(ods.write(SamplePacks.sample(TOWN)), ods.write(SamplePacks.sample(TOWN)));
    }

    private static Report.Value value(String golden) {
        if (golden.matches("-?[0-9]+")) {
            return new Report.Value(Double.valueOf(golden), Report.Unit.COUNT, null, false, null);
        }
        if (golden.matches("-?[0-9.]+")) {
            return new Report.Value(Double.valueOf(golden), Report.Unit.RATIO, null, false, null);
        }
        return new Report.Value(
                null, Report.Unit.COUNT, golden.equals("hidden") ? null : golden, golden.equals("hidden"), null);
    }
}
