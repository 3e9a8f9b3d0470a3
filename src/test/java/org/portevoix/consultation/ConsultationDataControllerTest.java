package org.portevoix.consultation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.portevoix.OpenDataSite.named;
import static org.portevoix.OpenDataSite.slugs;
import static org.portevoix.OpenDataSite.words;

import io.micronaut.json.tree.JsonNode;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.portevoix.OpenDataSite;

class ConsultationDataControllerTest {
    private static final String ONE = """
              - slug: %s
                title: {fr: Votre avis}
                summary: {fr: Une question.}
                opens: %s monday
                closes: %s sunday
                promise:
                  reads: {fr: Nous}
                  can_change: {fr: Les heures}
                  decided: {fr: Le lieu}
                  answer_by: W+20 monday
                questions:
                  - {key: mot, kind: text, title: {fr: "Un mot ?"}, max_length: 300}
            """;

    private final OpenDataSite site = OpenDataSite.open();

    @Test
    void openOnesComeFirstTheSoonestClosingFirst() {
        site.imports(OpenDataSite.town("ordre-des-avis")
                .replace(
                        "missions:\n",
                        ONE.formatted("ferme", "W-5", "W-2")
                                + ONE.formatted("a-venir", "W+2", "W+3")
                                + ONE.formatted("bientot-ferme", "W-1", "W+1")
                                + ONE.formatted("hier-ferme", "W-5", "W-1")
                                + "missions:\n"));
        List<JsonNode> consultations = site.list("ordre-des-avis/consultations");
        assertEquals(List.of("bientot-ferme", "avis", "a-venir", "hier-ferme", "ferme"), slugs(consultations));
        assertEquals(
                List.of(true, true, false, false, false),
                consultations.stream()
                        .map(one -> one.get("isOpen").getBooleanValue())
                        .toList());
    }

    @Test
    void aConsultationGivesItsPromiseAndItsQuestions() {
        site.imports(OpenDataSite.town("questions"));
        JsonNode consultation = named(site.list("questions/consultations"), "avis");
        LocalDate opens = LocalDate.parse(consultation.get("opens").getStringValue());
        assertEquals(opens.plusDays(34).toString(), consultation.get("closes").getStringValue());
        assertEquals(opens.plusDays(56).toString(), consultation.get("answerBy").getStringValue());
        assertEquals("consulted", consultation.get("level").getStringValue());
        assertEquals("Les heures", consultation.get("promise").get("canChange").getStringValue());
        assertEquals(
                OpenDataSite.ADDRESS + "/fr/questions/avis/avis",
                consultation.get("url").getStringValue());
        JsonNode first = consultation.get("questions").get(0);
        assertEquals("venu", first.get("key").getStringValue());
        assertEquals("choice", first.get("kind").getStringValue());
        assertEquals("Non", first.get("options").get(1).get("label").getStringValue());
        assertTrue(first.get("when").isNull());
        JsonNode second = consultation.get("questions").get(1);
        assertEquals("text", second.get("kind").getStringValue());
        assertEquals(0, second.get("options").size());
        assertEquals("venu", second.get("when").get("question").getStringValue());
        assertEquals(List.of("non"), words(second.get("when").get("options")));
    }

    @Test
    void onlyPublishedConsultationsAreThere() {
        site.imports(OpenDataSite.town("avis-brouillon"));
        OpenDataSite.change("""
                UPDATE consultation SET state = 'DRAFT'
                WHERE contract_id = (SELECT id FROM contract WHERE slug = 'avis-brouillon')
                """);
        assertEquals(List.of(), site.list("avis-brouillon/consultations"));
        assertFalse(slugs(site.list("avis-brouillon/actions")).isEmpty());
    }
}
