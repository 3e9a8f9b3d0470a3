package org.portevoix.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micronaut.json.JsonMapper;
import io.micronaut.json.tree.JsonNode;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.portevoix.TestTown;
import org.portevoix.TestVisitor;
import org.portevoix.account.Role;
import org.portevoix.participation.CountedLedger;

class ReportDeskTest {
    private static final TestTown TOWN = TestTown.open();
    private static final String CONTRACT = "ville-du-rapport";

    private static TestVisitor coordinator = TOWN.visitor();

    @BeforeAll
    static void takePart() {
        TOWN.smallTown(CONTRACT);
        coordinator = TOWN.coordinator(CONTRACT).desk();
        long id = Long.parseLong(TestTown.rows("SELECT id FROM contract WHERE slug = ?", CONTRACT)
                .getFirst());
        String sheet = TestTown.rows("SELECT id FROM action_sheet WHERE contract_id = ? AND slug = 'plomb'", id)
                .getFirst();
        write(id, "OPINION", "CONSULTED", "WEB", sheet, "centre", "20-39", "woman", true, 40);
        write(id, "OPINION", "CONSULTED", "PAPER", sheet, "gare", "60-74", "man", false, 25);
        write(id, "OPINION", "CONSULTED", "WEB", sheet, "gare", "75+", "man", false, 3);
        write(id, "PRESENCE", "SPECTATOR", "MEETING", null, "centre", null, null, null, 30);
        write(id, "HEAD_COUNT", "SPECTATOR", "MEETING", null, "centre", null, null, null, 55);
        TestTown.update("""
                INSERT INTO ledger_line (id, contract_id, kind, month, act, place, count, held_on, held_from, is_evening,
                    is_weekend, has_child_care, has_interpreter)
                VALUES (RANDOM_BYTES(16), ?, 'ACTIVITY', '2027-03', 'SESSION_HELD', 'centre', 1, '2027-03-04', '18:30:00',
                    TRUE, FALSE, TRUE, FALSE)
                """, id);
        CountedLedger.layPriorityArea(id, "gare");
        CountedLedger.renew(TOWN, id);
    }

    private static void write(
            long contract,
            String act,
            String level,
            String channel,
            @Nullable String sheet,
            String home,
            @Nullable String age,
            @Nullable String gender,
            @Nullable Boolean first,
            int count) {
        TestTown.update("""
                INSERT INTO ledger_line (id, contract_id, kind, month, act, level, channel, action_sheet_id, home, age_band,
                    gender, first_time, phase, count)
                VALUES (RANDOM_BYTES(16), ?, 'PARTICIPATION', '2027-03', ?, ?, ?, ?, ?, ?, ?, ?, 'DIAGNOSIS', ?)
                """, contract, act, level, channel, sheet, home, age, gender, first, count);
    }

    @Test
    void everyFormatTellsTheSameFigures() throws IOException {
        Map<String, List<String>> cells = new HashMap<>();
        for (ReportPart part : ReportPart.values()) {
            Document page = coordinator.page("/equipe/" + CONTRACT + "/rapport/" + part.slug());
            page.select("section.figures:not(:has(.note-desk:contains(première fois)))")
                    .forEach(table -> assertNull(
                            cells.put(
                                    table.select("h2").attr("id"),
                                    table.select("tbody td").stream()
                                            .map(Element::text)
                                            .toList()),
                            "each table is in one part"));
        }
        // Rows of first times that are wholly hidden are named in a sentence, in place of their cells.
        List<CSVRecord> rows = csv("").stream()
                .filter(row ->
                        cells.containsKey(row.get("table")) || !row.get("table").startsWith("first_"))
                .toList();
        List<String> shown = new ArrayList<>();
        rows.stream()
                .map(row -> row.get("table"))
                .distinct()
                .forEach(table -> shown.addAll(cells.getOrDefault(table, List.of())));
        JsonNode json = Objects.requireNonNull(
                        TOWN.bean(JsonMapper.class).readValue(text("/rapport/chiffres.json"), JsonNode.class))
                .get("tables");
        assertEquals(shown.size(), rows.size());
        int counted = 0;
        for (int index = 0; index < rows.size(); index++) {
            CSVRecord row = rows.get(index);
            JsonNode told =
                    row(json.get(row.get("table")).get("rows"), row.get("row")).get(row.get("column"));
            if (row.get("unit").equals("COUNT")) {
                assertEquals(row.get("value"), shown.get(index).replaceAll("\\P{Nd}", ""), row.toString());
                assertEquals(Long.parseLong(row.get("value")), told.getLongValue(), row.toString());
                counted++;
            } else if (row.get("is_hidden").equals("true")) {
                assertEquals("caché", shown.get(index), row.toString());
                assertTrue(told.isNull(), row.toString());
            } else if (!row.get("unit").isEmpty()) {
                assertEquals(Double.parseDouble(row.get("value")), told.getDoubleValue(), 1e-4, row.toString());
            }
        }
        assertTrue(counted > 100, "counted " + counted);
    }

