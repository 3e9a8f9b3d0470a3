package org.portevoix.consultation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micronaut.json.tree.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.portevoix.OpenDataSite;
import org.portevoix.contract.Contract;
import org.portevoix.contract.Contracts;
import org.portevoix.participation.Channel;
import org.portevoix.receipt.ReceiptCodes;
import org.portevoix.web.FormBody;
import org.portevoix.web.FormKeys;

class OpinionDataControllerTest {
    private final OpenDataSite site = OpenDataSite.open();
    private final Opinions opinions = site.bean(Opinions.class);
    private final DecidedOpinions decided = site.bean(DecidedOpinions.class);

    @Test
    void onlyThoseShownWithLeaveAreThere() {
        site.imports(OpenDataSite.town("avis-montres"));
        give("avis-montres", "personne ne l’a lu", "yes", "fr");
        String teamOnly = give("avis-montres", "pour l’équipe", "no", "fr");
        String refused = give("avis-montres", "insulte", "yes", "fr");
        String passedOn = give("avis-montres", "ma rue", "yes", "fr");
        String shown = give("avis-montres", "trop tôt le matin", "yes", "ar");
        assertFalse(decided.publish(id(teamOnly), 0));
        assertTrue(decided.refuse(id(refused), 0, true));
        assertTrue(decided.passOn(id(passedOn), 0));
        assertTrue(decided.publish(id(shown), 0));

        List<JsonNode> list = site.list("avis-montres/opinions");
        assertEquals(1, list.size(), list::toString);
        JsonNode opinion = list.getFirst();
        assertEquals("avis", opinion.get("consultation").getStringValue());
        assertEquals("ar", opinion.get("language").getStringValue());
        assertEquals("pourquoi", opinion.get("words").get(0).get("question").getStringValue());
        assertEquals(
                "trop tôt le matin", opinion.get("words").get(0).get("text").getStringValue());
    }

    @Test
    void nothingTellsWhoWroteOrWhen() {
        site.imports(OpenDataSite.town("avis-sans-nom"));
        List.of("zèbre", "abeille", "lion")
                .forEach(words -> decided.publish(id(give("avis-sans-nom", words, "yes", "fr")), 0));
        List<JsonNode> list = site.list("avis-sans-nom/opinions");
        for (JsonNode opinion : list) {
            Set<String> fields = new TreeSet<>();
            opinion.entries().forEach(field -> fields.add(field.getKey()));
            assertEquals(Set.of("consultation", "month", "language", "words"), fields);
            assertTrue(opinion.get("month").getStringValue().matches("\\d{4}-\\d\\d"));
        }
        List<String> words = list.stream()
                .map(opinion -> opinion.get("words").get(0).get("text").getStringValue())
                .toList();
        assertEquals(words.stream().sorted(Comparator.naturalOrder()).toList(), words);
    }

    @Test
    void whatIsPublishedOrTakenBackShowsAtOnce() {
        site.imports(OpenDataSite.town("avis-frais"));
        String code = give("avis-frais", "des bancs", "yes", "fr");
        assertEquals(List.of(), site.list("avis-frais/opinions"));
        decided.publish(id(code), 0);
        assertEquals(1, site.list("avis-frais/opinions").size());
        opinions.withdraw(code);
        assertEquals(List.of(), site.list("avis-frais/opinions"));
    }

    @Test
    void thoseOfAConsultationThatIsNotPublishedAreNotThere() {
        site.imports(OpenDataSite.town("avis-retires"));
        decided.publish(id(give("avis-retires", "des arbres", "yes", "fr")), 0);
        OpenDataSite.change("""
                UPDATE consultation SET state = 'DRAFT'
                WHERE contract_id = (SELECT id FROM contract WHERE slug = 'avis-retires')
                """);
        assertEquals(List.of(), site.list("avis-retires/opinions"));
    }

    private String give(String slug, String words, String mayShow, String lang) {
        Contract contract = site.bean(Contracts.class).find(slug).orElseThrow();
        Questionnaire questionnaire =
                site.bean(Questionnaires.class).find(contract.id(), "avis").orElseThrow();
        OpinionForm form = new OpinionForm(FormBody.of(
                "q-venu=non&q-pourquoi=" + URLEncoder.encode(words, StandardCharsets.UTF_8) + "&may_show=" + mayShow));
        assertEquals(Map.of(), form.errors(questionnaire));
        return opinions.receive(
                contract,
                questionnaire,
                form,
                new Opinions.Sent(site.bean(FormKeys.class).next(), lang, Channel.WEB, null));
    }

    private long id(String code) {
        byte[] hash = site.bean(ReceiptCodes.class).hash(code);
        Opinion opinion =
                site.bean(OpinionRepository.class).findByReceiptHash(hash).orElseThrow();
        return Objects.requireNonNull(opinion.id());
    }
}
