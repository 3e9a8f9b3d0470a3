package org.portevoix.content;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.portevoix.TestDatabase;
import org.portevoix.TestTown;
import org.portevoix.TestVisitor;
import org.portevoix.account.Role;
import org.portevoix.importing.ContractExport;

/** The translation bench: only what changed is stale, and nobody shows alone what they wrote. */
class TranslationBenchTest {
    private static final String ONE = "On vient le matin.";
    private static final String TWO = "C’est gratuit.";
    private static final String THREE = "Les enfants sont bienvenus.";

    private final TestTown town = TestTown.open();

    @Test
    void ofAChangedSourceOnlyThatParagraphIsStaleInAllLanguages() {
        Bench bench = bench("un-seul-vieillit");
        bench.translated("en", "A1", "A2", "A3");
        bench.translated("ar", "ب1", "ب2", "ب3");
        bench.translated("snk", "S1", "S2", "S3");

        bench.source(ONE + "\n\nC’est gratuit pour tous.\n\n" + THREE);

        for (String language : List.of("en", "ar", "snk")) {
            Document page = bench.coordinator.page(bench.item + "/" + language);
            assertEquals(List.of("READY", "STALE", "READY"), states(page), language);
            assertEquals("Avant : " + TWO, page.select(".before").text());
        }
        assertTrue(bench.read("en").contains("A1") && bench.read("en").contains("A3"));
        assertTrue(bench.read("en").contains("A2"), "the old one is still read");
        assertTrue(bench.read("en").contains("The French text has changed since this was translated"));
    }

    @Test
    void aParagraphInsertedRemovedOrMovedTakesNoOtherTranslationAway() {
        Bench bench = bench("rien-ne-se-perd");
        bench.translated("en", "A1", "A2", "A3");

        bench.source("Nouveau.\n\n" + ONE + "\n\n" + TWO + "\n\n" + THREE);
        assertEquals(List.of("MISSING", "READY", "READY", "READY"), bench.states("en"));
        assertEquals(List.of("", "A1", "A2", "A3"), bench.typed("en"));

        bench.source(THREE + "\n\n" + ONE + "\n\n" + TWO);
        assertEquals(List.of("READY", "READY", "READY"), bench.states("en"));
        assertEquals(List.of("A3", "A1", "A2"), bench.typed("en"));

        bench.source(ONE + "\n\n" + THREE);
        assertEquals(List.of("A1", "A3"), bench.typed("en"));
        assertFalse(bench.read("en").contains("A2"));
        assertFalse(bench.read("en").contains("has changed since"), bench.read("en"));
    }

    @Test
    void whatIsNotTranslatedYetIsReadInFrenchInItsPlaceAndSaysSo() {
        Bench bench = bench("pas-de-trou");
        bench.translated("ar", "صباحا", "مجانا", "أطفال");
        bench.source(ONE + "\n\nApportez une photo.\n\n" + TWO + "\n\n" + THREE);

        Document page = town.visitor().page("/ar/pas-de-trou/benevoles/interprete");

        Element french =
                page.select("main [lang=fr]:contains(Apportez une photo)").getLast();
        assertEquals("ltr", french.attr("dir"));
        assertFalse(french.text().contains("مجانا"));
        String text = page.select("main").text();
        assertTrue(
                text.indexOf("صباحا") < text.indexOf("Apportez") && text.indexOf("Apportez") < text.indexOf("مجانا"));
        assertTrue(text.contains("غير مترجم بعد"), text);
        // The open data tell a text in one language from end to end.
        String data = town.visitor()
                .get("/api/v1/contracts/pas-de-trou/missions?lang=ar")
                .text();
        assertTrue(data.contains("Apportez une photo."));
        assertFalse(data.contains("صباحا"));
    }

