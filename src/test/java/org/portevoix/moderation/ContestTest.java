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
import org.portevoix.mail.WrittenLetters;

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
        assertEquals(409, undo(other, id).status(), "it is decided anew, not undone");
        TestVisitor.Answer first = one.publish(id);
        assertEquals(409, first.status(), "not by who decided before");
        assertEquals(List.of("0"), sum(contract));
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
        other.refuse(id, "OFF_TOPIC");
        assertEquals(List.of("KEPT"), rows("SELECT outcome FROM contest WHERE opinion_id = ?", id));
    }

    @Test
    void whatIsMaskedAndContestedStaysOnTheSiteUntilAnotherPersonDecides() {
        String contract = town.smallTown("conteste-masque");
        TestTown.Coordinator one = town.coordinator(contract);
        TestTown.Coordinator other = town.coordinator(contract, "Samira");
        String code = give(contract, "Le guichet de Fatima ferme tôt", "yes");
        long id = one.opinionWith("Le guichet de Fatima");
        assertEquals(303, mask(one, id, "Fatima").status());
        String page = "/fr/" + contract + "/avis/avis";
        String masked = "Le guichet de masqué par l’équipe ferme tôt";
        assertTrue(town.visitor().page(page).text().contains(masked));
        town.visitor().post("/fr/suivi/" + code + "/relecture", Map.of("words", "C’est un prénom courant"));
        assertEquals(409, undo(other, id).status());
        assertTrue(town.visitor().page(page).text().contains(masked), "it stays as it was");
        String desk = "/equipe/" + contract + "/avis/" + id;
        Document read = other.desk().page(desk);
        assertTrue(read.select("form[action$=/annulation]").isEmpty());
        assertTrue(read.select("input[name=hide]").isEmpty(), "what is sealed is opened on the record first");
        Document opened = other.desk()
                .post(
                        desk + "/original",
                        Map.of("csrf", read.select("input[name=csrf]").val(), "why", "Une contestation"))
                .page();
        assertTrue(opened.select(".cut:contains(guichet)").size() == 1
                && opened.select(".cut:contains(Fatima)").size() == 1);
        assertEquals(303, mask(other, id, opened, "guichet").status());
        assertTrue(town.visitor().page(page).text().contains("Le masqué par l’équipe de Fatima ferme tôt"));
        assertEquals(List.of("CHANGED"), rows("SELECT outcome FROM contest WHERE opinion_id = ?", id));
        assertEquals(List.of("1"), sum(contract));
    }

    @Test
    void whatIsNotShownIsToldByLetterOnceWithItsReasonAndNoneOfItsWords() {
        String contract = town.smallTown("decision-par-lettre");
        TestTown.Coordinator team = town.coordinator(contract);
        Map<String, String> decided = Map.of(
                "decision", "refuse", "reason", "OFF_TOPIC", "note", "Écrivez à la voirie.", "note_language", "fr");
        long id = left(team, "ta", "பேருந்து தாமதம்");
        assertEquals(303, team.decide(id, decided).status());
        assertEquals(List.of("WAITING ta 1"), letters(id));
        String told = WrittenLetters.contents(
                        town,
                        "decision/"
                                + rows("SELECT MAX(id) FROM moderation_decision WHERE opinion_id = ?", id)
                                        .getFirst())
                .getFirst();
        for (String part :
                List.of("Écrivez à la voirie.", "moderation.reason.OFF_TOPIC.explained", "consultation.contest.lead")) {
            assertTrue(told.contains(part), told);
        }
        assertFalse(told.contains("பேருந்து"), "nothing of the opinion");
        assertEquals(303, undo(team, id).status());
        assertEquals(List.of("DROPPED ta 1"), letters(id), "undone before it left, it is told to nobody");
        assertEquals(
                303,
                team.decide(id, Map.of("decision", "pass_on", "passed_to", "la voirie"))
                        .status());
        assertEquals(List.of("DROPPED ta 1", "WAITING ta 1"), letters(id));
        long shown = left(team, "fr", "Bravo au forum");
        team.publish(shown);
        assertEquals(List.of(), letters(shown), "what is shown whole is no news");
        long spam = left(team, "fr", "Achetez mes montres");
        team.refuse(spam, "SPAM");
        assertEquals(List.of(), letters(spam));
    }

    @Test
    void whatWasShownAndTakenDownSaysSoWithItsReason() {
        String contract = town.smallTown("retire-du-site");
        TestTown.Coordinator team = town.coordinator(contract);
        String code = give(contract, "Affiché puis retiré", "yes");
        long id = team.opinionWith("Affiché puis retiré");
        team.publish(id);
        Map<String, String> form = new TreeMap<>(csrf(team));
        form.put(
                "made",
                rows("SELECT MAX(id) FROM moderation_decision WHERE opinion_id = ?", id)
                        .getFirst());
        form.put("reason", "NAMES_SOMEONE");
        assertEquals(
                303,
                team.desk()
                        .post("/equipe/" + contract + "/avis/" + id + "/annulation", form)
                        .status());
        Messages messages = town.bean(Messages.class);
        for (String language : List.of("fr", "ar", "ta")) {
            String text =
                    plain(town.visitor().page("/" + language + "/suivi/" + code).text());
            assertTrue(
                    text.contains(plain(messages.say(language, "moderation.reason.NAMES_SOMEONE.explained", Map.of()))),
                    text);
        }
        String text = plain(town.visitor().page("/fr/suivi/" + code).text());
        assertTrue(text.contains("Votre texte a été affiché sur le site. L’équipe l’a retiré le "), text);
        team.publish(id);
        assertFalse(town.visitor().page("/fr/suivi/" + code).text().contains("retiré le"));
    }

    private long left(TestTown.Coordinator team, String language, String words) {
        town.give(
                language,
                team.contract(),
                "avis",
                Map.of("q-pourquoi", words, "may_show", "yes", "email", "habitante@lettre.example"));
        return team.opinionWith(words);
    }

    private static List<String> letters(long opinion) {
        return rows("""
                SELECT l.state, l.language, COUNT(*) FROM letter l JOIN opinion o ON o.receipt_hash = l.receipt_hash
                WHERE o.id = ? AND l.kind = 'decision' GROUP BY l.state, l.language ORDER BY 1
                """, opinion);
    }

    private static TestVisitor.Answer mask(TestTown.Coordinator team, long id, String word) {
        return mask(team, id, team.desk().page("/equipe/" + team.contract() + "/avis/" + id), word);
    }

    private static TestVisitor.Answer mask(TestTown.Coordinator team, long id, Document page, String word) {
        Map<String, String> form = new TreeMap<>(Map.of("decision", "mask", "reason", "NAMES_SOMEONE", "end", "1"));
        for (String field : List.of("csrf", "revision", "seen")) {
            form.put(field, page.select("input[name=" + field + "]").attr("value"));
        }
        form.put("hide", page.select(".cut:contains(" + word + ") input").attr("value"));
        return team.desk().post("/equipe/" + team.contract() + "/avis/" + id + "/decision", form);
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
