package org.portevoix.distress;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.portevoix.TestTown;
import org.portevoix.TestVisitor;
import org.portevoix.mail.WrittenLetters;

/** Somebody whose words tell of a danger: what they see at once, who is told. */
class DistressJourneyTest {

    private static final TestTown TOWN = TestTown.open();
    private static final String SLUG = "ville-en-detresse";
    private static final String ASKED = "sante-dans-ma-ville";
    private static final String WORDS = "q-sante-pour-vous";

    private static TestTown.Coordinator coordinator;

    @BeforeAll
    static void openTheTown() {
        TOWN.sample(SLUG);
        coordinator = TOWN.coordinator(SLUG);
    }

    @Test
    void whoToCallIsFirstOnThePageThatAnswersInEveryLanguage() {
        for (String language : TestTown.SITE_LANGUAGES) {
            String said = Scenario.of(language).getFirst().words();
            Document receipt = TOWN.visitor().page("/" + language + "/suivi/" + give(language, said));
            assertEquals("3114", receipt.expectFirst("main a[href^=tel]").text(), language);
            for (String number : List.of("3114", "15", "17", "18", "112", "114", "119", "3919")) {
                assertEquals(
                        1,
                        receipt.select(".danger a[href='tel:" + number + "']").size(),
                        language + " " + number);
            }
            assertEquals(1, receipt.select(".danger a[href='sms:114']").size(), language);
            assertEquals(1, receipt.select("main h1").size(), language);
            assertEquals(
                    receipt.expectFirst("main h1"),
                    receipt.select("main h1, main h2").first(),
                    language);
            assertTrue(receipt.text().contains(said), language);
            assertEquals(
                    language.equals("fr"),
                    receipt.text().contains("Personne ne regarde ce site jour et nuit"),
                    language);
        }
    }

    @Test
    void theOrderFollowsTheDanger() {
        assertEquals(List.of("17", "114", "3919"), firstThree("Mon mari me frappe quand il a bu"));
        assertEquals(List.of("119", "17", "114"), firstThree("Le voisin bat ses enfants tous les soirs"));
        assertEquals(List.of("15", "112", "18"), firstThree("Ma mère ne respire plus, venez vite"));
    }

    @Test
    void itIsKeptFirstInTheQueueAndShownToNobody() {
        String usual = give("fr", "Un banc devant le centre de santé, avant tout le reste.");
        String code = give("fr", "Je veux mourir, et un banc aussi, numéro 4711.");
        assertEquals("0 WAITING", row(code));
        assertEquals("1 WAITING", row(usual));
        assertTrue(TOWN.visitor().page("/fr/suivi/" + usual).select(".danger").isEmpty());
        TOWN.publicPages(SLUG).forEach((path, page) -> assertFalse(page.contains("numéro 4711"), path));
    }

    @Test
    void theCoordinatorsAreToldAtOnceWithoutAWordOfIt() {
        TestTown.update(
                "INSERT INTO notice (account_id, wish, seen) SELECT id, 'NEVER', '' FROM account WHERE email = ?",
                coordinator.email());
        String code = give("fr", "Je veux mourir, dit Capucine.");
        long id = id(code);
        List<String> told = WrittenLetters.contents(TOWN, "distress/opinion/" + id + "/%");
        assertEquals(1, told.size());
        assertTrue(told.getFirst().contains("/equipe/" + SLUG + "/avis/" + id), told.getFirst());
        assertFalse(told.getFirst().contains("Capucine"), told.getFirst());
        assertFalse(told.getFirst().contains("mourir"), told.getFirst());
        assertEquals(
                List.of("1 WAITING"),
                TestTown.rows(
                        "SELECT is_urgent, state FROM letter WHERE letter_key LIKE ?",
                        "distress/opinion/" + id + "/%"));
        assertTrue(coordinator
                .desk()
                .page("/equipe/" + SLUG + "/avis/" + id)
                .text()
                .contains("Capucine"));
    }