    @Test
    void everyKindOfPublicPageSaysWhatIsNotTranslatedOrOlderThanItsFrench() {
        String contract = town.sample("chaque-page-le-dit");
        TestTown.update(
                "DELETE p FROM paragraph p JOIN text t ON t.id = p.text_id WHERE p.language = 'ar' AND p.position >= 0"
                        + " AND (t.id IN (SELECT e.title_text FROM event e JOIN contract c ON c.id = e.contract_id"
                        + " WHERE c.slug = ?) OR t.id IN (SELECT m.title_text FROM mission m"
                        + " JOIN contract c ON c.id = m.contract_id WHERE c.slug = ?))",
                contract,
                contract);
        int withFrench = 0;
        for (Map.Entry<String, String> read : town.publicPages(contract).entrySet()) {
            if (!read.getKey().matches("/(ar|fr)/" + contract + "([/?].*)?")
                    || !read.getValue().strip().startsWith("<!DOCTYPE")) {
                continue;
            }
            assertFalse(read.getValue().contains("<!--"), read.getKey());
            Element main = org.jsoup.Jsoup.parse(read.getValue()).select("main").getFirst();
            boolean says = main.select(".note").text().contains("غير مترجم بعد");
            // Names and addresses are French for everybody: what stands in a title is none.
            boolean isFrench = !main.select("div[lang=fr][dir=ltr], :is(h1, h2, h3) span[lang=fr][dir=ltr]")
                    .isEmpty();
            if (read.getKey().startsWith("/fr/")) {
                assertFalse(main.select(".note").text().contains("pas encore traduite"), read.getKey());
            } else if (isFrench) {
                withFrench++;
                assertTrue(says, read.getKey());
            } else if (says) {
                assertFalse(main.select("[lang=fr]").isEmpty(), read.getKey());
            }
        }
        assertTrue(withFrench > 10, "pages with French among the Arabic: " + withFrench);
    }

    @Test
    void nobodyShowsAloneWhatTheyWroteByAnyPath() throws SQLException {
        Bench bench = bench("deux-personnes");
        TestVisitor translator = bench.translator;
        String address = bench.item + "/en";
        DeskForm form = DeskForm.of(translator, address).translate(ONE, "In the morning");

        TestVisitor.Answer alone = form.post(address + "/relecture");
        assertEquals(422, alone.status());
        assertTrue(alone.page().select(".summary").text().contains("Une autre personne doit les relire"));
        // Again, as a direct post of what stands there now, with and without what the form carries.
        assertEquals(
                422,
                DeskForm.of(translator, address).post(address + "/relecture").status());
        String csrf = translator.page(address).select("input[name=csrf]").attr("value");
        assertEquals(
                422,
                translator.post(address + "/relecture", Map.of("csrf", csrf)).status());
        assertEquals(
                422,
                translator
                        .post(address + "/relecture", Map.of("csrf", csrf, form.field(ONE), "In the morning"))
                        .status());
        assertFalse(bench.read("en").contains("In the morning"));

        // Who corrects a word becomes the author: the first writer reads it.
        DeskForm correction = DeskForm.of(bench.coordinator, address).translate(ONE, "In the early morning");
        assertEquals(422, correction.post(address + "/relecture").status());
        assertFalse(bench.read("en").contains("early morning"));
        assertEquals(
                303,
                DeskForm.of(translator, address).post(address + "/relecture").status());
        assertTrue(bench.read("en").contains("In the early morning"));
        Document page = translator.page(address);
        assertTrue(
                summary(page).select(".made").text().contains("Écrit par Coordination, relu par TRANSLATOR"),
                page.select(".made").text());

        // The database holds it too.
        String text = textId(bench);
        try (Connection connection = TestDatabase.ownerConnection();
                Statement statement = connection.createStatement()) {
            assertThrows(
                    SQLException.class,
                    () -> statement.execute("UPDATE paragraph SET reviewer_id = author_id WHERE text_id = " + text
                            + " AND language = 'en' AND origin = 'HUMAN'"));
            assertThrows(
                    SQLException.class,
                    () -> statement.execute("INSERT INTO paragraph (text_id, language, position, body, origin, digest,"
                            + " state) VALUES (" + text
                            + ", 'es', 0, 'x', 'MACHINE', '0123456789abcdef', 'REVIEWED')"));
        }
    }

