package org.portevoix.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micronaut.json.JsonMapper;
import io.micronaut.json.tree.JsonNode;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.portevoix.TestTown;
import org.portevoix.TestVisitor;
import org.portevoix.importing.ContractImport;
import org.portevoix.importing.ImportReport;
import org.portevoix.pack.ReadSpreadsheet;
import org.portevoix.paper.ReadBooklet;
import org.portevoix.participation.CountedLedger;

/** The golden ledger (see its README), written to a real contract: each figure of the spreadsheet is in each format of the report. */
class GoldenReportTest {
    private static final Path FOLDER = Path.of("src/test/resources/participation/golden");
    private static final TestTown TOWN = TestTown.open();
    private static final String TOWN_OF_LINES = "ville-doree";
    private static final String TOWN_OF_NEEDS = "ville-aux-dix-lieux";
    private static final double CLOSE = 6e-5;
    /** Rounded for the eye. */
    private static final Set<String> PRINTED = Set.of("screen", "PDF");

    /** A figure of the report: its table, its row, its column. */
    private record Figure(String table, String row, String column) {}

    @BeforeAll
    static void writeTheLedgers() throws IOException {
        List<String> places = List.of(
                place("centre", "Centre", 9000, null),
                place("gare", "Gare", 6000, null),
                place("port", "Port", 2500, null));
        long contract = open(
                TOWN_OF_LINES,
                places,
                List.of(
                        sheet("parler", "axe-1", 30, "port"),
                        sheet("venir", "axe-1", null, "gare"),
                        sheet("agir", "axe-2", null, "port")));
        for (CSVRecord line : read("ledger.csv")) {
            int number = Integer.parseInt(line.get("action"));
            String action = id(contract, List.of("parler", "venir", "agir").get(number - 1));
            write(contract, line, action);
        }
        for (CSVRecord held : read("sessions.csv")) {
            TestTown.update("""
                    INSERT INTO ledger_line (id, contract_id, kind, month, act, action_sheet_id, place, count)
                    VALUES (RANDOM_BYTES(16), ?, 'ACTIVITY', '2027-04', 'SESSION_HELD', ?, ?, ?)
                    """, contract, id(contract, held.get("action")), held.get("place"), held.get("count"));
        }
        TestTown.update("""
                INSERT INTO ledger_line (id, contract_id, kind, month, act, action_sheet_id, count)
                VALUES (RANDOM_BYTES(16), ?, 'ACTIVITY', '2027-05', 'REPLY', ?, 1)
                """, contract, id(contract, "parler"));
        CountedLedger.renew(TOWN, contract);
        List<CSVRecord> ranked = read("places.csv");
        long needs = open(
                TOWN_OF_NEEDS,
                ranked.stream()
                        .map(each -> place(
                                "lieu-" + each.get("need"),
                                "Lieu " + each.get("need"),
                                Integer.parseInt(each.get("population")),
                                each.get("need")))
                        .toList(),
                List.of(sheet("parler", "axe-1", null, "lieu-1")));
        for (CSVRecord place : ranked) {
            TestTown.update("""
                    INSERT INTO ledger_line (id, contract_id, kind, month, act, level, channel, home, count)
                    VALUES (RANDOM_BYTES(16), ?, 'PARTICIPATION', '2027-03', 'OPINION', 'CONSULTED', 'WEB', ?, ?)
                    """, needs, "lieu-" + place.get("need"), place.get("acts"));
        }
        CountedLedger.renew(TOWN, needs);
    }

