package org.portevoix.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.portevoix.TestTown;
import org.portevoix.TestVisitor;
import org.portevoix.participation.CountedLedger;

/** What the contract promised, owes and obtained, as the report tells it from the rows of the other rooms. */
class FollowedIndicatorsTest {
    private static final TestTown TOWN = TestTown.open();
    private static final String CONTRACT = "ville-suivie";

    private static TestVisitor coordinator = TOWN.visitor();
    private static long contract;

    @BeforeAll
    static void happen() {
        TOWN.sample(CONTRACT);
        coordinator = TOWN.coordinator(CONTRACT).desk();
        contract = id("SELECT id FROM contract WHERE slug = ?", CONTRACT);
        TestTown.update("UPDATE neighbourhood SET population = 2000 WHERE contract_id = ?", contract);
        String sheets = "SELECT id FROM action_sheet WHERE contract_id = ? AND approach = 'PROPORTIONATE' "
                + "AND state = 'PUBLISHED' ORDER BY position LIMIT 1 OFFSET ";
        long seen = id(sheets + "0", contract);
        long unsure = id(sheets + "1", contract);
        held(seen, place(seen, true), 3);
        held(seen, place(seen, false), 1);
        held(unsure, place(unsure, true), 1);
        TestTown.update("""
                INSERT INTO ledger_line (id, contract_id, kind, month, act, action_sheet_id, count)
                VALUES (RANDOM_BYTES(16), ?, 'ACTIVITY', '2027-03', 'SESSION_HELD', ?, 60)
                """, contract, unsure);
        long council = id("SELECT id FROM council WHERE contract_id = ? ORDER BY position LIMIT 1", contract);
        TestTown.update("""
                INSERT INTO formal_opinion (contract_id, council_id, receipt_hash, about_kind, about_title, title, body,
                    language, sent_by, sent_on, answer_by, month, is_sensitive)
                SELECT ?, ?, RANDOM_BYTES(32), 'CONTRACT', 'Le contrat', 'Un banc devant le centre', 'Un banc.', 'fr',
                    MIN(id), '2026-01-10', '2026-03-11', '2026-01', FALSE
                FROM account
                """, contract, council);
        for (String state : List.of("ACCEPTED", "REFUSED", "WAITING")) {
            TestTown.update("""
                    INSERT INTO council_proposal (council_id, kind, title, what, held, place, why, entered_by, entered_at,
                        form_key, state, decided_by, decided_at)
                    SELECT ?, 'EVENT', ?, 'Une fête', '', '', '', MIN(id), '2026-02-01', MD5(?), ?,
                        IF(? = 'WAITING', NULL, MIN(id)), IF(? = 'WAITING', NULL, '2026-03-01')
                    FROM account
                    """, council, "Fête " + state, CONTRACT + state, state, state, state);
        }
        for (int line = 0; line < 6; line++) {
            TestTown.update("""
                    INSERT INTO ledger_line (id, contract_id, kind, month, act, level, channel, council_id, count)
                    VALUES (RANDOM_BYTES(16), ?, 'PARTICIPATION', '2027-03', 'OPINION', 'CONSULTED', 'RELAY', ?, 1)
                    """, contract, council);
        }
        TestTown.update("""
                INSERT INTO ledger_line (id, contract_id, kind, month, act, level, channel, count)
                VALUES (RANDOM_BYTES(16), ?, 'PARTICIPATION', '2027-03', 'OPINION', 'CONSULTED', 'WEB', 30)
                """, contract);
        TestTown.update("""
                INSERT INTO body_meeting (body_id, day, starts_at, state)
                SELECT id, '2026-03-03', '2026-03-03 17:00:00', 'HELD'
                FROM body WHERE contract_id = ? AND slug = 'comite-de-pilotage'
                """, contract);
        TestTown.update("""
                INSERT INTO attendance (meeting_id, seat_id, is_occupied, month, is_sensitive, is_residents)
                SELECT m.id, s.id, s.slug = 'mission-jeunesse', '2026-03', FALSE, FALSE
                FROM seat s
                JOIN body b ON b.id = s.body_id
                JOIN body_meeting m ON m.body_id = b.id AND m.state = 'HELD'
                WHERE b.contract_id = ? AND s.slug IN ('mission-jeunesse', 'ars')
                """, contract);
        CountedLedger.renew(TOWN, contract);
    }

