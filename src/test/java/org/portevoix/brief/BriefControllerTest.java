package org.portevoix.brief;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.portevoix.TestTown;
import org.portevoix.TestVisitor;
import org.portevoix.paper.ReadBooklet;
import org.portevoix.paper.ReadBooklet.Said;
import org.portevoix.poster.PrintedCode;

/** Participation on one page in few words: only what everyone may know, on the screen and on paper alike. */
class BriefControllerTest {

    private static final String TOWN = "ville-en-bref";
    private static final String EMPTY = "ville-en-bref-vide";
    private static final TestTown SITE = TestTown.open();

    private final TestVisitor visitor = SITE.visitor();

    @BeforeAll
    static void takePart() {
        SampleBriefs.of(SITE, TOWN);
        SITE.sample(EMPTY);
    }

    static List<String> languages() {
        return TestTown.SITE_LANGUAGES;
    }

    @Test
    void itsFiguresAreThoseOfTheOpenDataAndWhatIsHiddenThereIsNotHere() {
        Document page = page("fr", TOWN);
        String data =
                visitor.get("/api/v1/contracts/" + TOWN + "/participation").text();
        assertEquals(number(data, "participations"), digits(page.select(".times b")));
        Map<String, String> shown = new LinkedHashMap<>();
        for (Element row : page.select(".levels li")) {
            shown.put(row.select("span").text(), digits(row.select("b")));
        }
        Map<String, String> labels = Map.of(
                "spectator", "Je suis informé",
                "consulted", "Je donne mon avis",
                "contributor", "Je fabrique avec vous",
                "actor", "J’agis",
                "decider", "Je siège et je donne ma voix");
        Map<String, String> levels = table(data, "byLevel");
        assertEquals(labels.keySet(), levels.keySet());
        List<String> hidden = new ArrayList<>();
        levels.forEach((level, count) -> {
            if (count.equals("null")) {
                hidden.add(level);
                assertFalse(shown.containsKey(labels.get(level)), level);
            } else {
                assertEquals(count, shown.get(labels.get(level)), level);
            }
        });
        assertTrue(hidden.contains("decider") && hidden.size() > 1 && shown.size() > 1, hidden.toString());
        assertTrue(page.text().contains("Des nombres sont cachés"));
        long places = table(data, "byNeighbourhood").entrySet().stream()
                .filter(one -> !List.of("autre-ville", "inconnu").contains(one.getKey()))
                .filter(one -> one.getValue().matches("[1-9]\\d*"))
                .count();
        assertTrue(places > 0);
        assertTrue(
                page.text()
                        .contains("Ils viennent d’au moins " + places + (places == 1 ? " quartier." : " quartiers.")),
                page.text());
    }

    @Test
    void itTellsHowManyWereAnsweredAndHow() {
        String data = visitor.get("/api/v1/contracts/" + TOWN + "/followups").text();
        List<String> expected = new ArrayList<>();
        for (String decision : List.of("accepted", "partly", "refused")) {
            expected.add(String.valueOf(data.split("\"decision\":\"" + decision + '"', -1).length - 1));
        }
        assertTrue(expected.stream().mapToInt(Integer::parseInt).sum() > 0, data);
        int all = data.split("\"decision\":", -1).length - 1;
        List<String> told = page("fr", TOWN).select(".answers b").eachText();
        assertEquals(expected, told.subList(0, 3));
        assertEquals(
                TestTown.rows("""
                        SELECT COUNT(*) FROM followup JOIN contract ON contract.id = followup.contract_id
                        WHERE contract.slug = ?
                        """, TOWN),
                List.of(String.valueOf(told.stream().mapToInt(Integer::parseInt).sum())));
        assertTrue(all <= told.stream().mapToInt(Integer::parseInt).sum());
    }

    @Test
    void itSaysWhenToComeWhomToCallAndWhereToPrintIt() {
        Document page = page("fr", TOWN);
        Document home = visitor.page("/fr/" + TOWN);
        assertEquals(
                home.select(".session h3 a").attr("href"),
                page.select(".session h3 a").attr("href"));
        assertEquals(1, page.select(".foot .call a[href^=tel]").size());
        assertEquals(
                "/fr/" + TOWN + "/participation/en-bref.pdf",
                page.select("a[href$=.pdf]").attr("href"));
        assertEquals(
                1,
                visitor.page("/fr/" + TOWN + "/participation")
                        .select("main a[href$=/participation/en-bref]")
                        .size());
        assertEquals(1, page.select("button.listen[hidden]").size());
    }