    @Test
    void everyFigureOfTheSpreadsheetIsInEveryFormat() throws IOException {
        Map<String, Map<Figure, String>> lines = formats(TOWN_OF_LINES);
        Map<String, Map<Figure, String>> needs = formats(TOWN_OF_NEEDS);
        int compared = 0;
        for (CSVRecord figure : read("figures.csv")) {
            String[] name = figure.get("figure").split("\\|");
            if (!name[name.length - 1].equals("unanswered")) {
                Figure where = where(name);
                Map<String, Map<Figure, String>> formats = name[0].equals("index") ? needs : lines;
                for (Map.Entry<String, Map<Figure, String>> format : formats.entrySet()) {
                    String found = format.getValue().get(where);
                    String what = format.getKey() + ": " + figure.get("figure") + " at " + where;
                    if (found == null) {
                        throw new AssertionError(what);
                    }
                    if (name[0].equals("reached") || name[name.length - 1].equals("seen")) {
                        assertEquals(
                                word(figure.get("value")).replaceAll("\\h", " "), found.replaceAll("\\h", " "), what);
                    } else {
                        double scale = name[0].equals("first") ? 100 : 1;
                        assertEquals(
                                Double.parseDouble(figure.get("value")) * scale,
                                number(found),
                                PRINTED.contains(format.getKey()) ? halfOfLast(found) : CLOSE,
                                what);
                    }
                    compared++;
                }
            }
        }
        assertTrue(compared > 60 * lines.size(), "compared " + compared);
    }

    /** Each figure as it stands in the report's files and pages, and in those of a pack frozen now. */
    private static Map<String, Map<Figure, String>> formats(String contract) throws IOException {
        TestVisitor reader = TOWN.coordinator(contract).desk();
        String desk = "/equipe/" + contract + "/dossier";
        Document asked = reader.page(desk + "/apercu");
        String frozen = reader.post(
                        desk,
                        Map.of(
                                "csrf", asked.select("input[name=csrf]").attr("value"),
                                "key", asked.select("input[name=key]").attr("value"),
                                "periode", ""))
                .location()
                .replaceAll("\\?.*", "");
        String report =
                reader.get("/equipe/" + contract + "/rapport/chiffres.csv").text();
        Map<String, List<Figure>> inOrder = new LinkedHashMap<>();
        csv(report)
                .keySet()
                .forEach(figure -> inOrder.computeIfAbsent(figure.table(), unused -> new ArrayList<>())
                        .add(figure));
        Map<String, Map<Figure, String>> formats = new LinkedHashMap<>();
        formats.put("CSV", csv(report));
        String told =
                reader.get("/equipe/" + contract + "/rapport/chiffres.json").text();
        Map<String, String> tables = titles(told);
        formats.put("JSON", json(told));
        formats.put("pack's CSV", csv(reader.get(frozen + "/dossier.csv").text()));
        formats.put("pack's JSON", json(reader.get(frozen + "/dossier.json").text()));
        formats.put("screen", placed(inOrder, screen(reader, contract)));
        formats.put(
                "ODS",
                placed(
                        inOrder,
                        spreadsheet(tables, reader.get(frozen + "/dossier.ods").bytes())));
        formats.put(
                "PDF",
                placed(
                        inOrder,
                        paper(tables, reader.get(frozen + "/dossier.pdf").bytes())));
        return formats;
    }

    /** The cells of each table, row by row, given their names by the order in which they stand. */
    private static Map<Figure, String> placed(Map<String, List<Figure>> inOrder, Map<String, List<String>> cells) {
        Map<Figure, String> figures = new HashMap<>();
        inOrder.forEach((table, named) -> {
            List<String> shown = cells.getOrDefault(table, List.of());
            assertEquals(named.size(), shown.size(), table);
            for (int index = 0; index < shown.size(); index++) {
                figures.put(named.get(index), shown.get(index));
            }
        });
        return figures;
    }

    private static Map<String, List<String>> screen(TestVisitor reader, String contract) {
        Map<String, List<String>> cells = new HashMap<>();
        for (ReportPart part : ReportPart.values()) {
            reader.page("/equipe/" + contract + "/rapport/" + part.slug())
                    .select("section.figures")
                    .forEach(table -> cells.put(
                            table.select("h2").attr("id"),
                            table.select("tbody td").stream().map(Element::text).toList()));
        }
        return cells;
    }

