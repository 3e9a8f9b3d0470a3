package org.portevoix.moderation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.portevoix.TestTown.rows;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.portevoix.TestTown;
import org.portevoix.TestVisitor;

/** What the team decided can be taken back, and the ledger is right after each move. */
class UndoTest {
    private final TestTown town = TestTown.open();

    @Test
    void aPublishedOpinionGoesFromTheSiteAtOnceAndWaitsAgain() {
        String contract = town.smallTown("ville-annule");
        TestTown.Coordinator team = town.coordinator(contract);
        long id = opinion(team, "Une cour plus verte", "yes");
        assertEquals(303, team.publish(id).status());
        assertTrue(publicPage(contract).contains("Une cour plus verte"));
        assertEquals(303, undo(team, id).status());
        assertFalse(publicPage(contract).contains("Une cour plus verte"));
        assertEquals(List.of("WAITING 1"), rows("SELECT state, is_counted FROM opinion WHERE id = ?", id));
        Document page = team.desk().page("/equipe/" + contract + "/avis/" + id);
        assertTrue(page.select("#undone + ul").text().contains("annulé par Coordination"), page::text);
        assertEquals(303, team.refuse(id, "INSULT").status());
        assertEquals(List.of("1"), sum(contract));
        assertEquals(
                List.of("PUBLISH 1", "REFUSE 0"),
                rows(
                        "SELECT decision, undone_by IS NOT NULL FROM moderation_decision WHERE opinion_id = ? ORDER BY id",
                        id));
    }

    @Test
    void theSumIsRightHoweverOftenSpamIsRefusedAndUndone() {
        String contract = town.smallTown("ville-hesite");
        TestTown.Coordinator team = town.coordinator(contract);
        long id = opinion(team, "Achetez ceci ou pas", "no");
        for (int turn = 1; turn <= 3; turn++) {
            assertEquals(303, team.refuse(id, "SPAM").status());
            assertEquals(List.of("0"), sum(contract), "refused, turn " + turn);
            assertEquals(303, undo(team, id).status());
            assertEquals(List.of("1"), sum(contract), "undone, turn " + turn);
        }
        assertEquals(
                303,
                team.decide(id, Map.of("decision", "pass_on", "passed_to", "la voirie"))
                        .status());
        assertEquals(303, undo(team, id).status());
        assertEquals(List.of("1"), sum(contract));
        assertEquals(List.of("7"), rows("""
                SELECT COUNT(*) FROM ledger_line l JOIN contract c ON c.id = l.contract_id
                WHERE c.slug = ? AND l.act = 'OPINION'
                """, contract), "one line a move: received, and three times out and in");
    }

    @Test
    void ofTwoWhoUndoAtOnceOneDoes() throws Exception {
        String contract = town.smallTown("ville-deux-fois");
        TestTown.Coordinator team = town.coordinator(contract);
        long id = opinion(team, "Deux mains sur le bouton", "no");
        team.refuse(id, "DUPLICATE");
        Map<String, String> form = undoForm(team, id);
        Callable<Integer> undo = () -> team.desk()
                .post("/equipe/" + contract + "/avis/" + id + "/annulation", form)
                .status();
        List<Integer> answers = new ArrayList<>();
        try (ExecutorService both = Executors.newFixedThreadPool(4)) {
            for (Future<Integer> status : both.invokeAll(List.of(undo, undo, undo, undo))) {
                answers.add(status.get());
            }
        }
        assertEquals(List.of(303, 409, 409, 409), answers.stream().sorted().toList());
        assertEquals(List.of("1"), sum(contract));
    }

    @Test
    void aDecisionMadeAnewIsNotUndoneByAnOldPage() {
        String contract = town.smallTown("ville-vieille-page");
        TestTown.Coordinator team = town.coordinator(contract);
        long id = opinion(team, "Un vieux formulaire", "yes");
        team.refuse(id, "SPAM");
        Map<String, String> old = undoForm(team, id);
        String address = "/equipe/" + contract + "/avis/" + id + "/annulation";
        assertEquals(303, team.desk().post(address, old).status());
        team.publish(id);
        assertEquals(409, team.desk().post(address, old).status());
        assertEquals(List.of("PUBLISHED 1"), rows("SELECT state, is_counted FROM opinion WHERE id = ?", id));
        assertEquals(List.of("1"), sum(contract));
    }

