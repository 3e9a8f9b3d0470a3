package org.portevoix.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.portevoix.TestTown;
import org.portevoix.TestVisitor;
import org.portevoix.importing.ContractImport;
import org.portevoix.importing.ImportReport;

/** A town and six villages on one site: each is at home, and neither shows in the other. */
class TwoContractsTest {
    private static final String TOWN = "ville-voisine";
    private static final String VILLAGES = "pays-de-brise";

    private static final TestTown SITE = TestTown.open();

    @BeforeAll
    static void both() throws IOException {
        SITE.sample(TOWN);
        ImportReport report = SITE.bean(ContractImport.class)
                .importFile("contract-rural.yaml", Files.readAllBytes(Path.of("sample/contract-rural.yaml")), false);
        assertTrue(report.isDone(), () -> report.lines().toString());
    }

    @Test
    void theFirstPageLeadsToEach() {
        for (String language : TestTown.LANGUAGES) {
            List<String> links = TestTown.links(SITE.visitor().page("/" + language));
            assertTrue(links.contains("/" + language + "/" + TOWN), links::toString);
            assertTrue(links.contains("/" + language + "/" + VILLAGES), links::toString);
        }
    }

    @Test
    void eachHasItsHomeAndItsLanguages() {
        Document town = SITE.visitor().page("/fr/" + TOWN);
        Document villages = SITE.visitor().page("/fr/" + VILLAGES);
        assertTrue(town.select("h1").text().contains("Bobigny"));
        assertTrue(villages.select("h1").text().contains("Pays de Brise"));
        assertTrue(villages.text().contains("Les Granges-Hautes"));
        assertTrue(villages.text().contains("01 99 00 61 00"));
        assertTrue(villages.text().contains("exemple"));
        assertTrue(TestTown.links(town).contains("/ar/" + TOWN));
        assertTrue(TestTown.links(villages).contains("/en/" + VILLAGES));
        assertFalse(TestTown.links(villages).contains("/ar/" + VILLAGES));
        assertEquals("en", SITE.visitor().page("/en/" + VILLAGES).select("html").attr("lang"));
    }

    @Test
    void nothingOfOneIsReadInTheOther() {
        assertNothingOf(VILLAGES, List.of("Bobigny", "/" + TOWN));
        assertNothingOf(TOWN, List.of("Pays de Brise", "/" + VILLAGES));
    }

    /** The pages of the whole site (its legal pages, the list of its contracts) name both. */
    private static void assertNothingOf(String contract, List<String> words) {
        Map<String, String> pages = SITE.publicPages(contract);
        pages.keySet().removeIf(address -> !address.contains("/" + contract));
        assertTrue(pages.size() > 20, () -> pages.keySet().toString());
        pages.forEach((address, text) -> words.forEach(word -> assertFalse(text.contains(word), address)));
    }

    @Test
    void feedsAreApart() {
        String villages = SITE.visitor().get("/fr/" + VILLAGES + "/agenda.ics").text();
        String town = SITE.visitor().get("/fr/" + TOWN + "/agenda.ics").text();
        assertTrue(villages.contains("Le bus santé aux Granges-Hautes"), villages);
        assertFalse(villages.contains("marche douce"), villages);
        assertFalse(villages.contains("écouter un voisin"), "a sensitive event is in no feed");
        assertTrue(town.contains("marche douce"), town);
        assertFalse(town.contains("bus santé"), town);
    }

    @Test
    void figuresAndWorkAreApart() {
        for (int i = 1; i <= 6; i++) {
            SITE.give("fr", VILLAGES, "le-bus-et-vous", Map.of("q-plait", "4", "home", "les-granges-hautes"));
        }
        assertEquals(List.of("6"), counted(VILLAGES));
        assertEquals(List.of("null"), counted(TOWN));
        String given = SITE.visitor()
                .get("/api/v1/contracts/" + VILLAGES + "/participation")
                .text();
        assertTrue(given.contains("\"participations\":6"), given);
        assertFalse(SITE.visitor()
                .get("/api/v1/contracts/" + TOWN + "/participation")
                .text()
                .contains("\"participations\":6"));

        TestVisitor townDesk = SITE.coordinator(TOWN).desk();
        assertEquals(200, townDesk.get("/equipe/" + TOWN + "/avis").status());
        assertEquals(404, townDesk.get("/equipe/" + VILLAGES + "/avis").status());
    }

    private static List<String> counted(String contract) {
        return TestTown.rows(
                "SELECT SUM(l.count) FROM ledger_line l JOIN contract c ON c.id = l.contract_id WHERE c.slug = ?",
                contract);
    }
}