    @Test
    void aReviewShowsOnlyWhatTheReviewerSaw() {
        Bench bench = bench("lire-ce-que-l-on-montre");
        String address = bench.item + "/en";
        DeskForm.of(bench.translator, address).translate(ONE, "First words").post();
        DeskForm reviewer = DeskForm.of(bench.coordinator, address);
        DeskForm.of(bench.translator, address).translate(ONE, "Second words").post();

        TestVisitor.Answer late = reviewer.post(address + "/relecture");

        assertEquals(422, late.status());
        assertFalse(bench.read("en").contains("First words"));
        assertFalse(bench.read("en").contains("Second words"));
        assertEquals(List.of("Second words", "", ""), bench.typed("en"));
    }

    @Test
    void ofTwoWhoWriteAtOnceNoWordIsLost() {
        Bench bench = bench("deux-plumes");
        String address = bench.item + "/en";
        DeskForm mine =
                DeskForm.of(bench.coordinator, address).translate(ONE, "Mine").translate(TWO, "Also mine");
        DeskForm.of(bench.translator, address).translate(ONE, "Theirs").post();

        TestVisitor.Answer answer = mine.post();

        assertEquals(409, answer.status());
        String field = mine.field(ONE);
        assertEquals("Mine", answer.page().select("[name='" + field + "']").val());
        assertTrue(answer.page().select(".wrong").text().contains("Theirs"));
        assertEquals(List.of("Theirs", "Also mine", ""), bench.typed("en"));
        assertEquals(
                303,
                new DeskForm(bench.coordinator, address, answer.page()).post().status());
        assertEquals(List.of("Mine", "Also mine", ""), bench.typed("en"));
    }

    @Test
    void aTranslationBegunBeforeTheSourceChangedSaysSo() {
        Bench bench = bench("source-qui-bouge");
        String address = bench.item + "/en";
        DeskForm slow =
                DeskForm.of(bench.translator, address).translate(TWO, "Free").translate(THREE, "Children");
        bench.source("Avant tout.\n\n" + ONE + "\n\nPayant désormais.\n\n" + THREE);

        TestVisitor.Answer answer = slow.post();

        assertEquals(409, answer.status());
        assertTrue(answer.page().select(".summary, [name^=t.]").toString().contains("Free"));
        assertEquals(List.of("", "", "", "Children"), bench.typed("en"), "found where it stands by now");
    }

    @Test
    void whereThereIsNobodyElseItWaitsSaysSoAndOffersAnInvitation() {
        String contract = town.smallTown("seule-au-bureau");
        TestTown.Coordinator coordinator = town.coordinator(contract);
        // Administrators of the site count, so that this person has to be alone on it for a moment.
        List<String> others =
                TestTown.rows("SELECT id FROM account WHERE is_administrator = TRUE AND is_active = TRUE");
        TestTown.update("UPDATE account SET is_active = FALSE WHERE is_administrator = TRUE");
        try {
            String address = "/equipe/" + contract + "/contenus/missions/interprete/en";
            DeskForm form = DeskForm.of(coordinator.desk(), address);
            form.set(form.page().select("[name^=t.]").attr("name"), "Alone");
            assertEquals(422, form.post(address + "/relecture").status());
            Document page = coordinator.desk().page(address);
            assertTrue(page.text().contains("Personne d’autre ne peut relire"), page.text());
            assertEquals(
                    "/equipe/" + contract + "/comptes",
                    page.select(".note-desk a").attr("href"));
            assertTrue(coordinator
                    .desk()
                    .page("/equipe/" + contract + "/traductions")
                    .text()
                    .contains("Personne d’autre ne peut relire"));
        } finally {
            others.forEach(id -> TestTown.update("UPDATE account SET is_active = TRUE WHERE id = ?", id));
        }
        town.member(contract, Role.TRANSLATOR);
        assertFalse(coordinator
                .desk()
                .page("/equipe/" + contract + "/traductions")
                .text()
                .contains("Personne d’autre"));
    }