    @Test
    void aWithdrawnOpinionStaysWithdrawn() {
        String contract = town.smallTown("ville-retire");
        TestTown.Coordinator team = town.coordinator(contract);
        String code = town.give("fr", contract, "avis", Map.of("q-pourquoi", "Je change d’avis", "may_show", "yes"));
        long id = team.opinionWith("Je change d’avis");
        team.publish(id);
        Map<String, String> form = undoForm(team, id);
        town.visitor().post("/fr/suivi/" + code + "/retrait", Map.of());
        assertEquals(
                409,
                team.desk()
                        .post("/equipe/" + contract + "/avis/" + id + "/annulation", form)
                        .status());
        assertEquals(List.of("WITHDRAWN 0"), rows("SELECT state, is_counted FROM opinion WHERE id = ?", id));
        assertEquals(List.of("0"), sum(contract));
        assertEquals(
                List.of(),
                rows("SELECT id FROM moderation_decision WHERE opinion_id = ?", id),
                "what was decided went with the words");
    }

    @Test
    void spamWithoutWordsLeavesTheFiguresAndComesBack() {
        String contract = town.smallTown("ville-sans-mots");
        TestTown.Coordinator team = town.coordinator(contract);
        for (int i = 0; i < 3; i++) {
            town.give("fr", contract, "avis", Map.of("q-venu", "oui"));
        }
        String address = "/equipe/" + contract + "/questionnaires/avis";
        Document page = team.desk().page(address);
        List<String> wordless = page.select("input[name=opinion]").eachAttr("value");
        assertEquals(3, wordless.size());
        String csrf = page.select("input[name=csrf]").attr("value");
        String body = "csrf=" + csrf + "&opinion=" + wordless.get(0) + "&opinion=" + wordless.get(1);
        assertEquals(422, team.desk().post(address + "/indesirables", body).status());
        assertEquals(
                422,
                team.desk()
                        .post(address + "/indesirables", body + "&reason=INSULT")
                        .status());
        assertEquals(List.of("3"), sum(contract));
        for (int twice = 0; twice < 2; twice++) {
            assertEquals(
                    303,
                    team.desk()
                            .post(address + "/indesirables", body + "&reason=SPAM")
                            .status());
            assertEquals(List.of("1"), sum(contract));
        }
        long first = Long.parseLong(wordless.getFirst().split(":")[0]);
        assertEquals(303, undo(team, first).status());
        assertEquals(List.of("2"), sum(contract));
        assertEquals(List.of("READ 1"), rows("SELECT state, is_counted FROM opinion WHERE id = ?", first));
    }

    @Test
    void aCorrectionThatComesTooLateKeepsItsWords() {
        String contract = town.smallTown("ville-trop-tard");
        TestTown.Coordinator team = town.coordinator(contract);
        String code = town.give("ar", contract, "avis", Map.of("q-pourquoi", "قبل التصحيح", "may_show", "yes"));
        team.publish(team.opinionWith("قبل التصحيح"));
        TestVisitor.Answer late = town.visitor()
                .post(
                        "/ar/suivi/" + code + "/correction",
                        Map.of("q-pourquoi", "كتبت كثيرًا بعد القرار", "may_show", "no"));
        assertEquals(409, late.status());
        Document page = late.page();
        assertEquals("كتبت كثيرًا بعد القرار", page.select("textarea").text());
        assertTrue(page.select("[role=alert]").text().contains("فات الأوان"), page::text);
        assertFalse(page.select("input[name=may_show][value=no][checked]").isEmpty());
    }

    private long opinion(TestTown.Coordinator team, String words, String mayShow) {
        town.give("fr", team.contract(), "avis", Map.of("q-pourquoi", words, "may_show", mayShow));
        return team.opinionWith(words);
    }

    private static TestVisitor.Answer undo(TestTown.Coordinator team, long id) {
        return team.desk().post("/equipe/" + team.contract() + "/avis/" + id + "/annulation", undoForm(team, id));
    }

    private static Map<String, String> undoForm(TestTown.Coordinator team, long id) {
        Document page = team.desk().page("/equipe/" + team.contract() + "/avis/" + id);
        Map<String, String> form = new TreeMap<>();
        for (String field : List.of("csrf", "made")) {
            form.put(field, page.select("input[name=" + field + "]").attr("value"));
        }
        return form;
    }

    private String publicPage(String contract) {
        return town.visitor().page("/fr/" + contract + "/avis/avis").text();
    }

    private static List<String> sum(String contract) {
        return rows("""
                SELECT SUM(l.count) FROM ledger_line l JOIN contract c ON c.id = l.contract_id
                WHERE c.slug = ? AND l.act = 'OPINION'
                """, contract);
    }
}
