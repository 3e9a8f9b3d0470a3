package org.portevoix.lead;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.portevoix.TestTown;
import org.portevoix.TestTown.Coordinator;
import org.portevoix.TestVisitor;

/** A lead's link: what it opens, what waits for the coordinator's nod, and that it dies when it is revoked. */
class LeadTest {

    private static final String DAY = LocalDate.of(2026, 11, 2).toString();

    private final TestTown town = TestTown.open();

    @Test
    void whatALeadReportsIsPublicOnlyAfterTheNod() throws IOException {
        String contract = town.smallTown("pilote-accord");
        Coordinator coordinator = town.coordinator(contract);
        String link = link(coordinator, "");
        send(
                link + "/avancement",
                Map.of(
                        "progress", "POSTPONED",
                        "outcome", "PARTLY",
                        "reason", "FUNDING",
                        "lever", "PARTNERS",
                        "on", DAY,
                        "note", "Trois logements attendent le peintre.",
                        "adaptation", "Nous passons par une autre entreprise."));
        send(
                link + "/indicateurs",
                Map.of(
                        "title", "Logements repeints",
                        "measure_kind", "OUTPUT",
                        "unit", "logements",
                        "baseline", "0",
                        "target", "40",
                        "value", "12,5",
                        "source", "Service logement",
                        "read_on", DAY));
        assertFalse(everything(contract).contains("peintre"));
        assertFalse(everything(contract).contains("Logements repeints"));
        assertEquals(0, ledger(contract, "STATUS_CHANGE"));
        assertTrue(coordinator.desk().page("/equipe").text().contains("2 envois de pilotes à relire"));

        List<String> waiting = reports(contract);
        Document desk = coordinator.desk().page("/equipe/" + contract + "/pilotes");
        assertTrue(desk.text().contains("Ce qui a aidé : Des partenaires engagés"), desk.text());
        assertFalse(levers(coordinator).contains("1"));
        decide(coordinator, waiting.get(0), "accord", Map.of(), "accepte");
        decide(coordinator, waiting.get(0), "accord", Map.of(), "trop-tard");
        assertEquals(List.of("1"), levers(coordinator));
        decide(coordinator, waiting.get(1), "accord", Map.of(), "accepte");
        assertEquals(1, ledger(contract, "STATUS_CHANGE"));
        Document action = town.visitor().page("/fr/" + contract + "/actions/plomb");
        assertTrue(action.text().contains("Reportée (il manque de l’argent). Trois logements attendent le peintre."));
        assertTrue(action.text().contains("Nous passons par une autre entreprise."));
        assertEquals(
                "0 12,5 40",
                action.select("table.figures:contains(Logements repeints) td").text());
        assertTrue(town.visitor()
                .get("/api/v1/contracts/" + contract + "/actions")
                .text()
                .contains("\"value\":12.50,\"source\":\"Service logement\""));
        assertTrue(town.visitor().page(link).select(".tag").eachText().equals(List.of("Accepté", "Accepté")));

        send(
                link + "/indicateurs",
                Map.of(
                        "known", "Logements repeints",
                        "measure_kind", "OUTPUT",
                        "unit", "logements",
                        "value", "20",
                        "source", "Service logement",
                        "read_on", "2026-11-03"));
        decide(coordinator, reports(contract).get(2), "accord", Map.of(), "accepte");
        assertEquals(
                "0 12,5 20 40",
                town.visitor()
                        .page("/fr/" + contract + "/actions/plomb")
                        .select("table.figures:contains(Logements repeints) td")
                        .text());
        assertEquals(List.of("20.00 logements", "12.50 logements"), TestTown.rows("""
                        SELECT r.value, m.unit FROM action_sheet_reading r
                        JOIN action_sheet_measure m ON m.id = r.measure_id
                        JOIN action_sheet s ON s.id = m.action_sheet_id
                        JOIN contract c ON c.id = s.contract_id
                        WHERE c.slug = ? AND m.slug = 'logements-repeints' ORDER BY r.value DESC
                        """, contract));
    }