    /** A neighbourhood where the sheet promises more, or another. */
    private static String place(long sheet, boolean isStronger) {
        return TestTown.rows("""
                        SELECT slug FROM neighbourhood n
                        WHERE contract_id = ? AND ? = EXISTS (
                            SELECT 1 FROM action_sheet_neighbourhood l
                            WHERE l.neighbourhood_id = n.id AND l.action_sheet_id = ? AND l.is_stronger)
                        ORDER BY position LIMIT 1
                        """, contract, isStronger, sheet).getFirst();
    }

    private static void held(long sheet, String place, int count) {
        TestTown.update("""
                INSERT INTO ledger_line (id, contract_id, kind, month, act, action_sheet_id, place, count)
                VALUES (RANDOM_BYTES(16), ?, 'ACTIVITY', '2027-03', 'SESSION_HELD', ?, ?, ?)
                """, contract, sheet, place, count);
    }

    private static long id(String sql, Object... values) {
        return Long.parseLong(TestTown.rows(sql, values).getFirst());
    }

    @Test
    void strongerWherePromisedIsSeenOrNotOrCannotBeTold() throws IOException {
        List<CSVRecord> rows = rows("stronger", "");
        List<String> verdicts = rows.stream()
                .filter(row -> row.get("column").equals("verdict"))
                .map(row -> row.get("value"))
                .toList();
        assertEquals("Vu", verdicts.get(0));
        assertEquals("On ne peut pas dire : trop de séances sans lieu connu", verdicts.get(1));
        assertTrue(verdicts.subList(2, verdicts.size()).stream().allMatch(one -> one.contains("aucune séance tenue")));
        assertEquals(TestTown.rows("""
                                SELECT slug FROM action_sheet
                                WHERE contract_id = ? AND approach = 'PROPORTIONATE' AND state = 'PUBLISHED'
                                """, contract).size(), verdicts.size());
        String first = rows.getFirst().get("row");
        assertEquals("3", value(rows, first, "here"));
        assertEquals("1", value(rows, first, "elsewhere"));
    }

    @Test
    void brakesAndLeversAreThoseOfTheDatedHistory() throws IOException {
        List<CSVRecord> brakes = rows("brakes", "");
        for (String reason : List.of("DATA", "STAFF", "PUBLIC_NOT_REACHED", "INDEPENDENT_PRACTITIONERS")) {
            assertEquals(
                    TestTown.rows("""
                            SELECT COUNT(*) FROM action_sheet_history h JOIN action_sheet a ON a.id = h.action_sheet_id
                            WHERE a.contract_id = ? AND a.state = 'PUBLISHED' AND h.reason = ?
                            """, contract, reason).getFirst(),
                    value(brakes, reason.toLowerCase(java.util.Locale.ROOT), "all"),
                    reason);
        }
        long parts = brakes.stream()
                .filter(row ->
                        row.get("column").equals("all") && !row.get("row").equals("total"))
                .mapToLong(row -> Long.parseLong(row.get("value")))
                .sum();
        assertEquals(String.valueOf(parts), value(brakes, "total", "all"));
        assertTrue(parts > 2, "steps " + parts);
        assertEquals("1", value(rows("levers", ""), "residents", "all"));
        LocalDate today = LocalDate.parse(TestTown.rows("SELECT MAX(changed_on) FROM action_sheet_history")
                .getFirst());
        assertEquals("0", value(rows("brakes", "?periode=" + (today.getYear() - 10)), "total", "all"));
    }

    @Test
    void everyKindOfAnswerIsCountedAndLateOnesAreNamed() throws IOException {
        List<CSVRecord> owed = rows("owed", "");
        assertEquals("1", value(owed, "formal", "asked"));
        assertEquals("1", value(owed, "formal", "overdue"));
        assertEquals("3", value(owed, "proposals", "asked"));
        assertEquals("2", value(owed, "proposals", "in_time"));
        assertEquals("1", value(owed, "proposals", "overdue"));
        List<CSVRecord> late = rows("overdue", "");
        assertTrue(late.stream().anyMatch(row -> row.get("row_title").endsWith("Un banc devant le centre")));
        assertTrue(late.stream().anyMatch(row -> row.get("value").equals("11 mars 2026")));
        assertTrue(late.stream().anyMatch(row -> row.get("row_title").endsWith("Fête WAITING")));
        assertFalse(late.stream().anyMatch(row -> row.get("row_title").endsWith("Fête ACCEPTED")));
        long named =
                late.stream().filter(row -> row.get("column").equals("kind")).count();
        long counted = owed.stream()
                .filter(row -> row.get("column").equals("overdue"))
                .mapToLong(row -> Long.parseLong(row.get("value")))
                .sum();
        assertEquals(counted, named);
    }