    @Test
    void whereNobodyTookPartItSaysHowToBegin() {
        Document page = page("fr", EMPTY);
        assertEquals(0, page.select(".times, .levels").size());
        assertEquals("/fr/" + EMPTY + "/avis", page.select(".empty a").attr("href"));
        byte[] pdf = pdf("fr", EMPTY).bytes();
        assertEquals(List.of(), ReadBooklet.faults(pdf));
        assertTrue(words(pdf).contains("donner mon avis"), words(pdf));
    }

    @ParameterizedTest
    @MethodSource("languages")
    void onPaperItSaysTheSameOnOneSheetThatAScreenReaderReads(String language) throws Exception {
        TestVisitor.Answer html =
                visitor.get("/" + language + "/" + TOWN + "/participation/en-bref", "Accept-Encoding", "gzip");
        assertTrue(html.weight() < 14 * 1024, language + " " + html.weight());
        Document page = html.page();
        TestVisitor.Answer answer = pdf(language, TOWN);
        assertEquals(200, answer.status());
        assertEquals("attachment; filename=\"en-bref-" + language + ".pdf\"", answer.header("Content-Disposition"));
        byte[] pdf = answer.bytes();
        Files.createDirectories(Path.of("target", "brief"));
        Files.write(Path.of("target", "brief", language + ".pdf"), pdf);
        Files.writeString(Path.of("target", "brief", language + ".html"), page.outerHtml());
        assertEquals(List.of(), ReadBooklet.faults(pdf));
        List<Said> said = ReadBooklet.of(pdf);
        assertEquals(
                List.of("H1", "H2", "H2", "H2"),
                said.stream()
                        .map(Said::role)
                        .filter(role -> role.matches("H\\d"))
                        .toList());
        String words = words(pdf);
        List<String> told = new ArrayList<>(page.select("h1, main h2, .times span, .levels span, .levels b, .answers b")
                .eachText());
        told.addAll(page.select(".session .when b, .call a bdi").eachText());
        assertTrue(told.size() > 14, told.toString());
        for (String one : told) {
            assertTrue(solid(words).contains(solid(one)), one + " in " + words);
        }
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertEquals(1, document.getNumberOfPages());
            assertEquals(language, document.getDocumentCatalog().getLanguage());
            assertEquals(595, document.getPage(0).getMediaBox().getWidth(), 1);
            assertEquals(
                    SITE.address() + "/" + language + "/" + TOWN + "/participation/en-bref",
                    PrintedCode.of(new PDFRenderer(document).renderImageWithDPI(0, 150)));
        }
        assertEquals(
                304,
                visitor.get(
                                "/" + language + "/" + TOWN + "/participation/en-bref.pdf",
                                "If-None-Match",
                                answer.header("ETag"))
                        .status());
    }

    private Document page(String language, String contract) {
        return visitor.page("/" + language + "/" + contract + "/participation/en-bref");
    }

    private TestVisitor.Answer pdf(String language, String contract) {
        return visitor.get("/" + language + "/" + contract + "/participation/en-bref.pdf");
    }

    private static String words(byte[] pdf) {
        return ReadBooklet.of(pdf).stream().map(Said::words).collect(Collectors.joining("\n"));
    }

    private static String solid(String words) {
        return words.replaceAll("[\\s\\u00a0\\u202f]", "");
    }

    private static String digits(org.jsoup.select.Elements found) {
        return found.text().replaceAll("\\D", "");
    }

    private static String number(String data, String name) {
        Matcher found = Pattern.compile("\"" + name + "\":(\\d+)").matcher(data);
        assertTrue(found.find(), data);
        return found.group(1);
    }

    /** What the open data gives, as it is written there. */
    private static Map<String, String> table(String data, String name) {
        Matcher found = Pattern.compile("\"" + name + "\":\\{([^}]*)}").matcher(data);
        assertTrue(found.find(), data);
        return Pattern.compile("\"([^\"]+)\":(\\d+|null)")
                .matcher(found.group(1))
                .results()
                .collect(Collectors.toMap(one -> one.group(1), one -> one.group(2)));
    }
}
