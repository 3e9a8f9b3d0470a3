package org.portevoix.moderation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.portevoix.TestTown.rows;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.portevoix.TestTown;
import org.portevoix.TestVisitor;
import org.portevoix.consultation.MaskedWords;
import org.portevoix.consultation.SealedWords;

/** Words are masked where everybody reads; what was there is sealed, read on the record, and comes back with an undone decision. */
class MaskingTest {

    private static final String WORDS = "Le docteur Machin crie, appelez le 06 12 34 56 78 avant midi.";
    private static final String NUMBER = "06 12 34 56 78";

    private final TestTown town = TestTown.open();

    @Test
    void everybodyReadsTheRestAndTheMarkIsSaidInTheLanguageOfThePage() {
        String contract = town.smallTown("ville-masque");
        TestTown.Coordinator team = town.coordinator(contract);
        String code = give(contract, WORDS);
        long id = team.opinionWith("Le docteur Machin");
        assertEquals(
                303,
                mask(team, id, "NAMES_SOMEONE", "Machin", "06", "12", "34", "56", "78")
                        .status());
        Map<String, String> pages = town.publicPages(contract);
        pages.forEach((address, page) -> {
            assertFalse(page.contains("Machin"), address);
            assertFalse(page.contains(NUMBER), address);
        });
        Element quote = town.visitor().page("/fr/" + contract + "/avis/avis").expectFirst(".quote .typed");
        assertEquals(
                "Le docteur masqué par l’équipe crie, appelez le masqué par l’équipe avant midi.", quote.wholeText());
        assertEquals(2, quote.select(".masked").size());
        Element arabic = town.visitor().page("/ar/" + contract + "/avis/avis").expectFirst(".quote .masked");
        assertEquals("ar", arabic.attr("lang"));
        assertEquals("أخفاه الفريق", arabic.text());
        assertTrue(String.valueOf(pages.get("/api/v1/contracts/" + contract + "/opinions"))
                .contains("Le docteur " + MaskedWords.MARK + " crie"));
        Document receipt = town.visitor().page("/fr/suivi/" + code);
        assertTrue(receipt.text().contains("Quelques mots sont masqués."), receipt::text);
        assertTrue(receipt.text().contains("Une personne que l’on peut reconnaître"), receipt::text);
        assertFalse(receipt.text().contains(NUMBER));
        assertTrue(
                town.visitor().get("/fr/suivi/" + code + "/copie").text().contains(NUMBER),
                "their own words are theirs to take away");
        assertFalse(
                team.desk().page("/equipe/" + contract + "/avis/decides").text().contains(NUMBER));
        assertEquals(
                List.of("0"), rows("SELECT COUNT(*) FROM answer WHERE opinion_id = ? AND body LIKE '%Machin%'", id));
        assertFalse(rows("SELECT HEX(words) FROM sealed_words WHERE opinion_id = ?", id)
                .getFirst()
                .contains(hex("Machin")));
        assertEquals(List.of("1"), sum(contract), "it counts as before");
    }

    @Test
    void anUndoneDecisionBringsEveryWordBack() {
        String contract = town.smallTown("ville-demasque");
        TestTown.Coordinator team = town.coordinator(contract);
        String words = "Deux lignes\r\n<b>et</b> le 06 12 34 56 78";
        give(contract, words);
        long id = team.opinionWith("Deux lignes");
        String before = rows("SELECT body FROM answer WHERE opinion_id = ? AND body IS NOT NULL", id)
                .getFirst();
        for (int turn = 0; turn < 2; turn++) {
            assertEquals(303, mask(team, id, "PRIVATE_HEALTH", "06").status());
            assertEquals(303, undo(team, id).status());
            assertEquals(
                    List.of(before + " 0"),
                    rows("SELECT body, is_masked FROM answer WHERE opinion_id = ? AND body IS NOT NULL", id));
            assertEquals(List.of(), rows("SELECT words FROM sealed_words WHERE opinion_id = ?", id));
        }
        assertFalse(town.visitor().page("/fr/" + contract + "/avis/avis").text().contains("Deux lignes"));
    }