    @Test
    void whatCouncilsProposedIsAdoptedRefusedOrWaits() throws IOException {
        List<CSVRecord> rows = rows("adopted_councils", "");
        String council = "conseil-citoyen-courtillieres";
        Map.of("formal", "1", "proposed", "4", "decided", "2", "adopted", "1", "refused", "1", "waiting", "2")
                .forEach((column, count) -> assertEquals(count, value(rows, council, column), column));
        long proposed = rows("adopted_actions", "").stream()
                .filter(row -> row.get("column").equals("proposed"))
                .mapToLong(row -> Long.parseLong(row.get("value")))
                .sum();
        assertEquals(
                TestTown.rows("SELECT COUNT(*) FROM followup WHERE contract_id = ?", contract)
                        .getFirst(),
                String.valueOf(proposed));
    }

    @Test
    void partnersWhoSatAreNamedWithTheirSector() throws IOException {
        List<CSVRecord> rows = rows("presence", "");
        CSVRecord partner = rows.stream()
                .filter(row -> row.get("row_title").equals("Mission jeunesse de la ville"))
                .findFirst()
                .orElseThrow();
        assertEquals("1", value(rows, partner.get("row"), "expected"));
        assertEquals("1", value(rows, partner.get("row"), "occupied"));
        assertEquals("100.0000", value(rows, partner.get("row"), "share"));
        String ars = rows.stream()
                .filter(row -> row.get("row_title").equals("Agence régionale de santé"))
                .filter(row ->
                        row.get("column").equals("expected") && row.get("value").equals("1"))
                .findFirst()
                .orElseThrow()
                .get("row");
        assertEquals("0", value(rows, ars, "occupied"));
        assertTrue(rows.stream().anyMatch(row -> row.get("value").equals("Pas de siège")));
        assertEquals("0", value(rows("presence", "?periode=2027"), partner.get("row"), "expected"));
    }

    @Test
    void relaysHaveTheirNameAndLanguagesSpokenOnTheSpotAreCounted() throws IOException {
        assertTrue(rows("relay", "").stream()
                .anyMatch(row -> row.get("row_title").startsWith("Conseil citoyen des Courtillières")));
        List<CSVRecord> languages = rows("languages", "");
        assertEquals(TestTown.rows("""
                                SELECT COUNT(*) FROM action_sheet
                                WHERE contract_id = ? AND state = 'PUBLISHED' AND CONCAT(' ', languages, ' ') LIKE '% ar %'
                                """, contract).getFirst(), value(languages, "ar", "spoken_there"));
        assertEquals("Oui", value(languages, "ar", "offered"));
    }

    @Test
    void eachTableTellsItsFormulaSourceAndLimits() {
        for (String table : List.of(
                "stronger", "brakes", "levers", "owed", "overdue", "adopted_councils", "adopted_actions", "presence")) {
            var page = coordinator.page(
                    "/equipe/" + CONTRACT + "/rapport/" + ReportPart.of(table).slug());
            assertEquals(1, page.select("#" + table).size(), table);
            assertEquals(
                    3,
                    page.select("section:has(#" + table + ") .about-figure p").size(),
                    table);
            assertFalse(page.text().contains("report.desk."));
            assertFalse(page.text().contains("actionsheet.desk."));
        }
    }

    private static List<CSVRecord> rows(String table, String query) throws IOException {
        return CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get()
                .parse(new StringReader(coordinator
                        .get("/equipe/" + CONTRACT + "/rapport/chiffres.csv" + query)
                        .text()))
                .getRecords()
                .stream()
                .filter(row -> row.get("table").equals(table))
                .toList();
    }

    private static String value(List<CSVRecord> rows, String row, String column) {
        return rows.stream()
                .filter(each ->
                        each.get("row").equals(row) && each.get("column").equals(column))
                .findFirst()
                .orElseThrow()
                .get("value");
    }
}