    @Test
    void somebodyInDangerInAReportIsToldAtOnceAndItsLeadSeesWhomToCall() {
        String contract = town.smallTown("pilote-danger");
        String link = link(town.coordinator(contract), "");
        send(link + "/avancement", Map.of("progress", "FINISHED", "on", DAY, "note", "Une mère dit : je veux mourir."));
        assertEquals(
                List.of("1"),
                TestTown.rows(
                        "SELECT COUNT(*) FROM letter l JOIN contract c ON c.id = l.contract_id WHERE c.slug = ? AND l.kind = 'distress'",
                        contract));
        String first = ".danger a[href^=tel:]";
        assertEquals(
                "tel:3114",
                town.visitor().page(link + "?fait=avancement").select(first).attr("href"));
        assertTrue(town.visitor().page(link).select(first).isEmpty(), "only after what was just sent");
    }

    @Test
    void whatIsRefusedIsNeverPublicAndItsLeadReadsWhy() {
        String contract = town.smallTown("pilote-refus");
        Coordinator coordinator = town.coordinator(contract);
        String link = link(coordinator, "");
        send(link + "/avancement", Map.of("progress", "FINISHED", "on", DAY, "note", "Tout est fini."));
        String report = reports(contract).getFirst();
        TestVisitor.Answer wordless = post(coordinator, "/rapports/" + report + "/refus", Map.of());
        assertEquals(422, wordless.status());
        decide(coordinator, report, "refus", Map.of("word", "Il reste deux immeubles."), "refuse");
        decide(coordinator, report, "accord", Map.of(), "trop-tard");
        assertFalse(everything(contract).contains("Tout est fini."));
        assertTrue(town.visitor().page(link).text().contains("Il reste deux immeubles."));
        assertEquals(0, ledger(contract, "STATUS_CHANGE"));
    }

    @Test
    void peopleCountedAreSpectatorsByWhereTheyLiveAndCanBeTakenBackOnce() {
        String contract = town.smallTown("pilote-comptage");
        Coordinator coordinator = town.coordinator(contract);
        String link = link(coordinator, "");
        List<String> homes =
                town.visitor().page(link).select("input[name^=heads-]").eachAttr("name");
        send(
                link + "/comptages",
                Map.of("activity", "Visite d’un immeuble", "day", DAY, homes.getFirst(), "7", "heads-inconnu", "3"));
        assertEquals(0, ledger(contract, "HEAD_COUNT"));
        String report = reports(contract).getFirst();
        decide(coordinator, report, "accord", Map.of(), "accepte");
        assertEquals(10, ledger(contract, "HEAD_COUNT"));
        assertEquals(
                List.of("3 inconnu SPECTATOR 2026-11", "7 " + homes.getFirst().substring(6) + " SPECTATOR 2026-11"),
                TestTown.rows("""
                        SELECT l.count, l.home, l.level, l.month FROM ledger_line l JOIN contract c ON c.id = l.contract_id
                        WHERE c.slug = ? AND l.action_sheet_id IS NOT NULL ORDER BY l.count
                        """, contract));
        decide(coordinator, report, "reprise", Map.of(), "repris");
        decide(coordinator, report, "reprise", Map.of(), "trop-tard");
        assertEquals(0, ledger(contract, "HEAD_COUNT"));
    }

    @Test
    void aDayOfTheAgendaIsCountedThere() {
        String contract = town.smallTown("pilote-agenda");
        String link = link(town.coordinator(contract), "");
        Past.move(contract, DAY);
        TestVisitor.Answer answer = town.visitor()
                .post(link + "/comptages", Map.of("activity", "Forum", "day", DAY, "heads-inconnu", "30"));
        assertEquals(422, answer.status());
        assertTrue(answer.text().contains("compteraient deux fois"));
        assertEquals("30", answer.page().select("#heads-inconnu").val());
        assertEquals(List.of(), reports(contract));
    }

    @Test
    void whatIsAmissIsSaidAndNothingIsLost() {
        String contract = town.smallTown("pilote-fautes");
        String link = link(town.coordinator(contract), "");
        TestVisitor lead = town.visitor();
        TestVisitor.Answer held = lead.post(
                link + "/avancement",
                Map.of("progress", "DROPPED", "lever", "CHANCE", "on", "2999-01-01", "note", "Plus de local."));
        assertEquals(422, held.status());
        assertEquals(
                List.of("#reason", "#lever", "#on"),
                held.page().select(".summary a").eachAttr("href"));
        assertEquals("Plus de local.", held.page().select("#note").text());
        assertEquals("DROPPED", held.page().select("#progress option[selected]").val());
        TestVisitor.Answer number = lead.post(
                link + "/indicateurs",
                Map.of(
                        "title",
                        "Visites",
                        "measure_kind",
                        "RESULT",
                        "value",
                        "beaucoup",
                        "source",
                        "",
                        "read_on",
                        DAY));
        assertEquals(
                List.of("#value", "#source"), number.page().select(".summary a").eachAttr("href"));
        assertEquals("beaucoup", number.page().select("#value").val());
        assertEquals(
                422,
                lead.post(link + "/comptages", Map.of("activity", "Visite", "day", DAY))
                        .status());
        assertEquals(List.of(), reports(contract));
    }

