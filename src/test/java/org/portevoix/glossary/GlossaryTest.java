package org.portevoix.glossary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.portevoix.TestTown;
import org.portevoix.importing.ContractExport;
import org.portevoix.importing.ContractImport;
import org.portevoix.importing.ImportReport;

/** Words explained on the pages that say them, and on a page of their own. */
class GlossaryTest {
    private final TestTown town = TestTown.open();

    @Test
    void everyWordHasItsOwnAddressInEveryLanguage() {
        for (String lang : TestTown.LANGUAGES) {
            Document page = town.visitor().page("/" + lang + "/" + TestTown.CONTRACT + "/mots");
            assertEquals(25, page.select("dl.glossary > div[id]").size(), lang);
            assertTrue(page.select("#cpts dt").text().startsWith("CPTS"), lang);
            assertFalse(page.select("#cpts dd").text().isEmpty());
            assertTrue(page.select("main [lang]").isEmpty(), lang);
        }
    }

    @Test
    void aContractWithoutWordsSaysSo() {
        String contract = town.smallTown("sans-mots");
        assertTrue(town.visitor()
                .page("/fr/" + contract + "/mots")
                .select("main .empty")
                .text()
                .contains("Aucun mot"));
        assertEquals(404, town.visitor().get("/fr/" + contract + "/mots?page=2").status());
    }

    @Test
    void aPageExplainsTheWordsThatItSaysAndLeadsBack() {
        for (String lang : TestTown.LANGUAGES) {
            Document page = town.visitor().page("/" + lang + "/" + TestTown.CONTRACT);
            List<Element> said = page.select("a.w");
            assertFalse(said.isEmpty(), lang);
            for (Element link : said) {
                Element told = page.select(link.attr("href")).getFirst();
                assertEquals(
                        link.text().toLowerCase(Locale.ROOT),
                        told.select("dt").text().toLowerCase(Locale.ROOT));
                assertEquals("#" + link.id(), told.select("dd a").attr("href"));
                assertTrue(link.attr("aria-label").startsWith(link.text()));
                assertEquals(1, page.select("#" + link.id()).size());
            }
            assertEquals(said.size(), page.select(".words dl > div").size());
        }
    }

    @Test
    void aWordIsExplainedAsSoonAsTheFileOrTheDeskSaysWhatItMeans() {
        String contract = town.smallTown("un-mot-de-plus");
        String page = "/fr/" + contract + "/actions/plomb";
        assertTrue(town.visitor().page(page).select(".words").isEmpty());
        String yaml = town.bean(ContractExport.class).yaml(contract).orElseThrow();
        String told = yaml + """
                terms:
                  - slug: peinture
                    title: {fr: peinture}
                    explanation: {fr: La couleur sur les murs.}
                """;

        ImportReport report =
                town.bean(ContractImport.class).importFile("f", told.getBytes(StandardCharsets.UTF_8), false);

        assertTrue(report.isDone(), report.toString());
        Document explained = town.visitor().page(page);
        assertEquals("peinture", explained.select("a.w").text());
        assertTrue(explained.select("#mot-peinture").text().contains("La couleur sur les murs."));
        assertEquals(
                "lang=fr",
                town.visitor().page("/ar/" + contract + "/actions/plomb").select("a.w").parents().stream()
                        .filter(parent -> parent.hasAttr("lang"))
                        .findFirst()
                        .map(parent -> "lang=" + parent.attr("lang"))
                        .orElse(""));
        assertTrue(town.bean(ContractExport.class).yaml(contract).orElseThrow().contains("La couleur sur les murs."));
    }
}