    @Test
    void whatTheSiteNoticedIsTouchedAlready() {
        String contract = town.smallTown("ville-signale");
        TestTown.Coordinator team = town.coordinator(contract);
        give(contract, WORDS);
        long id = team.opinionWith("Le docteur Machin");
        Document page = team.desk().page("/equipe/" + contract + "/avis/" + id);
        assertEquals(
                List.of("docteur", "Machin", "06", "12", "34", "56", "78"),
                page.select(".cut:has(input[checked])").eachText());
        assertEquals(
                "NAMES_SOMEONE",
                page.select("#field-mask_reason option[selected]").attr("value"));
        assertTrue(page.select("#masquer").hasAttr("open"));
    }

    @Test
    void whatIsGluedToAWordIsNoticedThereAndMaskedAlone() {
        String contract = town.smallTown("ville-colle");
        TestTown.Coordinator team = town.coordinator(contract);
        give(contract, "Appelezmoi au0612345678merci beaucoup");
        long id = team.opinionWith("merci beaucoup");
        Document page = team.desk().page("/equipe/" + contract + "/avis/" + id);
        assertTrue(
                page.select(".cut").eachText().containsAll(List.of("au", "0612345678", "merci")),
                page.select(".cut").eachText()::toString);
        assertEquals(303, mask(team, id, "NAMES_SOMEONE", "0612345678").status());
        assertEquals(
                "Appelezmoi aumasqué par l’équipemerci beaucoup",
                town.visitor()
                        .page("/fr/" + contract + "/avis/avis")
                        .expectFirst(".quote .typed")
                        .wholeText());
        give(contract, "Mon numéro : 06 12 34 56 78.");
        long other = team.opinionWith("Mon numéro");
        assertEquals(
                List.of(NUMBER),
                team.desk()
                        .page("/equipe/" + contract + "/avis/" + other)
                        .select(".words mark")
                        .eachText());
    }

    @Test
    void nothingIsPublishedWhenTheFormIsWrongOrDidNotComeWhole() {
        String contract = town.smallTown("ville-masque-faux");
        TestTown.Coordinator team = town.coordinator(contract);
        give(contract, WORDS);
        long id = team.opinionWith("Le docteur Machin");
        assertEquals(422, mask(team, id, "NAMES_SOMEONE").status(), "no word");
        assertEquals(422, mask(team, id, "", "Machin").status(), "no reason");
        assertEquals(422, mask(team, id, "SPAM", "Machin").status(), "spam is not shown at all");
        String all = team.desk().page("/equipe/" + contract + "/avis/" + id).select("input[name=hide]").stream()
                .map(box -> "hide=" + box.attr("value"))
                .collect(Collectors.joining("&"));
        assertEquals(422, send(team, id, all + "&reason=INSULT&end=1").status(), "nothing would be left");
        TestVisitor.Answer cut = send(team, id, all.substring(0, all.indexOf('&')) + "&reason=INSULT");
        assertEquals(422, cut.status(), "the end is missing");
        assertEquals(1, cut.page().select(".cut input[checked]").size(), "what was touched stays so");
        assertEquals(List.of("WAITING"), rows("SELECT state FROM opinion WHERE id = ?", id));
        give(contract, "Pour l’équipe seulement", "no");
        long secret = team.opinionWith("Pour l’équipe seulement");
        assertTrue(team.desk()
                .page("/equipe/" + contract + "/avis/" + secret)
                .select("#masquer")
                .isEmpty());
        assertEquals(422, send(team, secret, "hide=1:0&reason=INSULT&end=1").status());
    }

