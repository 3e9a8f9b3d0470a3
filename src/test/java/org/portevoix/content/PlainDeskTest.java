package org.portevoix.content;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.FormElement;
import org.junit.jupiter.api.Test;
import org.portevoix.TestTown;
import org.portevoix.TestVisitor;

/** Plain language at the desk: told as one writes, asked for before residents read. */
class PlainDeskTest {
    private static final String HARD =
            "Dans le cadre de la mise en œuvre du contrat, la collectivité souhaite engager une démarche concertée visant à"
                    + " réduire les inégalités sociales et territoriales de santé au sein de la population concernée.";

    private final TestTown town = TestTown.open();

    @Test
    void adviceIsGivenAtTheSentenceAndNothingIsKeptOrLost() {
        TestVisitor desk = desk(town.smallTown("verifier"));
        String item = "/equipe/verifier/contenus/actions/plomb";

        TestVisitor.Answer answer = send(
                desk,
                item,
                Map.of(
                        "summary", "On teste la peinture.\n\n" + HARD,
                        "practical.telephone", "appelez-moi",
                        "then", "verifier"));

        assertEquals(200, answer.status());
        Document page = answer.page();
        assertEquals("appelez-moi", page.select("#c-practical-telephone").attr("value"));
        assertTrue(page.select("#c-summary").text().contains("démarche concertée"));
        assertEquals(HARD, page.select("#c-summary ~ .advice li:first-child q").text());
        String advice = page.select("#c-summary ~ .advice").text();
        assertTrue(advice.contains("Cette phrase a 33 mots. Coupez-la en deux."), advice);
        assertTrue(advice.contains("Au lieu de « dans le cadre de », écrivez : pour, pendant, avec."), advice);
        assertTrue(advice.contains("« territoriales »"), advice);
        assertTrue(page.select(".plainness").text().contains("pas encore simple"));
        assertEquals(
                "#c-summary",
                page.select(".plainness li a").attr("href"),
                page.select(".plainness").text());
        assertFalse(page.select(".plainness").text().contains("elle reste visible"));
        assertFalse(desk.page(item).select("#c-summary").text().contains("concertée"));
        assertTrue(send(desk, "/equipe/verifier/contenus/actions/nouveau", Map.of("title", HARD, "then", "verifier"))
                .page()
                .select("#c-title ~ .advice")
                .text()
                .contains("33 mots"));
    }

    @Test
    void questionsAndPromisesAreReadToo() {
        TestVisitor desk = desk(town.smallTown("questions-simples"));
        Document page = send(
                        desk,
                        "/equipe/questions-simples/contenus/questionnaires/avis",
                        Map.of("questions.0.title", HARD, "promise.can_change", HARD, "then", "verifier"))
                .page();

        assertEquals(
                List.of("#c-promise-can_change", "#c-questions-0-title"),
                page.select(".plainness li a").eachAttr("href"));
        assertTrue(page.select("#c-questions-0-title ~ .advice").text().contains("33 mots"));
        assertTrue(page.select(".plainness").text().contains("Questions 1, Question"));
    }

    @Test
    void aTextThatIsHardToReadIsPublishedWithAReasonWhichIsKept() {
        String contract = town.smallTown("publier-simple");
        TestVisitor desk = desk(contract);
        String item = "/equipe/publier-simple/contenus/missions/interprete";
        send(desk, item + "/retrait", Map.of());
        assertEquals(303, send(desk, item, Map.of("summary", HARD)).status());
        assertTrue(desk.page(item).select("#c-summary ~ .advice").text().contains("33 mots"));

        TestVisitor.Answer refused = send(desk, item + "/publication", Map.of("plain_reason", " "));

        assertEquals(422, refused.status());
        assertEquals(
                "true",
                refused.page().select("#c-plain_reason").attr("aria-invalid"),
                refused.page().text());
        assertEquals(
                404,
                town.visitor().get("/fr/publier-simple/benevoles/interprete").status());
        assertEquals(
                422,
                send(desk, item + "/publication", Map.of("plain_reason", "a".repeat(1001)))
                        .status());

        assertEquals(
                303,
                send(desk, item + "/publication", Map.of("plain_reason", "Texte de loi, mot à mot."))
                        .status());
        assertEquals(
                200,
                town.visitor().get("/fr/publier-simple/benevoles/interprete").status());
        assertTrue(desk.page(item + "/historique")
                .text()
                .contains("Publié sans être en langage simple : Texte de loi, mot à mot."));
        assertEquals(List.of("PUBLISHED Texte de loi, mot à mot."), TestTown.rows("""
                        SELECT h.what, h.plain_reason FROM content_history h JOIN contract c ON c.id = h.contract_id
                        WHERE c.slug = ? AND h.plain_reason IS NOT NULL
                        """, contract));
    }

