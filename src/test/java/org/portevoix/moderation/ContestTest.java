package org.portevoix.moderation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.portevoix.TestTown.rows;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.portevoix.TestTown;
import org.portevoix.TestVisitor;
import org.portevoix.language.Messages;

/** Whoever is not published reads why, in their language, and may ask once that another person reads again. */
class ContestTest {

    private final TestTown town = TestTown.open();

    @Test
    void theReasonIsOnTheReceiptInEveryLanguageAndTheCharterOneTapAway() {
        String contract = town.smallTown("motif-lu");
        TestTown.Coordinator team = town.coordinator(contract);
        String code = give(contract, "Des mots durs", "yes");
        long id = team.opinionWith("Des mots durs");
        assertEquals(
                303,
                team.decide(
                                id,
                                Map.of(
                                        "decision",
                                        "refuse",
                                        "reason",
                                        "INSULT",
                                        "note",
                                        "Redites-le sans insulte.",
                                        "note_language",
                                        "fr"))
                        .status());
        Messages messages = town.bean(Messages.class);
        for (String language : TestTown.SITE_LANGUAGES) {
            Document receipt = town.visitor().page("/" + language + "/suivi/" + code);
            String text = plain(receipt.text());
            assertTrue(text.contains(plain(messages.say(language, "moderation.reason.INSULT", Map.of()))), text);
            assertTrue(
                    text.contains(plain(messages.say(language, "moderation.reason.INSULT.explained", Map.of()))), text);
            assertEquals(
                    "fr",
                    receipt.select("span:containsOwn(Redites-le sans insulte.)").attr("lang"));
            String charter = receipt.select("a[href=/" + language + "/charte]").attr("href");
            String rules = plain(town.visitor().page(charter).text());
            for (Reason reason : Reason.values()) {
                assertTrue(
                        rules.contains(
                                plain(messages.say(language, "moderation.reason." + reason + ".explained", Map.of()))),
                        language + " " + reason);
            }
            assertTrue(rules.contains("internet-signalement.gouv.fr"));
        }
    }

    @Test
    void anotherPersonThanWhoDecidedKeepsTheDecision() {
        String contract = town.smallTown("conteste-garde");
        TestTown.Coordinator one = town.coordinator(contract);
        TestTown.Coordinator other = town.coordinator(contract, "Samira");
        String code = town.give(
                "ar",
                contract,
                "avis",
                Map.of("q-pourquoi", "كلمات قاسية", "may_show", "yes", "email", "habitant@conteste.example"));
        long id = one.opinionWith("كلمات قاسية");
        one.refuse(id, "INSULT");
        Document receipt = town.visitor().page("/ar/suivi/" + code);
        String ask = receipt.select("a[href$=/relecture]").attr("href");
        assertEquals("طلب قراءة أخرى", town.visitor().page(ask).select("h1").text());
        String tooLong = "س".repeat(1_001);
        TestVisitor.Answer wrong = town.visitor().post(ask, Map.of("words", tooLong));
        assertEquals(422, wrong.status());
        assertEquals(tooLong, wrong.page().select("textarea").text());
        for (int twice = 0; twice < 2; twice++) {
            TestVisitor.Answer sent = town.visitor().post(ask, Map.of("words", "لم أشتم أحدًا"));
            assertEquals(303, sent.status());
            assertEquals("/ar/suivi/" + code, sent.location());
        }
        assertEquals(List.of("لم أشتم أحدًا"), rows("SELECT words FROM contest WHERE opinion_id = ?", id));
        assertEquals(303, town.visitor().get(ask).status(), "once only");
        assertEquals(
                List.of("contest"),
                rows("SELECT kind FROM letter WHERE letter_key LIKE ?", "contest/" + id + "/%"),
                "the other coordinator is written to, and nobody else");
        assertFalse(one.desk().page("/equipe").text().contains("une autre lecture"));
        assertTrue(other.desk().page("/equipe").text().contains("1 personne demande une autre lecture"));
        assertTrue(other.desk()
                .page("/equipe/" + contract + "/avis/contestations")
                .text()
                .contains("كلمات قاسية"));
        String mine = one.desk().page("/equipe/" + contract + "/avis/" + id).text();
        assertTrue(mine.contains("une autre personne doit relire. Peuvent relire : Samira."), mine);
        assertEquals(422, keep(one, id, "Je garde.").status());
        assertEquals(409, undo(one, id).status(), "who decided can't take it back either");
        assertEquals(422, keep(other, id, " ").status());
        assertEquals(
                303, keep(other, id, "J’ai relu : le mot vise une personne.").status());
        assertEquals(List.of("KEPT"), rows("SELECT outcome FROM contest WHERE opinion_id = ?", id));
        assertEquals(List.of("REFUSED 1"), rows("SELECT state, is_counted FROM opinion WHERE id = ?", id));
        Document after = town.visitor().page("/ar/suivi/" + code);
        assertTrue(after.text().contains("أعاد شخص آخر قراءة رأيكم. القرار لا يتغير."), after::text);
        assertEquals(
                "fr",
                after.select("p:containsOwn(J’ai relu : le mot vise une personne.)")
                        .attr("lang"));
        assertTrue(after.select("a[href$=/relecture]").isEmpty());
    }