    private static Map<String, List<String>> spreadsheet(Map<String, String> titles, byte[] file) throws IOException {
        List<ReadSpreadsheet.Sheet> sheets = ReadSpreadsheet.sheets(file);
        int at = 0;
        while (!sheets.get(at).name().equals(titles.values().iterator().next())) {
            at++;
        }
        Map<String, List<String>> cells = new HashMap<>();
        for (String key : titles.keySet()) {
            cells.put(
                    key,
                    sheets.get(at++).rows().stream()
                            .skip(1)
                            .flatMap(row -> row.stream().skip(1))
                            .map(ReadSpreadsheet::shown)
                            .toList());
        }
        return cells;
    }

    private static Map<String, List<String>> paper(Map<String, String> titles, byte[] file) {
        Map<String, List<List<String>>> byTitle = ReadBooklet.tables(ReadBooklet.of(file));
        Map<String, List<String>> cells = new HashMap<>();
        titles.forEach((key, title) -> cells.put(
                key,
                byTitle.getOrDefault(title, List.of()).stream()
                        .flatMap(row -> row.stream().skip(1))
                        .toList()));
        return cells;
    }

    /** By key, in the order of the report. */
    private static Map<String, String> titles(String json) throws IOException {
        Map<String, String> titles = new LinkedHashMap<>();
        tables(json)
                .entries()
                .forEach(table ->
                        titles.put(table.getKey(), table.getValue().get("title").getStringValue()));
        return titles;
    }

    private static JsonNode tables(String json) throws IOException {
        return Objects.requireNonNull(TOWN.bean(JsonMapper.class).readValue(json, JsonNode.class))
                .get("tables");
    }

    private static Map<Figure, String> csv(String text) throws IOException {
        Map<Figure, String> figures = new LinkedHashMap<>();
        for (CSVRecord row : records(new StringReader(text))) {
            figures.put(new Figure(row.get("table"), row.get("row"), row.get("column")), row.get("value"));
        }
        return figures;
    }