    @Test
    void whatCameWithAFileSaysSoAndComesBackWithItsGaps() {
        Bench bench = bench("venu-du-fichier");
        assertTrue(bench.coordinator
                .page("/equipe/" + bench.contract + "/contenus/actions/plomb/ar")
                .select(".made")
                .text()
                .contains("Venu avec le fichier du contrat"));
        bench.translated("en", "A1", "A2", "A3");
        bench.source(ONE + "\n\n" + "Nouveau.\n\n" + TWO + "\n\n" + THREE);

        String yaml = town.bean(ContractExport.class).yaml(bench.contract).orElseThrow();
        town.bean(org.portevoix.importing.ContractImport.class)
                .importFile(
                        "copie.yaml",
                        yaml.replace("slug: " + bench.contract + "\n", "slug: fichier-rendu\n")
                                .getBytes(java.nio.charset.StandardCharsets.UTF_8),
                        false);

        Document there =
                town.coordinator("fichier-rendu").desk().page("/equipe/fichier-rendu/contenus/missions/interprete/en");
        assertEquals(List.of("A1", "", "A2", "A3"), typed(there));
        assertEquals(List.of("READY", "MISSING", "READY", "READY"), states(there));
    }

    @Test
    void undoingGivesBackWhoWroteAndWhoRead() {
        Bench bench = bench("annuler-une-traduction");
        bench.translated("en", "A1", "A2", "A3");
        String made = bench.coordinator.page(bench.item + "/en").select(".made").text();
        bench.source(ONE);
        assertEquals(List.of("A1"), bench.typed("en"));

        Document history = bench.coordinator.page("/equipe/" + bench.contract + "/historique");
        Element undo = history.select("form[action$=annulation]").getFirst();
        assertEquals(
                303,
                bench.coordinator
                        .post(
                                undo.attr("action"),
                                Map.of("csrf", undo.select("input[name=csrf]").attr("value")))
                        .status());

        assertEquals(List.of("A1", "A2", "A3"), bench.typed("en"));
        assertEquals(
                made, bench.coordinator.page(bench.item + "/en").select(".made").text());
    }

    @Test
    void aCopyCarriesItsTranslationsAndOnlyTheChangedSentenceOfItIsStale() {
        Bench bench = bench("copier-et-changer");
        bench.translated("en", "A1", "A2", "A3");
        String csrf = bench.coordinator
                .page(bench.item + "/copie")
                .select("input[name=csrf]")
                .attr("value");
        bench.coordinator.post(bench.item + "/copie", Map.of("csrf", csrf, "title", "Interprète 2027", "day", ""));
        String copy = bench.item.replace("/interprete", "/interprete-2027");
        Document carried = bench.coordinator.page(copy + "/en");
        assertEquals(List.of("READY", "READY", "READY"), states(carried));
        assertTrue(summary(carried).select(".made").text().contains("Écrit par TRANSLATOR, relu par Coordination"));

        assertEquals(
                303,
                DeskForm.of(bench.coordinator, copy)
                        .set("summary", ONE + "\n\nC’est gratuit, comme en 2026.\n\n" + THREE)
                        .post()
                        .status());

        assertEquals(List.of("READY", "STALE", "READY"), states(bench.coordinator.page(copy + "/en")));
        assertEquals(List.of("READY", "READY", "READY"), bench.states("en"));
    }

