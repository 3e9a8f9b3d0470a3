package org.portevoix.poster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.portevoix.TestTown;
import org.portevoix.TestVisitor;

/** The posters that anybody may print, and the desk's page of them. */
class PosterControllerTest {

    private static final String TOWN = "ville-imprimee";
    private static final TestTown SITE = TestTown.open();

    @BeforeAll
    static void publish() {
        SITE.sample(TOWN);
    }

    @Test
    void anEventsPosterTellsInTheReadersLanguageWhatItsPageTells() throws Exception {
        TestVisitor visitor = SITE.visitor();
        Document page = visitor.page("/ar/" + TOWN + "/agenda/cafe-sante-sommeil");
        String link = page.select("a[href$=affiche.pdf]").attr("href");
        assertTrue(link.matches("/ar/" + TOWN + "/agenda/cafe-sante-sommeil/\\d{4}-\\d\\d-\\d\\d/affiche.pdf"), link);
        TestVisitor.Answer answer = visitor.get(link);
        assertEquals(200, answer.status());
        assertEquals("application/pdf", answer.header("Content-Type"));
        assertEquals(
                "attachment; filename=\"affiche-cafe-sante-sommeil-ar.pdf\"", answer.header("Content-Disposition"));
        try (PDDocument document = Loader.loadPDF(answer.bytes())) {
            String words = PrintedWords.of(document);
            assertEquals("ar", document.getDocumentCatalog().getLanguage());
            for (String told : List.of(
                    page.select("h1").text(),
                    page.select(".when b").text(),
                    "18 rue de l’Exemple, 93000 Bobigny",
                    "01 99 00 93 08",
                    "مكان للمثال")) {
                assertTrue(words.contains(told), told + " in " + words);
            }
            assertEquals(
                    SITE.address() + link.replace("/affiche.pdf", ""),
                    PrintedCode.of(new PDFRenderer(document).renderImageWithDPI(0, 110)));
        }
        assertEquals(
                304, visitor.get(link, "If-None-Match", answer.header("ETag")).status());
    }

    /** Where the operator set no address of the site; each would be drawn anew, for its code. */
    @Test
    void inventedAddressesOfTheSiteAreNotDrawnWithoutEnd() {
        TestVisitor visitor = SITE.visitor();
        String flyer = "/fr/" + TOWN + "/avis/forum-sante/tract.pdf";
        int drawn = 0;
        for (int i = 0; i < 20; i++) {
            int status = visitor.get(flyer, "X-Forwarded-Host", "invente-" + i + ".example")
                    .status();
            assertTrue(status == 200 || status == 404, "" + status);
            drawn += status == 200 ? 1 : 0;
        }
        assertTrue(drawn < 10, "drawn " + drawn);
        assertEquals(200, visitor.get(flyer).status(), "called as it is");
    }

    @Test
    void aQuestionnaireAndAMissionArePrintedToo() throws Exception {
        String questionnaire = words("/fr/" + TOWN + "/avis/forum-sante/tract.pdf");
        assertTrue(questionnaire.contains("Votre avis sur le forum santé"));
        assertTrue(questionnaire.contains("Ouvert jusqu’au"), questionnaire);
        assertTrue(questionnaire.contains("Quatre petites questions sur le forum."), questionnaire);
        String mission = words("/en/" + TOWN + "/benevoles/interprete/affiche.pdf");
        assertTrue(mission.contains("Volunteer interpreter at the hospital and close to home"), mission);
        assertTrue(mission.contains("2 hours a week."), mission);
        assertTrue(mission.contains("This site is an example."), mission);
    }

    @Test
    void ofASensitiveEventThePlaceIsNotPrinted() throws Exception {
        TestVisitor visitor = SITE.visitor();
        String address = "/fr/" + TOWN + "/agenda/groupe-entre-femmes";
        assertEquals(0, visitor.page(address).select("a[href$=.pdf]").size());
        for (String paper : List.of("affiche", "tract")) {
            TestVisitor.Answer answer = visitor.get(address + "/" + paper + ".pdf");
            assertEquals("attachment; filename=\"" + paper + "-fr.pdf\"", answer.header("Content-Disposition"));
            String words = words(answer);
            assertTrue(words.contains("Le lieu est donné après l’inscription."), words);
            for (String secret : List.of("porte verte", "26 rue de l’Exemple", "montez un étage")) {
                assertFalse(words.contains(secret), words);
            }
        }
    }

