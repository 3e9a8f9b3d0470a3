package org.portevoix.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.portevoix.language.Translated;

class PageWordsTest {

    private final PageWords words = new PageWords(() -> List.of(
            word("cpts", "CPTS", "ar", "جماعة"),
            word("ars", "ARS", "fr", "ARS"),
            word("dd-ars", "DD ARS", "fr", "DD ARS"),
            word("pre", "PRE", "fr", "PRE"),
            word("depistage", "dépistage", "zh", "筛查"),
            word("rd", "R&D", "fr", "R&D")));

    @Test
    void aWordIsALinkWhereItIsFirstSaid() {
        assertEquals(
                "<p>La <a class=\"w\" id=\"lu-cpts\" href=\"#mot-cpts\" aria-label=\"CPTS ?\">CPTS</a> et la CPTS.</p>",
                french("<p>La CPTS et la CPTS.</p>"));
        assertEquals("La CPTS", french("La CPTS"));
        assertEquals(List.of("cpts"), said());
    }

    @Test
    void aPartOfAnotherWordIsNot() {
        assertEquals("MARS, ARSÈNE, ARS2, PREmier, un pré, pre", french("MARS, ARSÈNE, ARS2, PREmier, un pré, pre"));
        french("l’ARS, (ARS)…");
        assertEquals(List.of("ars"), said());
    }

    @Test
    void theLongestWordWins() {
        french("La DD ARS vous aide.");
        assertEquals(List.of("dd-ars"), said());
    }

    @Test
    void aWordThatIsNoAcronymMayBeginASentence() {
        french("Dépistage gratuit");
        assertEquals(List.of("depistage"), said());
    }

    @Test
    void linksAndMarksStayAsTheyAre() {
        String html = "<a href=\"/ARS\">ARS <b>DD ARS</b></a><img alt=\"CPTS\">";
        assertEquals(html, french(html));
        french("R&amp;D");
        assertEquals(List.of("rd"), said());
    }

    @Test
    void aTranslationThatGivesTheWordIsExplainedInItsOwnWords() {
        words.explain("مجماعة", "ar", word -> word);
        assertEquals(List.of(), said());
        words.explain("هذا لجماعة هنا", "ar", word -> word);
        words.explain("免费筛查服务", "zh", word -> word);
        assertEquals(List.of("cpts", "depistage"), said());
    }

    @Test
    void nobodyAsksForTheWordsOfAPageThatTellsNoText() {
        assertEquals(List.of(), new PageWords(() -> fail("asked")).said());
    }

    private String french(String html) {
        return words.explain(html, "fr", word -> word + " ?");
    }

    private List<String> said() {
        return words.said().stream().map(ExplainedWord::slug).toList();
    }

    private static ExplainedWord word(String slug, String french, String language, String title) {
        return new ExplainedWord(
                slug,
                french,
                Translated.of(language, "ltr", false, List.of(title)),
                null,
                Translated.of("fr", "ltr", false, List.of("?")));
    }
}