    @Test
    void anAnswerThatSaysSoIsEnough() {
        String contract = TOWN.smallTown("choix-qui-inquiete");
        TOWN.coordinator(contract);
        TestTown.update("""
                UPDATE question_option o JOIN question q ON q.id = o.question_id JOIN consultation k ON k.id = q.consultation_id
                JOIN contract c ON c.id = k.contract_id SET o.is_distress = TRUE WHERE c.slug = ? AND o.slug = 'non'
                """, contract);
        String usual = TOWN.give("ar", contract, "avis", Map.of("q-venu", "oui"));
        String code = TOWN.give("ar", contract, "avis", Map.of("q-venu", "non"));
        Document receipt = TOWN.visitor().page("/ar/suivi/" + code);
        assertFalse(receipt.select(".danger a[href='tel:3114']").isEmpty(), receipt::text);
        assertTrue(TOWN.visitor().page("/ar/suivi/" + usual).select(".danger").isEmpty());
        assertEquals(
                List.of("1"),
                TestTown.rows(
                        "SELECT COUNT(*) FROM letter l JOIN contract c ON c.id = l.contract_id WHERE c.slug = ? AND l.kind = 'distress'",
                        contract));
    }

    @Test
    void theSameFormSentTwiceTellsOnce() {
        String path = "/fr/" + SLUG + "/avis/" + ASKED;
        Map<String, String> fields = new TreeMap<>(fields("Je pense au suicide depuis l’hiver."));
        fields.put("key", TestTown.key(TOWN.visitor().page(path)));
        TestVisitor resident = TOWN.visitor();
        String first = resident.post(path, fields).location();
        assertEquals(first, resident.post(path, fields).location());
        assertEquals(
                1,
                WrittenLetters.contents(TOWN, "distress/opinion/" + id(first.substring("/fr/suivi/".length())) + "/%")
                        .size());
    }

    @Test
    void aCorrectionTellsToo() {
        String code = give("fr", "Un arrêt de bus plus près.");
        TestVisitor resident = TOWN.visitor();
        assertEquals(303, correct(resident, code, "Je veux mourir."));
        assertEquals("0 WAITING", row(code));
        assertFalse(resident.page("/fr/suivi/" + code).select(".danger").isEmpty());
        String letters = "distress/opinion/" + id(code) + "/%";
        assertEquals(1, WrittenLetters.contents(TOWN, letters).size());
        assertEquals(303, correct(resident, code, "Je veux mourir, vraiment."));
        assertEquals(1, WrittenLetters.contents(TOWN, letters).size(), "the same danger once more");
        assertEquals(303, correct(resident, code, "Mon mari me frappe."));
        assertEquals(2, WrittenLetters.contents(TOWN, letters).size(), "another danger");
        assertEquals(303, correct(resident, code, "Tout va bien, un banc."));
        assertEquals("0 WAITING", row(code));
    }

    @Test
    void whatIsTakenBackLeavesNoTrace() {
        String code = give("fr", "Je veux mourir demain.");
        assertEquals(
                303, TOWN.visitor().post("/fr/suivi/" + code + "/retrait", "").status());
        assertEquals(List.of("1 WITHDRAWN"), TestTown.rows("SELECT turn, state FROM opinion WHERE id = ?", lastId()));
    }

    @Test
    void noExportOrCopySaysIt() {
        String code = give("fr", "Je veux mourir ce soir.");
        String copy = TOWN.visitor().get("/fr/suivi/" + code + "/copie").text();
        assertTrue(copy.contains("Je veux mourir ce soir"), copy);
        for (String word : List.of("distress", "détresse", "turn", "SUICIDE", "danger")) {
            assertFalse(copy.contains(word), word);
        }
    }

    private static List<String> firstThree(String words) {
        return TOWN.visitor()
                .page("/fr/suivi/" + give("fr", words))
                .select(".danger a[href^=tel]")
                .eachText()
                .subList(0, 3);
    }

    private static int correct(TestVisitor resident, String code, String words) {
        return resident.post("/fr/suivi/" + code + "/correction", fields(words)).status();
    }

    private static String give(String language, String words) {
        return TOWN.give(language, SLUG, ASKED, fields(words));
    }

    private static Map<String, String> fields(String words) {
        return Map.of(WORDS, words, "may_show", "yes");
    }

    private static String row(String code) {
        return TestTown.rows("SELECT turn, state FROM opinion WHERE id = ?", id(code))
                .getFirst();
    }

    /** By its receipt, as the site knows it. */
    private static long id(String code) {
        byte[] hash = TOWN.bean(org.portevoix.receipt.ReceiptCodes.class).hash(code);
        return Long.parseLong(TestTown.rows("SELECT id FROM opinion WHERE receipt_hash = ?", hash)
                .getFirst());
    }

    private static long lastId() {
        return Long.parseLong(TestTown.rows(
                        "SELECT MAX(o.id) FROM opinion o JOIN contract c ON c.id = o.contract_id WHERE c.slug = ?",
                        SLUG)
                .getFirst());
    }
}