    @Test
    void anotherPersonDecidesAnewAndTheLedgerStaysExact() {
        String contract = town.smallTown("conteste-change");
        TestTown.Coordinator one = town.coordinator(contract);
        TestTown.Coordinator other = town.coordinator(contract, "Samira");
        String code = give(contract, "Pas du tout une publicité", "yes");
        long id = one.opinionWith("Pas du tout une publicité");
        one.refuse(id, "SPAM");
        assertEquals(List.of("0"), sum(contract));
        town.visitor().post("/fr/suivi/" + code + "/relecture", Map.of("words", ""));
        assertEquals(303, undo(other, id).status());
        assertEquals(List.of("1"), sum(contract));
        TestVisitor.Answer first = one.publish(id);
        assertEquals(422, first.status(), "not by who decided before");
        assertEquals(303, other.publish(id).status());
        assertEquals(List.of("CHANGED"), rows("SELECT outcome FROM contest WHERE opinion_id = ?", id));
        assertEquals(List.of("1"), sum(contract));
        assertTrue(town.visitor().page("/fr/suivi/" + code).text().contains("La décision a changé."));
        assertTrue(town.visitor().page("/fr/" + contract + "/avis/avis").text().contains("Pas du tout une publicité"));
    }

    @Test
    void theSameDecisionMadeAgainHasNotChanged() {
        String contract = town.smallTown("conteste-pareil");
        TestTown.Coordinator one = town.coordinator(contract);
        TestTown.Coordinator other = town.coordinator(contract, "Samira");
        String code = give(contract, "Encore ces mots", "yes");
        long id = one.opinionWith("Encore ces mots");
        one.refuse(id, "OFF_TOPIC");
        town.visitor().post("/fr/suivi/" + code + "/relecture", Map.of("words", "Si, c’est le sujet"));
        undo(other, id);
        other.refuse(id, "OFF_TOPIC");
        assertEquals(List.of("KEPT"), rows("SELECT outcome FROM contest WHERE opinion_id = ?", id));
    }

    @Test
    void whatIsPublishedInFullOrWasNeverToBeShownIsNotContested() {
        String contract = town.smallTown("conteste-rien");
        TestTown.Coordinator team = town.coordinator(contract);
        String shown = give(contract, "Tout est affiché", "yes");
        team.publish(team.opinionWith("Tout est affiché"));
        String secret = give(contract, "Pour l’équipe", "no");
        team.decide(team.opinionWith("Pour l’équipe"), Map.of("decision", "pass_on", "passed_to", "la voirie"));
        String waiting = give(contract, "Attend encore", "yes");
        for (String code : List.of(shown, secret, waiting)) {
            assertTrue(town.visitor()
                    .page("/fr/suivi/" + code)
                    .select("a[href$=/relecture]")
                    .isEmpty());
            assertEquals(
                    303,
                    town.visitor()
                            .post("/fr/suivi/" + code + "/relecture", Map.of("words", "Et pourtant"))
                            .status());
        }
        assertEquals(
                List.of(),
                rows(
                        "SELECT k.words FROM contest k JOIN opinion o ON o.id = k.opinion_id JOIN contract c ON c.id = o.contract_id WHERE c.slug = ?",
                        contract));
    }

    @Test
    void aWithdrawnOpinionTakesItsContestAlong() {
        String contract = town.smallTown("conteste-retire");
        TestTown.Coordinator team = town.coordinator(contract);
        String code = give(contract, "Je conteste puis je pars", "yes");
        long id = team.opinionWith("Je conteste puis je pars");
        team.refuse(id, "INSULT");
        town.visitor().post("/fr/suivi/" + code + "/relecture", Map.of("words", "Pourquoi ?"));
        town.visitor().post("/fr/suivi/" + code + "/retrait", Map.of());
        assertEquals(List.of(), rows("SELECT words FROM contest WHERE opinion_id = ?", id));
        assertEquals(List.of("0"), sum(contract));
    }

    /** Whatever the width of its spaces. */
    private static String plain(String text) {
        return text.replaceAll("[\\s\\u00a0\\u202f]+", " ");
    }

    private String give(String contract, String words, String mayShow) {
        return town.give("fr", contract, "avis", Map.of("q-pourquoi", words, "may_show", mayShow));
    }

    private static TestVisitor.Answer keep(TestTown.Coordinator team, long id, String note) {
        Map<String, String> form = new TreeMap<>(csrf(team));
        form.put("contest_note", note);
        return team.desk().post("/equipe/" + team.contract() + "/avis/" + id + "/contestation", form);
    }

    private static TestVisitor.Answer undo(TestTown.Coordinator team, long id) {
        Map<String, String> form = new TreeMap<>(csrf(team));
        form.put(
                "made",
                rows("SELECT MAX(id) FROM moderation_decision WHERE opinion_id = ?", id)
                        .getFirst());
        return team.desk().post("/equipe/" + team.contract() + "/avis/" + id + "/annulation", form);
    }

    private static Map<String, String> csrf(TestTown.Coordinator team) {
        return Map.of(
                "csrf",
                team.desk().page("/equipe/sessions").select("input[name=csrf]").attr("value"));
    }

    private static List<String> sum(String contract) {
        return rows("""
                SELECT SUM(l.count) FROM ledger_line l JOIN contract c ON c.id = l.contract_id
                WHERE c.slug = ? AND l.act = 'OPINION'
                """, contract);
    }
}