    @Test
    void headsAndActsAreApartAndTheTotalIsTheSumOfItsParts() throws IOException {
        assertEquals("98", value("channel", "total", "acts"));
        assertEquals("55", value("channel", "total", "heads"));
        assertEquals("153", value("channel", "total", "all"));
        long parts = csv("").stream()
                .filter(row -> row.get("table").equals("neighbourhood")
                        && row.get("column").equals("all"))
                .filter(row -> !row.get("row").equals("total"))
                .mapToLong(row -> row.get("value").isEmpty() ? 0 : Long.parseLong(row.get("value")))
                .sum();
        assertEquals(153, parts);
    }

    @Test
    void aFewOfAnAgeAreHiddenAndNotFoundBySubtraction() throws IOException {
        assertEquals("", value("age", "75+", "all"));
        long hidden = csv("").stream()
                .filter(row ->
                        row.get("table").equals("age") && row.get("column").equals("all"))
                .filter(row -> row.get("is_hidden").equals("true"))
                .count();
        assertTrue(hidden >= 2, "hidden " + hidden);
        assertTrue(coordinator
                .page("/equipe/" + CONTRACT + "/rapport/participation")
                .text()
                .contains("rien ne se retrouve par soustraction"));
    }

    @Test
    void theCommitteeAloneSeesPriorityAreas() {
        Document ours = coordinator.page("/equipe/" + CONTRACT + "/rapport/quartiers");
        assertEquals(0, ours.select("#area").size());
        Document theirs = TOWN.member(CONTRACT, Role.COMMITTEE).page("/equipe/" + CONTRACT + "/rapport/quartiers");
        assertEquals(1, theirs.select("#area").size());
        assertEquals(
                404,
                coordinator
                        .get("/equipe/" + CONTRACT + "/rapport/faits?tableau=area&ligne=priority")
                        .status());
    }

    @Test
    void aFigureOpensItsFactsAndNeverSaysWho() {
        Document page = coordinator.page("/equipe/" + CONTRACT + "/rapport/participation");
        Element figure = Objects.requireNonNull(page.selectFirst("#channel ~ .wide a[href*=ligne=PAPER]"));
        Document facts = coordinator.page(figure.attr("href"));
        String lines = facts.select("tbody").text();
        assertTrue(lines.contains("mars 2027") && lines.contains("Avis") && lines.contains("Papier"), lines);
        assertTrue(lines.contains("Un logement sans plomb"), lines);
        assertFalse(facts.select("main").text().contains("Un homme"));
        Document veiled = coordinator.page("/equipe/" + CONTRACT + "/rapport/faits?tableau=age&ligne=75%2B");
        assertEquals(0, veiled.select("tbody").size());
        assertTrue(veiled.text().contains("Ce chiffre est caché"));
    }

    @Test
    void sheetsShowWhatWasAimedAtReceivedAndKept() throws IOException {
        assertEquals("Pas de réponse publiée", value("sheets", "plomb", "promise"));
        assertEquals("1", value("sessions", "late", "part"));
        assertEquals("1", value("sessions", "child_care", "part"));
        assertEquals("0", value("sessions", "interpreter", "part"));
    }

    @Test
    void aPeriodIsAskedForByItsName() throws IOException {
        Document page = coordinator.page("/equipe/" + CONTRACT + "/rapport?periode=2027-1");
        assertEquals(
                "Janvier à juin 2027", page.select("#periode option[selected]").text());
        assertEquals(
                404,
                coordinator
                        .get("/equipe/" + CONTRACT + "/rapport?periode=2027-03")
                        .status());
        assertTrue(csv("?periode=2027-1").stream()
                .anyMatch(row -> row.get("column").equals("before")));
    }

    private static String value(String table, String row, String column) throws IOException {
        return csv("").stream()
                .filter(each -> each.get("table").equals(table)
                        && each.get("row").equals(row)
                        && each.get("column").equals(column))
                .findFirst()
                .orElseThrow()
                .get("value");
    }

    private static List<CSVRecord> csv(String query) throws IOException {
        return CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get()
                .parse(new StringReader(text("/rapport/chiffres.csv" + query)))
                .getRecords();
    }

    private static JsonNode row(JsonNode rows, String key) {
        for (JsonNode row : rows.values()) {
            if (row.get("key").getStringValue().equals(key)) {
                return row;
            }
        }
        throw new AssertionError(key);
    }

    private static String text(String path) {
        return coordinator.get("/equipe/" + CONTRACT + path).text();
    }
}