    @Test
    void oneFormSentTwiceIsOneReport() {
        String contract = town.smallTown("pilote-double");
        String link = link(town.coordinator(contract), "");
        Map<String, String> form = new TreeMap<>(Map.of("progress", "FINISHED", "on", DAY));
        form.put("key", town.visitor().page(link).select("input[name=key]").attr("value"));
        send(link + "/avancement", form);
        send(link + "/avancement", form);
        assertEquals(1, reports(contract).size());
    }

    @Test
    void aLinkThatIsRevokedOverOrWrongIsTheSamePageOfNothing() {
        String contract = town.smallTown("pilote-coupe");
        Coordinator coordinator = town.coordinator(contract);
        String link = link(coordinator, "");
        TestVisitor lead = town.visitor();
        TestVisitor.Answer good = lead.get(link);
        assertEquals(200, good.status());
        assertEquals("no-store", good.header("Cache-Control"));
        assertTrue(good.header("X-Robots-Tag").contains("noindex"));
        String over = link(coordinator, "");
        town.visitor().get(over);
        Past.change("UPDATE lead_link SET expires_at = '2026-01-01' WHERE id = ?", last(contract));
        String id = TestTown.rows("""
                SELECT l.id FROM lead_link l JOIN contract c ON c.id = l.contract_id WHERE c.slug = ? ORDER BY l.id
                """, contract).getFirst();
        assertEquals(
                303, post(coordinator, "/liens/" + id + "/revocation", Map.of()).status());
        String wrong = "/pilote/" + "A".repeat(43);
        String nothing = dead(wrong, "10.8.0.1");
        assertEquals(nothing, dead(link, "10.8.0.2"));
        assertEquals(nothing, dead(over, "10.8.0.3"));
        assertEquals(
                404,
                lead.post(
                                link + "/avancement",
                                Map.of("progress", "FINISHED", "on", DAY),
                                "X-Forwarded-For",
                                "10.8.0.4")
                        .status());
        assertEquals(List.of(), reports(contract));
    }

    @Test
    void whoTriesManyLinksWaits() {
        String contract = town.smallTown("pilote-essais");
        String link = link(town.coordinator(contract), "");
        TestVisitor thief = town.visitor();
        for (int i = 0; i < 20; i++) {
            assertEquals(
                    404,
                    thief.get("/pilote/" + ("B" + i).repeat(10), "X-Forwarded-For", "10.8.1.1")
                            .status());
        }
        assertEquals(429, thief.get(link, "X-Forwarded-For", "10.8.1.1").status());
        assertEquals(200, thief.get(link, "X-Forwarded-For", "10.8.1.2").status());
    }

    @Test
    void theLinkIsShownOnceAndItsHashAloneIsKept() {
        String contract = town.smallTown("pilote-secret");
        Coordinator coordinator = town.coordinator(contract);
        String link = link(coordinator, "pilote@exemple.fr");
        String token = link.substring("/pilote/".length());
        assertEquals(43, token.length());
        assertFalse(coordinator
                .desk()
                .get("/equipe/" + contract + "/pilotes")
                .text()
                .contains(token));
        assertEquals(List.of("1"), TestTown.rows("""
                SELECT COUNT(*) FROM lead_link WHERE token_hash = UNHEX(SHA2(?, 256)) AND last_used_at IS NULL
                """, token));
        assertEquals(List.of("WAITING fr"), TestTown.rows("""
                SELECT l.state, l.language FROM letter l JOIN contract c ON c.id = l.contract_id
                WHERE c.slug = ? AND l.kind = 'lead-link'
                """, contract));
        town.visitor().page(link);
        assertEquals(List.of("1"), TestTown.rows("""
                SELECT COUNT(*) FROM lead_link WHERE token_hash = UNHEX(SHA2(?, 256)) AND last_used_at IS NOT NULL
                """, token));
    }