    @Test
    void whoReadsWhatIsMaskedSaysWhyAndIsWrittenDown() {
        String contract = town.smallTown("ville-scelle");
        TestTown.Coordinator team = town.coordinator(contract);
        give(contract, WORDS);
        long id = team.opinionWith("Le docteur Machin");
        mask(team, id, "NAMES_SOMEONE", "Machin");
        String address = "/equipe/" + contract + "/avis/" + id;
        String csrf = csrf(team, id);
        assertEquals(
                422,
                team.desk()
                        .post(address + "/original", Map.of("csrf", csrf, "why", " "))
                        .status());
        assertEquals(List.of(), rows("SELECT id FROM sealed_reading WHERE opinion_id = ?", id));
        TestVisitor.Answer opened =
                team.desk().post(address + "/original", Map.of("csrf", csrf, "why", "La police demande"));
        assertEquals(200, opened.status());
        assertTrue(opened.page().text().contains(WORDS), opened::text);
        assertEquals(List.of("La police demande"), rows("SELECT why FROM sealed_reading WHERE opinion_id = ?", id));
        Document later = team.desk().page(address);
        assertFalse(later.text().contains("Machin"));
        assertTrue(later.text().contains("La police demande"), later::text);
    }

    @Test
    void whatIsSealedIsErasedAfterItsTermAndTheMarkStays() {
        String contract = town.smallTown("ville-scelle-terme");
        TestTown.Coordinator team = town.coordinator(contract);
        String code = give(contract, WORDS);
        long id = team.opinionWith("Le docteur Machin");
        mask(team, id, "NAMES_SOMEONE", "Machin");
        long contractId = Long.parseLong(
                rows("SELECT id FROM contract WHERE slug = ?", contract).getFirst());
        SealedWords sealed = town.bean(SealedWords.class);
        LocalDate today = LocalDate.ofInstant(town.clock().instant(), ZoneOffset.UTC);
        assertEquals(0, sealed.erase(contractId, today.minusDays(1)));
        assertEquals(1, sealed.erase(contractId, today.plusDays(2)));
        assertEquals(303, undo(team, id).status());
        assertEquals(
                List.of("Le docteur " + MaskedWords.MARK + " crie, appelez le 06 12 34 56 78 avant midi. 1"),
                rows("SELECT body, is_masked FROM answer WHERE opinion_id = ? AND body IS NOT NULL", id));
        mask(team, id, "NAMES_SOMEONE", "06", "12", "34", "56", "78");
        assertEquals(
                303,
                town.visitor().post("/fr/suivi/" + code + "/retrait", Map.of()).status());
        assertEquals(List.of(), rows("SELECT words FROM sealed_words WHERE opinion_id = ?", id), "gone with the rest");
    }

    private String give(String contract, String words) {
        return give(contract, words, "yes");
    }

    private String give(String contract, String words, String mayShow) {
        return town.give("fr", contract, "avis", Map.of("q-pourquoi", words, "may_show", mayShow));
    }

    private static TestVisitor.Answer mask(TestTown.Coordinator team, long id, String reason, String... words) {
        List<String> hidden = List.of(words);
        String boxes = team.desk().page("/equipe/" + team.contract() + "/avis/" + id).select(".cut").stream()
                .filter(cut -> hidden.contains(cut.text()))
                .map(cut -> "&hide=" + cut.expectFirst("input").attr("value"))
                .collect(Collectors.joining());
        return send(team, id, "reason=" + reason + boxes + "&end=1");
    }

    private static TestVisitor.Answer send(TestTown.Coordinator team, long id, String fields) {
        return team.desk()
                .post(
                        "/equipe/" + team.contract() + "/avis/" + id + "/decision",
                        "decision=mask&csrf=" + URLEncoder.encode(csrf(team, id), StandardCharsets.UTF_8) + "&"
                                + fields);
    }

    private static TestVisitor.Answer undo(TestTown.Coordinator team, long id) {
        String address = "/equipe/" + team.contract() + "/avis/" + id;
        String made = team.desk().page(address).select("input[name=made]").attr("value");
        return team.desk().post(address + "/annulation", Map.of("csrf", csrf(team, id), "made", made));
    }

    private static String csrf(TestTown.Coordinator team, long id) {
        return team.desk()
                .page("/equipe/" + team.contract() + "/avis/" + id)
                .select("input[name=csrf]")
                .attr("value");
    }

    private static String hex(String words) {
        return HexFormat.of().withUpperCase().formatHex(words.getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> sum(String contract) {
        return rows("""
                SELECT SUM(l.count) FROM ledger_line l JOIN contract c ON c.id = l.contract_id
                WHERE c.slug = ? AND l.act = 'OPINION'
                """, contract);
    }
}
