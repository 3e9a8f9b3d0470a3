package org.portevoix.followup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.portevoix.TestTown.rows;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.portevoix.TestTown;
import org.portevoix.TestVisitor;

/** What residents said is brought together, owed by a day that nothing moves once past, answered, and done. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FollowupDeskTest {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private final TestTown town = TestTown.apart();

    @AfterAll
    void close() {
        town.close();
    }

    @Test
    void theServiceOwesItsAnswerSixtyDaysAfterTheFirstOpinionAndIsLateTheDayAfter() {
        String contract = town.smallTown("ville-soixante");
        TestTown.Coordinator team = town.coordinator(contract);
        long first = opinion(team, "fr", "Le bus ne passe plus");
        LocalDate asked = today();
        town.clock().pass(Duration.ofDays(3));
        team = town.coordinator(contract);
        long second = opinion(team, "fr", "Il manque un bus le soir");
        String slug = open(team, "Il manque des bus.", "SERVICE", first, second);
        assertEquals(List.of(asked.plusDays(60).toString()), answerBy(contract, slug));
        town.clock().pass(Duration.ofDays(57));
        team = town.coordinator(contract);
        assertEquals(asked.plusDays(60), today(), "the last day");
        assertFalse(suites(contract, "fr").text().contains("En retard"));
        assertFalse(home(team).select("li.late").text().contains("Il manque des bus"));
        town.clock().pass(Duration.ofDays(1));
        team = town.coordinator(contract);
        assertTrue(card(contract, "fr", "Il manque des bus").text().contains("En retard. Nous avions promis"));
        assertTrue(card(contract, "ar", "Il manque des bus").text().contains("الجواب متأخر"));
        Document desk = home(team);
        assertTrue(desk.select("li.late:contains(Il manque des bus)").text().contains("1 jour de retard"), desk::text);
    }

    @Test
    void nothingButAnAnswerTakesALateOneAway() {
        String contract = town.smallTown("ville-en-retard");
        TestTown.Coordinator team = town.coordinator(contract);
        String slug = open(team, "Rien n’est propre ici.", "SERVICE", opinion(team, "fr", "C’est sale ici"));
        List<String> owed = answerBy(contract, slug);
        town.clock().pass(Duration.ofDays(61));
        team = town.coordinator(contract);
        String address = "/equipe/" + contract + "/suites/" + slug;
        Map<String, String> other = form(team.desk().page(address), "section:last-of-type form");
        other.putAll(Map.of("said", "Rien n’est propre ici.", "decides", "COMMITTEE"));
        assertEquals(303, team.desk().post(address, other).status());
        assertEquals(owed, answerBy(contract, slug), "handing it to the committee moves nothing");
        assertEquals(
                303, decide(team, slug, "STUDIED", "Nous cherchons l’argent.").status());
        Element card = card(contract, "fr", "Rien n’est propre");
        assertTrue(card.text().contains("Nous y réfléchissons") && card.text().contains("En retard"), card::text);
        assertEquals(404, team.desk().post(address + "/retrait", other).status());
        assertEquals(303, decide(team, slug, "PARTLY", "Une benne vient.").status());
        assertFalse(card(contract, "fr", "Rien n’est propre").text().contains("En retard"));
        TestVisitor.Answer back = decide(team, slug, "STUDIED", "Finalement, on verra.");
        assertEquals(422, back.status(), "an answer given is not taken back");
        assertEquals(
                "Finalement, on verra.", back.page().select("#field-reason").text());
    }

    @Test
    void theDecisionIsOnEachReceiptAndOnThePublicPageInEachLanguage() {
        String contract = town.smallTown("ville-suites");
        TestTown.Coordinator team = town.coordinator(contract);
        String codeOfFatima =
                town.give("ar", contract, "avis", Map.of("q-pourquoi", "نحتاج إلى مقاعد", "may_show", "no"));
        String codeOfJean = town.give("fr", contract, "avis", Map.of("q-pourquoi", "Des bancs", "may_show", "yes"));
        String slug = open(
                team,
                "Vous demandez des bancs.",
                "SERVICE",
                team.opinionWith("نحتاج إلى مقاعد"),
                team.opinionWith("Des bancs"));
        for (String code : List.of("/fr/suivi/" + codeOfJean, "/fr/suivi/" + codeOfFatima)) {
            String before = town.visitor().page(code).text();
            assertTrue(
                    before.contains("Votre demande est transmise") && before.contains("Réponse au plus tard"), before);
        }
        assertTrue(card(contract, "fr", "Vous demandez des bancs").text().contains("Réponse au plus tard"));
        assertEquals(
                303,
                decide(team, slug, "ACCEPTED", "Quatre bancs seront posés.").status());
        Document receipt = town.visitor().page("/ar/suivi/" + codeOfFatima);
        assertTrue(receipt.text().contains("ما نتج عن رأيكم"), receipt::text);
        assertEquals(
                "Quatre bancs seront posés.",
                receipt.select("[lang=fr]:containsOwn(Quatre bancs)").text(),
                "not translated: in French, and marked so");
        assertTrue(town.visitor().page("/fr/suivi/" + codeOfJean).text().contains("Quatre bancs"));
        for (String lang : TestTown.LANGUAGES) {
            assertTrue(card(contract, lang, "Quatre bancs").text().contains("Vous demandez des bancs"), lang);
        }
        assertEquals(
                303,
                finish(team, slug, "Les bancs sont là.", "https://ville.example/bancs")
                        .status());
        assertTrue(card(contract, "fr", "Les bancs sont là")
                .select("a[href=https://ville.example/bancs]")
                .hasText());
        assertTrue(town.visitor().page("/ar/suivi/" + codeOfFatima).text().contains("Les bancs sont là."));
        assertEquals(List.of("REPLY 1", "STATUS_CHANGE 1"), rows("""
                SELECT l.act, SUM(l.count) FROM ledger_line l JOIN contract c ON c.id = l.contract_id
                WHERE c.slug = ? AND l.kind = 'ACTIVITY' GROUP BY l.act ORDER BY l.act
                """, contract));
    }

    @Test
    void whoLeftAnAddressIsToldOnceOfTheDecisionAndOnceWhenItIsDone() {
        String contract = town.smallTown("ville-lettres");
        TestTown.Coordinator team = town.coordinator(contract);
        town.give(
                "ar",
                contract,
                "avis",
                Map.of("q-pourquoi", "أريد ملعبًا", "may_show", "no", "email", "fatima@courrier.example"));
        long without = opinion(team, "fr", "Un terrain de jeu");
        String slug = open(team, "Vous voulez un terrain.", "SERVICE", team.opinionWith("أريد ملعبًا"), without);
        assertEquals(List.of("followup ar"), letters(contract), "it is gathered");
        decide(team, slug, "REFUSED", "Il n’y a pas de place.");
        decide(team, slug, "REFUSED", "Il n’y a pas de place cette année.");
        assertEquals(List.of("followup ar", "followup ar"), letters(contract));
        decide(team, slug, "PARTLY", "Un petit terrain est prévu.");
        finish(team, slug, "Il est ouvert.", "");
        finish(team, slug, "Il est ouvert tous les jours.", "");
        assertEquals(List.of("followup ar", "followup ar", "followup ar", "followup ar"), letters(contract));
        town.give(
                "fr",
                contract,
                "avis",
                Map.of("q-pourquoi", "Moi aussi un terrain", "may_show", "no", "email", "jean@courrier.example"));
        String address = "/equipe/" + contract + "/suites/" + slug;
        Map<String, String> more = form(team.desk().page(address), "section:last-of-type form");
        more.put("said", "Vous voulez un terrain.");
        more.put("gathered", "OPINION:" + team.opinionWith("Moi aussi un terrain"));
        assertEquals(303, team.desk().post(address, more).status());
        assertEquals(
                List.of("followup ar", "followup ar", "followup ar", "followup ar", "followup fr", "followup fr"),
                letters(contract),
                "who is added later is told the same");
    }

    @Test
    void aFormSentTwiceOpensOneAndNothingTypedIsLost() {
        String contract = town.smallTown("ville-double");
        TestTown.Coordinator team = town.coordinator(contract);
        String address = "/equipe/" + contract + "/suites";
        long opinion = opinion(team, "fr", "Une piscine");
        Document blank = team.desk().page(address + "/nouvelle?avis=" + opinion);
        assertTrue(blank.select("input[value=OPINION:" + opinion + "]").hasAttr("checked"));
        Map<String, String> fields = form(blank, "form.sheet");
        fields.putAll(Map.of("said", " ", "decides", "COMMITTEE", "gathered", "OPINION:" + opinion));
        TestVisitor.Answer wrong = team.desk().post(address, fields);
        assertEquals(422, wrong.status());
        assertTrue(wrong.page().select("input[value=OPINION:" + opinion + "]").hasAttr("checked"));
        assertTrue(wrong.page().select("input[value=COMMITTEE]").hasAttr("checked"));
        fields.put("said", "Vous voulez une piscine.");
        String first = team.desk().post(address, fields).location();
        assertEquals(first, team.desk().post(address, fields).location());
        fields.put("said", "Vous voulez aussi un gymnase.");
        assertFalse(first.equals(team.desk().post(address, fields).location()));
        String slug = first.replaceAll(".*/suites/|[?].*", "");
        Map<String, String> late = answer(team, slug, "section:has(#decide) form");
        decide(team, slug, "ACCEPTED", "Oui.");
        late.putAll(Map.of("decision", "REFUSED", "reason", "Des mots tapés trop tard."));
        TestVisitor.Answer overtaken = team.desk().post(address + "/" + slug + "/decision", late);
        assertEquals(409, overtaken.status());
        assertEquals(
                "Des mots tapés trop tard.",
                overtaken.page().select("#field-reason").text());
    }

    @Test
    void anAddressIsMadeOfTheFirstWords() {
        assertEquals("c-est-trop-tot-l-ete", FollowupAnswers.slug("C’est TROP tôt, l’été ; et à midi ?"));
        assertEquals("suite", FollowupAnswers.slug("مكان للأطفال"));
        assertEquals("nouvelle-suite", FollowupAnswers.slug("Nouvelle"));
    }

    private long opinion(TestTown.Coordinator team, String lang, String words) {
        town.give(lang, team.contract(), "avis", Map.of("q-pourquoi", words, "may_show", "no"));
        return team.opinionWith(words);
    }

    private String open(TestTown.Coordinator team, String said, String decides, long... opinions) {
        String address = "/equipe/" + team.contract() + "/suites";
        Map<String, String> fields = form(team.desk().page(address + "/nouvelle"), "form.sheet");
        fields.putAll(Map.of("said", said, "decides", decides));
        StringBuilder body = new StringBuilder(TestVisitor.body(fields));
        for (long opinion : opinions) {
            body.append("&gathered=OPINION:").append(opinion);
        }
        TestVisitor.Answer opened = team.desk().post(address, body.toString());
        assertEquals(303, opened.status(), opened::text);
        return opened.location().replaceAll(".*/suites/|[?].*", "");
    }

    private TestVisitor.Answer decide(TestTown.Coordinator team, String slug, String decision, String reason) {
        return decide(
                team, slug, decision, reason, "La suite.", today().plusDays(20).toString());
    }

    private static TestVisitor.Answer decide(
            TestTown.Coordinator team, String slug, String decision, String reason, String next, String nextOn) {
        Map<String, String> fields = answer(team, slug, "section:has(#decide) form");
        fields.putAll(Map.of("decision", decision, "reason", reason, "next", next, "next_on", nextOn));
        return team.desk().post("/equipe/" + team.contract() + "/suites/" + slug + "/decision", fields);
    }

    private static TestVisitor.Answer finish(TestTown.Coordinator team, String slug, String done, String link) {
        Map<String, String> fields = answer(team, slug, "section:has(#finish) form");
        fields.putAll(Map.of("done", done, "link", link));
        return team.desk().post("/equipe/" + team.contract() + "/suites/" + slug + "/fait", fields);
    }

    private static Map<String, String> answer(TestTown.Coordinator team, String slug, String form) {
        return form(team.desk().page("/equipe/" + team.contract() + "/suites/" + slug), form);
    }

    private static Map<String, String> form(Document page, String form) {
        Map<String, String> fields = new TreeMap<>();
        page.expectFirst(form)
                .select("input[type=hidden]")
                .forEach(field -> fields.put(field.attr("name"), field.attr("value")));
        return fields;
    }

    private Document suites(String contract, String lang) {
        return town.visitor().page("/" + lang + "/" + contract + "/suites");
    }

    private Element card(String contract, String lang, String words) {
        return suites(contract, lang).expectFirst("li.said:contains(" + words + ")");
    }

    private static Document home(TestTown.Coordinator team) {
        return team.desk().page("/equipe");
    }

    private LocalDate today() {
        return LocalDate.now(town.clock().withZone(PARIS));
    }

    private static List<String> answerBy(String contract, String slug) {
        return rows(
                "SELECT f.answer_by FROM followup f JOIN contract c ON c.id = f.contract_id WHERE c.slug = ? AND f.slug = ?",
                contract,
                slug);
    }

    private static List<String> letters(String contract) {
        return rows("""
                SELECT l.kind, l.language FROM letter l JOIN contract c ON c.id = l.contract_id
                WHERE c.slug = ? ORDER BY l.language, l.id
                """, contract);
    }
}