    private static Map<Figure, String> json(String text) throws IOException {
        Map<Figure, String> figures = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> table : tables(text).entries()) {
            for (JsonNode row : table.getValue().get("rows").values()) {
                for (Map.Entry<String, JsonNode> cell : row.entries()) {
                    if (cell.getValue().isArray()) {
                        continue;
                    }
                    figures.put(
                            new Figure(table.getKey(), row.get("key").getStringValue(), cell.getKey()),
                            cell.getValue().isNull() ? "" : cell.getValue().coerceStringValue());
                }
            }
        }
        return figures;
    }

    /** "1 234,5" as well as 1234.5. */
    private static double number(String shown) {
        return Double.parseDouble(
                shown.replaceAll("[\\h%]", "").replace('\u2212', '-').replace(',', '.'));
    }

    /** How far a printed figure may be from what it stands for: half of its last digit; nothing for a count. */
    private static double halfOfLast(String shown) {
        int comma = shown.indexOf(',');
        long decimals = comma < 0
                ? 0
                : shown.substring(comma).chars().filter(Character::isDigit).count();
        return decimals == 0 ? 1e-9 : .5 * Math.pow(10, -decimals) + 1e-9;
    }

    /** Where the report has a figure of the spreadsheet. */
    private static Figure where(String[] name) {
        String bound = name[name.length - 1];
        boolean isBound = bound.equals("low") || bound.equals("high");
        return switch (name[0]) {
            case "total" -> new Figure("channel", "total", "all");
            case "acts" -> new Figure("channel", "total", "acts");
            case "heads" -> new Figure("channel", "total", "heads");
            case "LEVEL" -> new Figure("channel", "total", name[1]);
            case "FIRST" -> new Figure("first_by_action", "total", name[1].equals("inconnu") ? "unsaid" : name[1]);
            case "rate" -> new Figure("missing_places", name[1], isBound ? bound : "rate");
            case "ratio" -> new Figure("missing_places", name[1], isBound ? bound + "_ratio" : "ratio");
            case "gap" -> new Figure("missing_places", "gap", "acts_all");
            case "first" -> new Figure("first_by_action", "total", isBound ? bound : "share");
            case "index" -> new Figure("concentration", "index", isBound ? bound : "value");
            case "reached" -> new Figure("sheets", name[1], "reached");
            case "stronger" -> new Figure("stronger", name[1], bound.equals("seen") ? "verdict" : bound);
            default -> new Figure(name[0].toLowerCase(Locale.ROOT), name[1], bound.equals("all") ? "acts" : bound);
        };
    }

    private static String word(String key) {
        return switch (key) {
            case "consulted" -> "2. Donne son avis";
            case "spectator" -> "1. Informé";
            case "decider" -> "5. Siège";
            case "SEEN" -> "Vu";
            case "NOT_SEEN" -> "Pas vu";
            case "PLACES_UNKNOWN" -> "On ne peut pas dire : trop de séances sans lieu connu";
            default -> key;
        };
    }

    private static long open(String slug, List<String> places, List<String> sheets) throws IOException {
        String file = Files.readString(FOLDER.resolve("contract.yaml"))
                .replace("SLUG", slug)
                .replace("PLACES", String.join("\n", places))
                .replace("SHEETS", String.join("\n", sheets));
        ImportReport imported = TOWN.bean(ContractImport.class)
                .importFile("contract.yaml", file.getBytes(StandardCharsets.UTF_8), false);
        assertTrue(imported.isDone(), () -> imported.lines().toString());
        return Long.parseLong(
                TestTown.rows("SELECT id FROM contract WHERE slug = ?", slug).getFirst());
    }

    private static String place(String slug, String name, int population, @Nullable String need) {
        return "  - {slug: " + slug + ", name: {fr: " + name + "}, population: " + population
                + ", population_source: Nombre inventé"
                + (need == null ? "" : ", need: " + need + ", need_source: Nombre inventé") + "}";
    }

    private static String sheet(String slug, String axis, @Nullable Integer planned, String stronger) {
        return """
                  - slug: %s
                    axis: %s
                    title: {fr: Action %s}
                    summary: {fr: On essaie.}
                    practical: {hours: {fr: Le lundi}, free: true, appointment: none}
                    participation:
                      level: consulted
                      who: {fr: Les familles}
                %s      invited: {fr: À l’école}
                      followed: {fr: On compte}
                    progress: under_way
                    approach: {kind: proportionate, where: [%s]}""".formatted(slug, axis, slug, planned == null ? "" : "      how_many: " + planned + "\n", stronger);
    }

    private static String id(long contract, String slug) {
        return TestTown.rows("SELECT id FROM action_sheet WHERE contract_id = ? AND slug = ?", contract, slug)
                .getFirst();
    }

    private static void write(long contract, CSVRecord line, String action) {
        TestTown.update(
                """
                INSERT INTO ledger_line (id, contract_id, kind, month, act, level, channel, phase, action_sheet_id, home,
                    language, age_band, gender, first_time, count)
                VALUES (RANDOM_BYTES(16), ?, 'PARTICIPATION', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                contract,
                line.get("month"),
                line.get("act"),
                line.get("level"),
                line.get("channel"),
                line.get("phase"),
                action,
                or(line.get("home")),
                or(line.get("language")),
                or(line.get("age")),
                or(line.get("gender")),
                line.get("first").isEmpty() ? null : line.get("first").equals("first"),
                line.get("count"));
    }

    private static @Nullable String or(String text) {
        return text.isEmpty() ? null : text;
    }

    private static List<CSVRecord> read(String file) throws IOException {
        try (Reader reader = Files.newBufferedReader(FOLDER.resolve(file))) {
            return records(reader);
        }
    }

    private static List<CSVRecord> records(Reader reader) throws IOException {
        return CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get()
                .parse(reader)
                .getRecords();
    }
}