    @Test
    void whatIsNotTranslatedStandsInFrenchAndSaysSo() throws Exception {
        // The file of the small town has French and Arabic alone.
        SITE.smallTown("village-imprime");
        String event = SITE.visitor().page("/fr/village-imprime/agenda").select("main a[href*=/agenda/]").stream()
                .map(link -> link.attr("href"))
                .filter(href -> href.matches("/fr/village-imprime/agenda/[a-z0-9-]+/\\d{4}.*"))
                .findFirst()
                .orElseThrow();
        TestVisitor.Answer answer = SITE.visitor().get(event.replaceFirst("/fr/", "/en/") + "/affiche.pdf");
        try (PDDocument document = Loader.loadPDF(answer.bytes())) {
            assertEquals("en", document.getDocumentCatalog().getLanguage());
            assertEquals(
                    List.of("fr"),
                    PosterDrawingTest.elements(document).stream()
                            .filter(element -> "H1".equals(element.getStructureType()))
                            .map(element -> element.getLanguage())
                            .toList());
            assertTrue(PrintedWords.of(document).contains("Part of this text is not translated yet."));
        }
    }

    @Test
    void whatResidentsCannotReadIsNotPrinted() {
        TestVisitor visitor = SITE.visitor();
        for (String address : List.of(
                "/fr/" + TOWN + "/agenda/inconnu/affiche.pdf",
                "/fr/" + TOWN + "/agenda/cafe-sante-sommeil/2001-01-01/affiche.pdf",
                "/fr/" + TOWN + "/agenda/cafe-sante-sommeil/carton.pdf",
                "/fr/" + TOWN + "/actions/plomb-enfants/affiche.pdf",
                "/xx/" + TOWN + "/agenda/cafe-sante-sommeil/affiche.pdf",
                "/fr/inconnue/agenda/cafe-sante-sommeil/affiche.pdf")) {
            assertEquals(404, visitor.get(address).status(), address);
        }
        var desk = SITE.coordinator(TOWN).desk();
        String item = "/equipe/" + TOWN + "/contenus/missions/traduire-affiches";
        String csrf = desk.page(item).select("input[name=csrf]").attr("value");
        assertEquals(
                200,
                visitor.get("/fr/" + TOWN + "/benevoles/traduire-affiches/affiche.pdf")
                        .status());
        desk.post(item + "/retrait", java.util.Map.of("csrf", csrf));
        assertEquals(
                404,
                visitor.get("/fr/" + TOWN + "/benevoles/traduire-affiches/affiche.pdf")
                        .status());
        Document posters = desk.page(item + "/affiches");
        assertEquals(0, posters.select("a[href$=.pdf]").size());
        assertTrue(posters.select(".note-desk").text().contains("Montrez d’abord cette page"));
    }

    @Test
    void theDeskOffersEachLanguageOnBothPapers() {
        var desk = SITE.coordinator(TOWN).desk();
        Document item = desk.page("/equipe/" + TOWN + "/contenus/evenements/cafe-sante-sommeil");
        String link = item.select("a[href$=/affiches]").attr("href");
        Document page = desk.page(link);
        List<String> files = page.select("a[href$=.pdf]").stream()
                .map(one -> one.attr("href"))
                .toList();
        for (String language : TestTown.LANGUAGES) {
            assertTrue(files.contains("/" + language + "/" + TOWN + "/agenda/cafe-sante-sommeil/affiche.pdf"));
            assertTrue(files.contains("/" + language + "/" + TOWN + "/agenda/cafe-sante-sommeil/tract.pdf"));
        }
        files.forEach(file -> assertEquals(200, desk.get(file).status(), file));
        assertEquals(
                "Complète", page.select("tbody tr:nth-child(3) td:nth-child(2)").text());
        assertTrue(page.select(".note-desk").text().contains("PORTEVOIX_URL"));
        assertEquals(
                404,
                desk.get("/equipe/" + TOWN + "/contenus/actions/plomb-enfants/affiches")
                        .status());
    }

    private static String words(String address) throws IOException {
        return words(SITE.visitor().get(address));
    }

    private static String words(TestVisitor.Answer answer) throws IOException {
        assertEquals(200, answer.status(), () -> answer.text());
        try (PDDocument document = Loader.loadPDF(answer.bytes())) {
            return PrintedWords.of(document);
        }
    }
}
