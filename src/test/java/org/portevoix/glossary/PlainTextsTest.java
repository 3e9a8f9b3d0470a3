package org.portevoix.glossary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.portevoix.TestTown;
import org.portevoix.TestVisitor;

/** What the team answers and writes elsewhere than as content: read for plain French too, shown hard with a reason only. */
class PlainTextsTest {
    private static final String HARD =
            "Dans le cadre de la mise en œuvre du contrat, la collectivité souhaite engager une démarche concertée visant à"
                    + " réduire les inégalités sociales et territoriales de santé au sein de la population concernée.";

    private final TestTown town = TestTown.open();

    @Test
    void anAnswerToAllThatIsHardIsShownWithAReason() {
        String slug = town.smallTown("repondre-simple");
        TestVisitor desk = town.coordinator(slug).desk();
        String page = "/equipe/" + slug + "/questionnaires/avis";

        TestVisitor.Answer refused = send(desk, page, page + "/reponse", Map.of("text", HARD));

        assertEquals(422, refused.status());
        assertEquals(HARD, refused.page().select("#field-text").val(), "nothing typed is lost");
        assertEquals("#field-plain_reason", refused.page().select(".errors a").attr("href"), refused::text);
        assertTrue(refused.page().select(".advice").text().contains("33 mots"), refused::text);
        assertFalse(town.visitor().page("/fr/" + slug + "/avis/avis").text().contains("démarche concertée"));

        TestVisitor.Answer shown =
                send(desk, page, page + "/reponse", Map.of("text", HARD, "plain_reason", "Délibération, mot à mot."));

        assertEquals(303, shown.status(), shown::text);
        assertTrue(desk.page(page).text().contains("Publié sans être en langage simple : Délibération, mot à mot."));
        assertEquals(List.of("Délibération, mot à mot."), reasons(slug));
    }

    @Test
    void aPlainAnswerNeedsNoReason() {
        String slug = town.smallTown("repondre-clair");
        TestVisitor desk = town.coordinator(slug).desk();
        String page = "/equipe/" + slug + "/questionnaires/avis";

        assertEquals(
                303,
                send(desk, page, page + "/reponse", Map.of("text", "Merci. Le cabinet ouvre en mai."))
                        .status());
        assertEquals(List.of(), reasons(slug));
    }

    @Test
    void whatACouncilSaysOfItselfStaysOnceShownButIsAskedAboutBefore() {
        String slug = town.smallTown("conseil-simple");
        TestVisitor desk = town.coordinator(slug).desk();
        String list = "/equipe/" + slug + "/conseils";
        Map<String, String> council =
                Map.of("kind", "CITIZEN", "name-fr", "Conseil du centre", "presentation-fr", HARD);

        TestVisitor.Answer refused = send(desk, list, list, council);

        assertEquals(422, refused.status());
        assertEquals(HARD, refused.page().select("#field-presentation-fr").val());
        String sheet = send(
                        desk,
                        list,
                        list,
                        Map.of(
                                "kind", "CITIZEN",
                                "name-fr", "Conseil du centre",
                                "presentation-fr", HARD,
                                "plain_reason", "Texte du conseil lui-même."))
                .location()
                .replaceAll("[?].*", "");
        assertEquals(List.of("Texte du conseil lui-même."), reasons(slug));
        assertTrue(desk.page(sheet).text().contains("Texte du conseil lui-même."));
        assertEquals(303, send(desk, sheet, sheet, council).status(), "unchanged, it stays");
        assertEquals(1, reasons(slug).size());
    }

    private static TestVisitor.Answer send(TestVisitor desk, String page, String address, Map<String, String> typed) {
        Map<String, String> fields = new java.util.HashMap<>(typed);
        desk.page(page)
                .select("form[action=" + address + "] input[type=hidden]")
                .forEach(input -> fields.put(input.attr("name"), input.val()));
        return desk.post(address, fields);
    }

    private static List<String> reasons(String slug) {
        return TestTown.rows(
                "SELECT h.reason FROM hard_text h JOIN contract c ON c.id = h.contract_id WHERE c.slug = ?", slug);
    }
}