    @Test
    void theMatrixTellsWhatIsThereTextByTextInAnyLanguage() {
        Bench bench = bench("matrice-des-langues");
        town.bean(TranslationRecounts.class).recount();
        DeskForm.of(bench.translator, bench.item + "/en").translate(ONE, "A1").post();
        String matrix = "/equipe/" + bench.contract + "/traductions";

        Document page = bench.coordinator.page(matrix + "?genre=missions&ouvert=interprete&autre=snk");

        assertEquals(
                List.of("Titre", "arabe", "soninké"),
                page.select(".matrix").getLast().select("thead th").eachText());
        Element row = page.select("tr:has(th.text):contains(Résumé)").getFirst();
        assertEquals(List.of("cell MISSING", "cell MISSING"), row.select("td a").eachAttr("class"));
        String link = row.select("td a").getLast().attr("href");
        assertEquals(bench.item + "/snk", link.substring(0, link.indexOf('#')));
        Document target = bench.coordinator.page(link.substring(0, link.indexOf('#')));
        assertEquals(1, target.select(link.substring(link.indexOf('#'))).size());

        Document list = bench.coordinator.page(matrix + "?langue=en&etat=DRAFT");
        assertEquals(List.of(bench.item + "/en"), list.select(".waiting a").eachAttr("href"));
        // What one wrote oneself waits for somebody else, and is not one's own work.
        assertTrue(bench.coordinator.page("/equipe").text().contains("1 traduction à relire (anglais)"));
        assertFalse(bench.translator.page("/equipe").text().contains("à relire (anglais)"));
        assertTrue(bench.translator.page("/equipe").text().contains("à traduire (arabe)"));
        assertEquals(403, town.member(bench.contract, Role.HOST).get(matrix).status());
    }

    /** A mission with a summary of three paragraphs; a coordinator, and a translator. */
    private Bench bench(String slug) {
        String contract = town.smallTown(slug);
        Bench bench = new Bench(
                contract,
                "/equipe/" + contract + "/contenus/missions/interprete",
                town.coordinator(contract).desk(),
                town.member(contract, Role.TRANSLATOR));
        bench.source(ONE + "\n\n" + TWO + "\n\n" + THREE);
        return bench;
    }

    private String textId(Bench bench) {
        return TestTown.rows(
                        "SELECT m.summary_text FROM mission m JOIN contract c ON c.id = m.contract_id"
                                + " WHERE c.slug = ? AND m.slug = 'interprete'",
                        bench.contract)
                .getFirst();
    }

    private static List<String> states(Document page) {
        return summary(page).select(".pair").stream()
                .map(pair -> pair.className().replace("pair ", ""))
                .toList();
    }

    private static List<String> typed(Document page) {
        return summary(page).select(".pair").stream()
                .map(pair ->
                        pair.select("input:not([type]), textarea").getFirst().val())
                .toList();
    }

    private static Element summary(Document page) {
        return page.select(".pair-card:has(h2:contains(Résumé))").getFirst();
    }

    private final class Bench {
        private final String contract;
        private final String item;
        private final TestVisitor coordinator;
        private final TestVisitor translator;

        private Bench(String contract, String item, TestVisitor coordinator, TestVisitor translator) {
            this.contract = contract;
            this.item = item;
            this.coordinator = coordinator;
            this.translator = translator;
        }

        private void source(String body) {
            TestVisitor.Answer answer =
                    DeskForm.of(coordinator, item).set("summary", body).post();
            assertEquals(303, answer.status(), answer::text);
        }

        private void translated(String language, String... words) {
            DeskForm form = DeskForm.of(translator, item + "/" + language);
            List<String> french = List.of(ONE, TWO, THREE);
            for (int i = 0; i < words.length; i++) {
                form.translate(french.get(i), words[i]);
            }
            assertEquals(303, form.post().status());
            String address = item + "/" + language;
            TestVisitor.Answer answer = DeskForm.of(coordinator, address).post(address + "/relecture");
            assertEquals(303, answer.status(), answer::text);
        }

        private List<String> states(String language) {
            return TranslationBenchTest.states(coordinator.page(item + "/" + language));
        }

        private List<String> typed(String language) {
            return TranslationBenchTest.typed(coordinator.page(item + "/" + language));
        }

        private String read(String language) {
            return town.visitor()
                    .page("/" + language + "/" + contract + "/benevoles/interprete")
                    .select("main")
                    .text();
        }
    }
}