    @Test
    void aPlainTextIsPublishedWithoutAReason() {
        TestVisitor desk = desk(town.smallTown("deja-simple"));
        String item = "/equipe/deja-simple/contenus/missions/interprete";
        send(desk, item + "/retrait", Map.of());
        assertTrue(desk.page(item).select("#c-plain_reason").isEmpty());
        assertEquals(303, send(desk, item + "/publication", Map.of()).status());
    }

    @Test
    void whatResidentsReadAlreadyMayStayHardButNotBecomeSo() {
        String contract = town.smallTown("deja-publie");
        TestVisitor desk = desk(contract);
        String item = "/equipe/deja-publie/contenus/missions/interprete";

        TestVisitor.Answer refused = send(desk, item, Map.of("summary", HARD));

        assertEquals(422, refused.status());
        assertEquals(HARD, refused.page().select("#c-summary").text());
        assertEquals(1, refused.page().select("form.item #c-plain_reason").size());
        assertEquals(
                303,
                send(desk, item, Map.of("summary", HARD, "plain_reason", "Voulu par la préfecture"))
                        .status());
        Document hard = desk.page(item);
        assertTrue(hard.select(".plainness").text().contains("elle reste visible"));
        assertEquals(303, send(desk, item, Map.of("summary", HARD + " Encore.")).status());
        assertTrue(desk.page(item + "/historique").text().contains("Voulu par la préfecture"));
    }

    @Test
    void anAcronymIsHardUntilItIsExplained() {
        String contract = town.smallTown("sigle-explique");
        TestVisitor desk = desk(contract);
        String item = "/equipe/sigle-explique/contenus/missions/interprete";
        Document page = send(desk, item, Map.of("summary", "La CPTS vous aide.", "then", "verifier"))
                .page();
        String add = page.select("#c-summary ~ .advice a").attr("href");
        assertEquals("/equipe/sigle-explique/contenus/mots/nouveau?titre=CPTS", add);
        assertEquals("CPTS", desk.page(add).select("#c-title").attr("value"));

        assertEquals(
                303,
                send(desk, add, Map.of("explanation", "Des soignants qui travaillent ensemble."))
                        .status());

        assertEquals(
                303, send(desk, item, Map.of("summary", "La CPTS vous aide.")).status());
        assertTrue(desk.page(item).select("#c-summary ~ .advice").isEmpty());
        assertTrue(town.visitor()
                .page("/fr/sigle-explique/benevoles/interprete")
                .select("#mot-cpts")
                .text()
                .contains("Des soignants"));
        assertTrue(town.visitor()
                .page("/fr/sigle-explique/mots")
                .select("#cpts")
                .text()
                .contains("Des soignants"));
    }

    private TestVisitor desk(String contract) {
        return town.coordinator(contract).desk();
    }

    /** The form of an item as it stands, with these fields as typed. */
    private static TestVisitor.Answer send(TestVisitor desk, String address, Map<String, String> typed) {
        Document page = desk.page(address.replaceAll("/(publication|retrait)$", ""));
        var fields = ((FormElement) page.select("form[action=" + address.replaceAll("[?].*", "") + "]")
                        .getFirst())
                .formData();
        fields.removeIf(field -> typed.containsKey(field.key()));
        String kept = fields.stream()
                .map(field -> field.key() + "=" + URLEncoder.encode(field.value(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        String added = typed.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return desk.post(address.replaceAll("[?].*", ""), kept + "&" + added);
    }
}
