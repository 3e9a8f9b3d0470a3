package org.portevoix.rights;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.portevoix.TestTown;
import org.portevoix.TestVisitor;
import org.portevoix.contract.Contracts;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A person takes a copy of what they gave, or has it erased, by their code or by asking the team. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RightsTest {
    private static final String TOWN = "ville-des-droits";
    /** What the site needs to find the row, and that tells nothing about a person. */
    private static final Set<String> WORKINGS = Set.of(
            "id",
            "contract_id",
            "consultation_id",
            "receipt_hash",
            "submission_hash",
            "action_sheet_id",
            "has_contact",
            "has_words",
            "is_looked_at",
            "erased_on");

    private final TestTown town = TestTown.open();
    private TestTown.Coordinator team;

    @BeforeAll
    void openTheTown() {
        town.sample(TOWN);
        team = town.coordinator(TOWN);
    }

    @Test
    void aCopyHoldsAllOfTheRowAndNothingOfOthers() {
        String code = give("Plus d’arbres rue de l’Exemple.");
        give("Moins de bruit la nuit.");
        TestVisitor.Answer answer = town.visitor().get("/fr/suivi/" + code + "/copie");
        assertEquals(200, answer.status());
        assertTrue(answer.header("Content-Disposition").startsWith("attachment"));
        assertFalse(answer.header("Content-Disposition").contains(code));
        assertEquals("no-store", answer.header("Cache-Control"));
        JsonNode copy = new JsonMapper().readTree(answer.text());
        assertTrue(answer.text().contains("Plus d’arbres rue de l’Exemple."));
        assertFalse(answer.text().contains("Moins de bruit"));
        assertEquals("60-74", copy.path("age_band").asString());
        Map<String, String> elsewhere =
                Map.of("revision", "corrections", "entered_by", "entered_by_the_team", "turn", "read_first");
        Set<String> missing = new TreeSet<>(
                TestTown.rows(
                        "SELECT column_name FROM information_schema.columns WHERE table_schema = DATABASE() AND table_name = 'opinion'"));
        missing.removeAll(WORKINGS);
        missing.removeIf(column -> copy.has(elsewhere.getOrDefault(column, column)));
        assertEquals(Set.of(), missing);
    }

    @Test
    void theReceiptLeadsToItsCopyAndAWrongCodeToNothing() {
        String code = give("Un banc.");
        assertEquals(
                1,
                town.visitor()
                        .page("/ar/suivi/" + code)
                        .select("a[href=/ar/suivi/" + code + "/copie]")
                        .size());
        assertEquals(404, town.visitor().get("/fr/suivi/22222-22222/copie").status());
    }

    @Test
    void theTeamCopiesAndErasesForSomebodyAndWritesDownThatItDidWithoutTheCode() {
        String code = give("Une fontaine.");
        long before = participations();
        TestVisitor.Answer copied = post("/copie", Map.of("code", code.toLowerCase(java.util.Locale.ROOT)));
        assertTrue(copied.text().contains("Une fontaine."), copied.text());
        assertEquals(303, post("/effacement", Map.of("erased", code)).status());
        assertEquals(before - 1, participations());
        assertTrue(town.visitor().page("/fr/suivi/" + code).text().contains("Votre avis est retiré"));
        assertEquals(
                List.of("COPY", "ERASURE"),
                TestTown.rows("SELECT kind FROM rights_request WHERE contract_id = ? ORDER BY id", contract()));
        String page = team.desk().page("/equipe/" + TOWN + "/donnees").text();
        assertTrue(page.contains("copie donnée") && !page.contains(code), page);
    }

    @Test
    void aCodeOfAnotherContractOpensNothingHere() {
        town.sample("ville-d-a-cote");
        String code = town.give(
                "fr",
                "ville-d-a-cote",
                "sante-dans-ma-ville",
                Map.of("q-sante-pour-vous", "Ailleurs.", "may_show", "no"));
        TestVisitor.Answer answer = post("/copie", Map.of("code", code));
        assertEquals(422, answer.status());
        assertEquals(code, answer.page().select("#field-code").attr("value"));
        assertEquals(422, post("/effacement", Map.of("erased", code)).status());
        assertTrue(town.visitor().page("/fr/suivi/" + code).text().contains("Ailleurs."));
    }

    @Test
    void aWithdrawnOpinionLeavesNoReplyThatCouldQuoteItAndNothingOfItsWriter() {
        String code = give("Mon médecin est parti.");
        long id = team.opinionWith("Mon médecin est parti.");
        team.publish(id);
        Map<String, String> reply = new TreeMap<>();
        var page = team.desk().page("/equipe/" + TOWN + "/avis/" + id);
        for (String field : List.of("csrf", "key")) {
            reply.put(field, page.select("section input[name=" + field + "]").attr("value"));
        }
        reply.put("text", "Vous dites « mon médecin est parti » : voici une adresse.");
        assertEquals(
                303,
                team.desk()
                        .post("/equipe/" + TOWN + "/avis/" + id + "/reponse", reply)
                        .status());
        assertEquals(
                303, town.visitor().post("/fr/suivi/" + code + "/retrait", "").status());
        assertEquals(List.of(), TestTown.rows("SELECT 1 FROM reply WHERE opinion_id = ?", id));
        assertEquals(List.of(), TestTown.rows("SELECT 1 FROM moderation_decision WHERE opinion_id = ?", id));
        assertEquals(
                List.of("WITHDRAWN inconnu"),
                TestTown.rows("SELECT state, home FROM opinion WHERE id = ? AND age_band IS NULL", id));
    }

    @Test
    void theLegalPageTellsTheTermsInForceInEveryLanguage() {
        Map<String, String> twelve = Map.of(
                "fr", "12 mois après la fin du questionnaire",
                "en", "12 months after the end of the questionnaire",
                "ar", "12 شهرًا بعد انتهاء الاستبيان");
        twelve.forEach((lang, words) -> assertTrue(
                town.visitor().page("/" + lang + "/donnees-personnelles").text().contains(words), lang));
        assertEquals(303, post("/termes/opinion", Map.of("term-opinion", "5")).status());
        Map.of("fr", "5 mois après", "en", "5 months after", "ar", "5 أشهر بعد")
                .forEach((lang, words) -> assertTrue(
                        town.visitor()
                                .page("/" + lang + "/donnees-personnelles")
                                .text()
                                .contains(words),
                        lang));
        assertEquals(422, post("/termes/opinion", Map.of("term-opinion", "13")).status());
        assertEquals(303, post("/termes/opinion", Map.of("term-opinion", "12")).status());
    }

    private TestVisitor.Answer post(String end, Map<String, String> fields) {
        Map<String, String> all = new TreeMap<>(fields);
        all.put(
                "csrf",
                team.desk().page("/equipe/" + TOWN + "/donnees").select("main input[name=csrf]").stream()
                        .map(field -> field.attr("value"))
                        .collect(Collectors.toSet())
                        .iterator()
                        .next());
        return team.desk().post("/equipe/" + TOWN + "/donnees" + end, all);
    }

    private String give(String words) {
        return town.give(
                "fr",
                TOWN,
                "sante-dans-ma-ville",
                Map.of("q-sante-pour-vous", words, "may_show", "yes", "age", "60-74", "home", "courtillieres"));
    }

    private long participations() {
        return Long.parseLong(TestTown.rows(
                        "SELECT COALESCE(SUM(count), 0) FROM ledger_line WHERE kind = 'PARTICIPATION' AND contract_id = ?",
                        contract())
                .getFirst());
    }

    private long contract() {
        return town.bean(Contracts.class).find(TOWN).orElseThrow().id();
    }
}