    /** What helped, as the report to the committee counts it. */
    private static List<String> levers(Coordinator coordinator) throws IOException {
        return CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get()
                .parse(new StringReader(coordinator
                        .desk()
                        .get("/equipe/" + coordinator.contract() + "/rapport/chiffres.csv")
                        .text()))
                .getRecords()
                .stream()
                .filter(row -> row.get("table").equals("levers")
                        && row.get("row").equals("partners")
                        && row.get("column").equals("all"))
                .map(row -> row.get("value"))
                .toList();
    }

    /** The path of a new link for the action of the small town. */
    private String link(Coordinator coordinator, String email) {
        Document page = coordinator.desk().page("/equipe/" + coordinator.contract() + "/pilotes");
        TestVisitor.Answer made = post(
                coordinator,
                "/liens",
                Map.of(
                        "key",
                        page.select("input[name=key]").attr("value"),
                        "sheet",
                        page.select("#field-sheet option[value~=[0-9]]").attr("value"),
                        "holder",
                        "Service logement",
                        "email",
                        email));
        assertEquals(200, made.status(), made.text());
        String fresh = made.page().select(".done .words").text();
        return fresh.substring(fresh.indexOf("/pilote/"));
    }

    private void send(String path, Map<String, String> form) {
        Map<String, String> all = new TreeMap<>(form);
        all.putIfAbsent("key", town.bean(org.portevoix.web.FormKeys.class).next());
        TestVisitor.Answer answer = town.visitor().post(path, all);
        assertEquals(303, answer.status(), answer.text());
    }

    private static TestVisitor.Answer post(Coordinator coordinator, String path, Map<String, String> fields) {
        Map<String, String> all = new TreeMap<>(fields);
        all.put(
                "csrf",
                coordinator.desk().page("/equipe").select("input[name=csrf]").attr("value"));
        return coordinator.desk().post("/equipe/" + coordinator.contract() + "/pilotes" + path, all);
    }

    private static void decide(
            Coordinator coordinator, String report, String how, Map<String, String> fields, String said) {
        TestVisitor.Answer answer = post(coordinator, "/rapports/" + report + "/" + how, fields);
        assertEquals(303, answer.status(), answer.text());
        assertTrue(answer.location().endsWith("fait=" + said), answer.location());
    }

    /** What the page of nothing says. */
    private String dead(String link, String from) {
        TestVisitor.Answer answer = town.visitor().get(link, "X-Forwarded-For", from);
        assertEquals(404, answer.status());
        return answer.text();
    }

    private String everything(String contract) {
        return town.publicPages(contract).values().stream().collect(Collectors.joining());
    }

    private static String last(String contract) {
        return TestTown.rows("""
                SELECT MAX(l.id) FROM lead_link l JOIN contract c ON c.id = l.contract_id WHERE c.slug = ?
                """, contract).getFirst();
    }

    private static List<String> reports(String contract) {
        return TestTown.rows("""
                SELECT r.id FROM lead_report r JOIN contract c ON c.id = r.contract_id WHERE c.slug = ? ORDER BY r.id
                """, contract);
    }

    private static long ledger(String contract, String act) {
        return Long.parseLong(TestTown.rows("""
                SELECT COALESCE(SUM(l.count), 0) FROM ledger_line l JOIN contract c ON c.id = l.contract_id
                WHERE c.slug = ? AND l.act = ?
                """, contract, act).getFirst());
    }

    /** What time and the agenda would have done by themselves. */
    private static final class Past {

        static void move(String contract, String day) {
            change("""
                    UPDATE event_session s JOIN event e ON e.id = s.event_id JOIN contract c ON c.id = e.contract_id
                    SET s.day = '%s' WHERE c.slug = ? AND s.places IS NULL
                    """.formatted(day), contract);
        }

        static void change(String sql, String value) {
            try (var connection = org.portevoix.TestDatabase.ownerConnection();
                    var statement = connection.prepareStatement(sql)) {
                statement.setString(1, value);
                assertEquals(1, statement.executeUpdate());
            } catch (java.sql.SQLException e) {
                throw new AssertionError(e);
            }
        }
    }
}
