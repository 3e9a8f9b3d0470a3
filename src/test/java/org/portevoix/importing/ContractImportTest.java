package org.portevoix.importing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ContractImportTest extends ImportTest {
    private static final String SESSIONS = """
            SELECT event_session.starts_at FROM event_session
            JOIN event ON event.id = event_session.event_id
            JOIN contract ON contract.id = event.contract_id
            WHERE contract.slug = ? ORDER BY starts_at
            """;

    @Test
    void theSampleIsImportedWhole() {
        byte[] sample = resource("/sample/contract.yaml");

        ImportReport first = importOn(DAY).importFile("contract.yaml", sample, false);
        ImportReport second = importOn(DAY.plusDays(30)).importFile("contract.yaml", sample, false);

        assertTrue(first.isDone(), () -> String.join("\n", first.lines()));
        assertTrue(second.isDone(), () -> String.join("\n", second.lines()));
        assertEquals(List.of(), second.created());
        assertEquals(List.of(), second.updated());
    }

    @Test
    void theExampleOfTheManualIsImported() throws Exception {
        String manual = Files.readString(Path.of("docs/contract-file.md"));
        String example =
                manual.substring(manual.indexOf("```yaml\n") + 8, manual.indexOf("\n```\n", manual.indexOf("```yaml")));

        ImportReport report = importing(example);

        assertTrue(report.isDone(), () -> String.join("\n", report.lines()));
        assertTrue(report.created().contains("contract"));
    }

    @Test
    void whatTheFileSaysIsInTheTables() {
        assertTrue(importing(town("tables")).isDone());

        assertEquals("سكن بدون رصاص", body("action_sheet", "title_text", "tables", "plomb", "ar"));
        assertEquals(List.of("UNDER_WAY PROPORTIONATE CONTRIBUTOR NONE 1 PUBLISHED"), rows("""
                        SELECT progress, approach, plan_level, appointment, is_free, state FROM action_sheet
                        WHERE contract_id = (SELECT id FROM contract WHERE slug = 'tables')
                        """));
        assertEquals(List.of("centre 1 0", "gare 1 1"), rows("""
                        SELECT n.slug, h.is_held, h.is_stronger FROM action_sheet_neighbourhood h
                        JOIN neighbourhood n ON n.id = h.neighbourhood_id
                        WHERE n.contract_id = (SELECT id FROM contract WHERE slug = 'tables') ORDER BY n.slug
                        """));
        assertEquals(List.of("ACTOR ar 0"), rows("""
                SELECT level, languages, is_confidential FROM mission
                WHERE contract_id = (SELECT id FROM contract WHERE slug = 'tables')
                """));
        // 18:00 in Paris, on the Thursday after the week of the import; 10:00 in summer.
        assertEquals(
                List.of("2026-12-03 17:00:00", "2027-07-14 08:00:00"),
                rows(SESSIONS, "tables").stream()
                        .map(instant -> instant.substring(0, 19))
                        .toList());
    }

    @Test
    void aTranslationIsMadeFromTheFrenchParagraphBesideIt() {
        assertTrue(importing(town("digests")).isDone());

        List<String> paragraphs = rows("""
                SELECT p.language, p.position, p.origin, p.state, p.digest = LEFT(SHA2(s.body, 256), 16)
                FROM contract c
                JOIN paragraph p ON p.text_id = c.summary_text
                JOIN paragraph s ON s.text_id = p.text_id AND s.position = p.position AND s.language = 'fr'
                WHERE c.slug = 'digests' ORDER BY p.language, p.position
                """);

        assertEquals(
                List.of(
                        "ar 0 FILE REVIEWED 1",
                        "ar 1 FILE REVIEWED 1",
                        "fr 0 SOURCE REVIEWED 1",
                        "fr 1 SOURCE REVIEWED 1"),
                paragraphs);
    }

    @Test
    void theSameFileAgainChangesNothing() {
        importing(town("encore"));
        Map<String, String> before = counts();

        ImportReport again = importing(town("encore"));

        assertEquals(List.of(), again.created());
        assertEquals(List.of(), again.updated());
        assertTrue(again.unchanged() > 50);
        assertEquals(before, counts());
    }

    @Test
    void countedDaysStayWhereTheFirstImportPutThem() {
        importing(town("jours"));
        List<String> before = rows(SESSIONS, "jours");

        ImportReport later =
                importOn(DAY.plusWeeks(9)).importFile("f", town("jours").getBytes(StandardCharsets.UTF_8), false);

        assertEquals(List.of(), later.updated());
        assertEquals(before, rows(SESSIONS, "jours"));
        assertEquals(List.of("2026-11-23 2026-12-27"), rows("""
                SELECT opens_on, closes_on FROM consultation
                WHERE contract_id = (SELECT id FROM contract WHERE slug = 'jours')
                """));
    }

    @Test
    void aDayIsCountedInTheContractsZone() {
        String far = town("mayotte").replace("name: Petite-Ville\n", "name: Mamoudzou\n    zone: Indian/Mayotte\n");
        // Noon in UTC on Sunday is still Sunday in Mayotte; the week is that of Monday the 16th.
        assertTrue(importOn(LocalDate.of(2026, 11, 22))
                .importFile("f", far.getBytes(StandardCharsets.UTF_8), false)
                .isDone());

        assertEquals("2026-11-26 15:00:00", rows(SESSIONS, "mayotte").getFirst().substring(0, 19));
    }

    @Test
    void aBareContractAndARuralOneAreImported() {
        String bare = town("nue");
        ImportReport report = importing(bare.substring(0, bare.indexOf("neighbourhoods:")));
        assertTrue(report.isDone(), () -> String.join("\n", report.lines()));
        assertEquals(List.of("contract"), report.created());

        StringBuilder villages = new StringBuilder("neighbourhoods:\n");
        for (int i = 1; i <= 37; i++) {
            villages.append("  - {slug: village-")
                    .append(i)
                    .append(", name: {fr: Village ")
                    .append(i)
                    .append("}}\n");
        }
        assertTrue(
                importing(town("rurale").replace("neighbourhoods:\n", villages)).isDone());
        assertEquals(List.of("39"), rows("""
                SELECT COUNT(*) FROM neighbourhood WHERE contract_id = (SELECT id FROM contract WHERE slug = 'rurale')
                """));
    }

    @Test
    void aChangeInTheFileIsWrittenAndItsPagesForgotten() {
        importing(town("change"));
        String page = rows("""
                SELECT CONCAT('action/', id) FROM action_sheet
                WHERE contract_id = (SELECT id FROM contract WHERE slug = 'change')
                """).getFirst();
        long before = rows("SELECT id FROM page_change WHERE tag = ?", page).size();

        ImportReport report = importing(town("change")
                .replace("سكن بدون رصاص", "سكن سليم")
                .replace("progress: under_way", "progress: finished")
                .replace("      - fr: Nombre de logements", "      - fr: Nombre de logements sains\n      - fr: Coût"));

        assertEquals(
                List.of("action/plomb: titre (ar)", "action/plomb: avancement", "action/plomb: indicateurs"),
                report.updated());
        assertEquals("سكن سليم", body("action_sheet", "title_text", "change", "plomb", "ar"));
        assertEquals(
                before + 1,
                rows("SELECT id FROM page_change WHERE tag = ?", page).size());
        assertEquals(List.of("2"), rows("""
                SELECT COUNT(*) FROM action_sheet_indicator WHERE action_sheet_id = ?
                """, page.substring(7)));
    }

    @Test
    void whatTheFileLacksIsLeftAlone() {
        importing(town("partiel"));
        String file = town("partiel");
        String partial = file.substring(0, file.indexOf("neighbourhoods:")).replaceAll("    ar: عقد.*\n", "");
        Map<String, String> before = counts();

        ImportReport report = importing(partial);

        assertTrue(report.isDone());
        assertEquals(List.of(), report.updated());
        assertEquals(before, counts());
    }

    @Test
    void aPlanCanGiveWayToNone() {
        importing(town("plan"));
        String file = town("plan");
        String none = file.substring(0, file.indexOf("      level: contributor"))
                + "      none_because: {fr: Faute de moyens}\n"
                + file.substring(file.indexOf("    progress: under_way"));

        ImportReport report = importing(none);

        assertTrue(report.isDone(), () -> String.join("\n", report.lines()));
        assertEquals(List.of("null null null 1"), rows("""
                SELECT plan_level, plan_how_many, plan_who_text, plan_none_text IS NOT NULL FROM action_sheet
                WHERE contract_id = (SELECT id FROM contract WHERE slug = 'plan')
                """));
        assertTrue(importing(file).isDone());
        assertEquals(List.of(), importing(file).updated());
    }

    @Nested
    class AfterAnEditAtTheDesk {
        private void edit(String contract) {
            change("""
                    UPDATE paragraph SET body = 'عنوان المكتب'
                    WHERE language = 'ar' AND text_id = (SELECT title_text FROM action_sheet
                        WHERE contract_id = (SELECT id FROM contract WHERE slug = '%s'))
                    """.formatted(contract));
        }

        @Test
        void theImportIsRefusedAndNamesIt() {
            importing(town("bureau"));
            edit("bureau");
            Map<String, String> before = counts();

            ImportReport report = importing(town("bureau").replace("progress: under_way", "progress: finished"));

            assertFalse(report.isDone());
            assertEquals(List.of("action/plomb: titre (ar) modifié au bureau"), report.refused());
            assertEquals(before, counts());
            assertEquals("عنوان المكتب", body("action_sheet", "title_text", "bureau", "plomb", "ar"));
            assertEquals(List.of("UNDER_WAY"), rows("""
                    SELECT progress FROM action_sheet WHERE contract_id = (SELECT id FROM contract WHERE slug = 'bureau')
                    """));
        }

        @Test
        void replaceOverwritesIt() {
            importing(town("ecrase"));
            edit("ecrase");

            assertEquals(
                    List.of("action/plomb: titre (ar)"),
                    replacing(town("ecrase")).updated());
            assertEquals("سكن بدون رصاص", body("action_sheet", "title_text", "ecrase", "plomb", "ar"));
            assertTrue(importing(town("ecrase")).isDone());
        }

        @Test
        void theSameEditInTheFileIsNoConflict() {
            importing(town("accord"));
            edit("accord");

            ImportReport report = importing(town("accord").replace("سكن بدون رصاص", "عنوان المكتب"));

            assertTrue(report.isDone());
            assertEquals(List.of(), report.updated());
            assertTrue(importing(town("accord").replace("سكن بدون رصاص", "سكن")).isDone());
        }

        @Test
        void aScalarAndAListAreNamedToo() {
            importing(town("listes"));
            change("""
                    UPDATE action_sheet SET telephone = '01', is_sensitive = TRUE
                    WHERE contract_id = (SELECT id FROM contract WHERE slug = 'listes')
                    """);
            change("""
                    DELETE FROM action_sheet_partner WHERE action_sheet_id =
                        (SELECT id FROM action_sheet WHERE contract_id = (SELECT id FROM contract WHERE slug = 'listes'))
                    """);

            assertEquals(
                    List.of("action/plomb: partenaires modifié au bureau"),
                    importing(town("listes")).refused());
            assertEquals(
                    List.of(
                            "action/plomb: sensible modifié au bureau",
                            "action/plomb: téléphone modifié au bureau",
                            "action/plomb: partenaires modifié au bureau"),
                    importing(town("listes")
                                    .replace("    lead: ville", "    sensitive: false\n    lead: ville")
                                    .replace(
                                            "      appointment:",
                                            "      telephone: 01 99 00 00 02\n      appointment:"))
                            .refused());
        }
    }

    @Test
    void aQuestionThatHasAnswersKeepsItsKind() {
        importing(town("reponses"));
        change("""
                INSERT INTO opinion (contract_id, consultation_id, receipt_hash, submission_hash, received_at, state,
                    has_words, month, level, channel, home, language)
                SELECT contract_id, id, UNHEX(SHA2('a', 256)), UNHEX(SHA2('b', 256)), NOW(6), 'WAITING',
                    TRUE, '2026-11', 'CONSULTED', 'WEB', 'inconnu', 'fr'
                FROM consultation WHERE contract_id = (SELECT id FROM contract WHERE slug = 'reponses')
                """);
        change("""
                INSERT INTO answer (opinion_id, question_id, body)
                SELECT opinion.id, question.id, 'parce que' FROM opinion
                JOIN question ON question.consultation_id = opinion.consultation_id AND question.slug = 'pourquoi'
                WHERE opinion.contract_id = (SELECT id FROM contract WHERE slug = 'reponses')
                """);

        String scale = town("reponses").replace("        kind: text\n", "        kind: scale\n");

        assertEquals(
                List.of("consultation/avis/pourquoi: genre : des personnes ont déjà répondu à cette question"),
                replacing(scale).refused());
        assertTrue(importing(town("reponses")).isDone());
    }
}
