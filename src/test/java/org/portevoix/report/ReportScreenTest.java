package org.portevoix.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.portevoix.TestTown;
import org.portevoix.TestVisitor;
import org.portevoix.participation.CountedLedger;
import org.portevoix.participation.Period;
import org.portevoix.synthetic.SyntheticContract;

/** The report in the room of a meeting: its dashboard, its parts, what can be taken away, the year for the health agency. */
class ReportScreenTest {
    private static final TestTown TOWN = TestTown.open();
    private static final String CONTRACT = "synthetique-ecran";
    private static final String YEAR = "rapport-annuel";
    private static final int SHEETS = 66;

    private static TestVisitor coordinator = TOWN.visitor();
    private static TestVisitor another = TOWN.visitor();
    private static String half = "";

    @BeforeAll
    static void fill() {
        assertTrue(TOWN.bean(SyntheticContract.class)
                .make(CONTRACT, new SyntheticContract.Size(SHEETS - 6, 0, 0, 1500), line -> {})
                .isDone());
        CountedLedger.renew(TOWN, id(CONTRACT));
        coordinator = TOWN.coordinator(CONTRACT).desk();
        // The last that is over, and so has one as long before it.
        half = coordinator.page(address("")).select("#periode option").eachAttr("value").stream()
                .filter(period -> period.contains("-"))
                .skip(1)
                .findFirst()
                .orElseThrow();
        TOWN.smallTown(YEAR);
        long year = id(YEAR);
        TestTown.update("""
                INSERT INTO ledger_line (id, contract_id, kind, month, act, level, channel, action_sheet_id, home, count)
                SELECT RANDOM_BYTES(16), ?, 'PARTICIPATION', '2026-03', 'OPINION', 'CONSULTED', 'WEB', id, 'centre', 42
                FROM action_sheet WHERE contract_id = ? AND slug = 'plomb'
                """, year, year);
        TestTown.update("""
                INSERT INTO ledger_line (id, contract_id, kind, month, act, level, channel, home, first_time, count)
                VALUES (RANDOM_BYTES(16), ?, 'PARTICIPATION', '2026-03', 'OPINION', 'CONSULTED', 'WEB', 'centre', TRUE, 6),
                    (RANDOM_BYTES(16), ?, 'PARTICIPATION', '2026-03', 'OPINION', 'CONSULTED', 'WEB', 'centre', FALSE, 30)
                """, year, year);
        CountedLedger.renew(TOWN, year);
        another = TOWN.coordinator(YEAR).desk();
    }

    private static long id(String contract) {
        return Long.parseLong(TestTown.rows("SELECT id FROM contract WHERE slug = ?", contract)
                .getFirst());
    }

    @Test
    void whereNoPeriodIsAskedForTheDashboardComparesTheLastThatIsOver() {
        Document page = coordinator.page(address(""));
        List<Period> told = page.select("#periode option").eachAttr("value").stream()
                .map(Period::new)
                .toList();
        YearMonth now = YearMonth.now(TOWN.clock().withZone(ZoneId.of("Europe/Paris")));
        Period expected = told.stream()
                .filter(period -> period.key().contains("-") && period.last().isBefore(now))
                .filter(period -> told.contains(period.previous().orElseThrow()))
                .findFirst()
                .orElseThrow();
        assertEquals(expected.key(), page.select("#periode option[selected]").attr("value"));
        assertTrue(page.select(".hero-period").text().contains("Comparé à"), page.text());
        assertEquals(
                coordinator
                        .page(address("?periode=" + expected.key()))
                        .select("main")
                        .html(),
                page.select("main").html());
        Element arrow = page.expectFirst(".hero-total .change .way");
        assertTrue(List.of("▲", "▼", "=").contains(arrow.text()), "an arrow");
        assertEquals("true", arrow.attr("aria-hidden"), "which the words beside it say");
        assertEquals(
                1,
                page.select(".near a[href*=periode=" + expected.key() + "][aria-current]:not(.against a)")
                        .size());
        Element whole = page.expectFirst(".near a:contains(Tout le contrat)");
        Document alone = coordinator.page(whole.attr("href"));
        assertEquals("", alone.select("#periode option[selected]").attr("value"));
        assertTrue(alone.select(".change, .against").isEmpty(), "the whole time has nothing before it");
        Element year = page.expectFirst(".against a:contains(un an avant)");
        assertTrue(coordinator
                .page(year.attr("href"))
                .select(".hero-period")
                .text()
                .contains("Comparé à"));
        Document running =
                coordinator.page(address("?periode=" + Period.halfOf(now).key()));
        if (told.contains(Period.halfOf(now))) {
            assertTrue(running.text().contains("Cette période n’est pas finie"), running.text());
            assertTrue(running.select(".near [aria-current]").text().contains("(en cours)"));
        }
    }

    @Test
    void whatResidentsPutFirstIsTheSameOnTheDashboardInItsTableAndInThePack() throws IOException {
        String town = TOWN.smallTown("ville-des-priorites");
        TestVisitor desk = TOWN.coordinator(town).desk();
        for (int n = 0; n < 13; n++) {
            TOWN.give("fr", town, "avis", Map.of("q-pourquoi", "Priorité " + n, "may_show", "no"));
        }
        TestTown.update("""
                INSERT INTO opinion_theme (opinion_id, contract_id, theme, confirmed_by, confirmed_at)
                SELECT o.id, o.contract_id, ranked.theme, (SELECT MIN(id) FROM account), '2026-01-01'
                FROM (
                    SELECT id, contract_id, ROW_NUMBER() OVER (ORDER BY id) AS place FROM opinion
                    WHERE contract_id = (SELECT id FROM contract WHERE slug = ?)
                ) o
                JOIN (SELECT 'a.bruit' AS theme, 12 AS most UNION SELECT 'a.bancs', 6 UNION SELECT 'a.voisin', 3) ranked
                    ON o.place <= ranked.most
                """, town);
        for (String theme : List.of("Bruit", "Bancs", "Voisin")) {
            TestTown.update(
                    "INSERT INTO own_theme (contract_id, slug, name) SELECT id, ?, ? FROM contract WHERE slug = ?",
                    "a." + theme.toLowerCase(Locale.ROOT),
                    theme,
                    town);
        }
        List<String> expected = List.of("Bruit 10", "Bancs 5");
        Document page = desk.page("/equipe/" + town + "/rapport");
        assertEquals(
                expected,
                page.select(".tile .ranked").eachText().stream()
                        .map(line -> line.replaceAll("au moins (\\d+) avis", "$1"))
                        .toList());
        String[] address = page.expectFirst(".tile:has(.ranked)").attr("href").split("#");
        List<String> rows = shown(desk.page(address[0]).select("section:has(#" + address[1] + ") tbody tr"));
        assertEquals(expected, rows.subList(0, 2));
        assertEquals(
                rows,
                shown(desk.page("/equipe/" + town + "/dossier/apercu?periode=")
                        .select("section:has(#firsts) tbody tr, #firsts tbody tr")));
        assertFalse(page.text().contains("Voisin"), "its very name would tell");
        assertTrue(desk.get("/equipe/" + town + "/rapport/chiffres.csv").text().contains("firsts"));
    }

    private static List<String> shown(Elements rows) {
        return rows.stream()
                .map(row -> row.select("th").text() + " " + row.child(1).text())
                .toList();
    }

    @Test
    void aLongTableShowsItsFirstRowsAndOnPaperAll() throws IOException {
        Document page = coordinator.page(address("/actions"));
        assertEquals(
                page.select("section.figures h2").eachAttr("id"),
                page.select("#sommaire a").eachAttr("href").stream()
                        .map(link -> link.substring(1))
                        .toList());
        int folded = 0;
        for (Element table : page.select("section.figures:has(.unfold)")) {
            int beyond = table.select("tr.beyond").size();
            assertTrue(
                    table.select("label").text().startsWith("Montrer aussi les " + beyond + " autres lignes"),
                    table.select("label").text());
            assertEquals(10, table.select("tbody tr:not(.beyond):not(.total)").size());
            assertEquals(1, table.select("a[href=#sommaire]").size());
            folded++;
        }
        assertTrue(folded > 1, "folded " + folded);
        assertTrue(
                page.select("style").html().replaceAll("\\s", "").contains("@mediascreen{.unfold:not(:checked)"),
                "not on paper");
    }

    @Test
    void firstTimesThatAreHiddenAreNamedInASentenceThatSaysWhatWouldShowThem() throws IOException {
        Document page = another.page("/equipe/" + YEAR + "/rapport/absents");
        Element table = page.expectFirst("section:has(#first_by_period)");
        assertEquals(0, table.select(".veiled").size(), "no wall of hidden figures");
        assertTrue(table.text().contains("Janvier à juin 2026"), table.text());
        assertTrue(table.text().contains("à partir de 11 « première fois »"), table.text());
        assertTrue(
                another.get("/equipe/" + YEAR + "/rapport/tableaux/first_by_period.csv")
                        .text()
                        .contains("2026-1"),
                "the file has its row");
    }

    @Test
    void theDashboardSaysFewFiguresAndEachOpensItsPart() throws IOException {
        Document page = coordinator.page(address("?periode="));
        assertEquals(
                value(csv("/chiffres.csv"), "five_levels", "total", "all"),
                digits(Objects.requireNonNull(page.selectFirst(".hero-total strong"))
                        .text()));
        assertEquals(5, page.select(".five tbody tr").size());
        assertEquals(7, page.select(".tile").size());
        for (Element link : page.select(".tile, .hero-total a")) {
            String[] address = link.attr("href").split("#");
            assertEquals(
                    1, coordinator.page(address[0]).select("h2#" + address[1]).size(), link.attr("href"));
        }
        assertTrue(page.select(".change").isEmpty(), "the whole time has nothing before it");
    }

    @Test
    void aDifferenceIsOfTwoShownFiguresAndStaysInEveryLink() throws IOException {
        String query = "?periode=" + half;
        List<CSVRecord> figures = csv("/chiffres.csv" + query);
        int told = 0;
        for (CSVRecord row : figures) {
            if (row.get("column").equals("difference")) {
                String now = value(figures, row.get("table"), row.get("row"), "all");
                String before = value(figures, row.get("table"), row.get("row"), "before");
                if (now.isEmpty() || before.isEmpty()) {
                    assertEquals("true", row.get("is_hidden"), row.toString());
                } else {
                    assertEquals(Long.parseLong(now) - Long.parseLong(before), Long.parseLong(row.get("value")));
                    told++;
                }
            }
        }
        assertTrue(told > 20, "told " + told);
        Document page = coordinator.page(address(query));
        String total = value(figures, "five_levels", "total", "difference");
        assertTrue(
                Objects.requireNonNull(page.selectFirst(".hero-total .change"))
                        .text()
                        .replaceAll("[\\u202f\\u00a0 ]", "")
                        .substring(1)
                        .startsWith(
                                total.startsWith("-")
                                        ? "−" + total.substring(1) + ":moins"
                                        : total.equals("0") ? "Autant" : "+" + total + ":plus"),
                page.select(".hero-total").text());
        page.select(".report-parts a, .tile")
                .forEach(link -> assertTrue(link.attr("href").contains(query)));
        Document alone = coordinator.page(address(query + "&comparer=rien"));
        assertTrue(alone.select(".change").isEmpty());
        alone.select(".report-parts a, .tile")
                .forEach(link -> assertTrue(link.attr("href").contains("comparer=rien"), link.attr("href")));
        assertTrue(csv("/chiffres.csv" + query + "&comparer=rien").stream()
                .noneMatch(row -> row.get("column").equals("before")));
    }

    @Test
    void aTableTakenAwayHoldsTheRowsOfTheWhole() throws IOException {
        Map<String, List<CSVRecord>> whole =
                csv("/chiffres.csv?periode=" + half).stream().collect(Collectors.groupingBy(row -> row.get("table")));
        assertTrue(whole.size() > 20);
        for (Map.Entry<String, List<CSVRecord>> table : whole.entrySet()) {
            assertEquals(
                    table.getValue().stream().map(CSVRecord::toList).toList(),
                    csv("/tableaux/" + table.getKey() + ".csv?periode=" + half).stream()
                            .map(CSVRecord::toList)
                            .toList());
        }
        assertEquals(404, coordinator.get(address("/tableaux/inconnu.csv")).status());
    }

    @Test
    void aDrawingIsAWholeFileWithTheNumbersOfItsTable() throws Exception {
        int drawn = 0;
        for (ReportPart part : ReportPart.values()) {
            Document page = coordinator.page(address("/" + part.slug() + "?periode=" + half));
            for (Element table : page.select("section.figures:has(svg)")) {
                Element link = Objects.requireNonNull(table.selectFirst("a[href*=.svg]"));
                var svg = DocumentBuilderFactory.newInstance()
                        .newDocumentBuilder()
                        .parse(new ByteArrayInputStream(
                                coordinator.get(link.attr("href")).text().getBytes(StandardCharsets.UTF_8)));
                assertEquals("svg", svg.getDocumentElement().getTagName());
                assertEquals(
                        table.select("h2").text(),
                        svg.getElementsByTagName("title").item(0).getTextContent());
                assertFalse(svg.getElementsByTagName("style")
                        .item(0)
                        .getTextContent()
                        .isEmpty());
                List<String> words = new ArrayList<>();
                var texts = svg.getElementsByTagName("text");
                for (int index = 0; index < texts.getLength(); index++) {
                    words.add(texts.item(index).getTextContent());
                }
                List<String> drawing = table.select("svg text").eachText();
                assertEquals(
                        drawing.stream().map(ReportScreenTest::digits).toList(),
                        words.subList(2, 2 + drawing.size()).stream()
                                .map(ReportScreenTest::digits)
                                .toList());
                assertEquals(table.select("h2").text(), words.get(0), "alone, a drawing still says what it is");
                assertTrue(words.get(1).contains(half.substring(0, 4)), "and when: " + words.get(1));
                assertEquals(
                        table.select("svg + .hint").text(),
                        String.join(" ", words.subList(2 + drawing.size(), words.size())));
                String cells = table.select("tbody td").eachText().toString();
                table.select("svg text.count")
                        .forEach(count -> assertTrue(
                                cells.contains(count.text().replaceAll(" (%|·).*", "")),
                                table.id() + " " + count.text()));
                drawn++;
            }
        }
        assertTrue(drawn > 10, "drawn " + drawn);
        assertEquals(404, coordinator.get(address("/tableaux/partners.svg")).status());
    }

    @Test
    void aFilterLeavesRowsOutAndChangesNoFigure() {
        Map<String, String> whole = rows("/quartiers");
        Map<String, String> narrowed = rows("/quartiers?quartier=gare");
        assertTrue(narrowed.size() < whole.size());
        assertFalse(narrowed.isEmpty());
        narrowed.forEach((row, figures) -> assertEquals(whole.get(row), figures, row));
        assertTrue(narrowed.containsKey("neighbourhood Gare") && narrowed.containsKey("neighbourhood Ensemble"));
        assertFalse(narrowed.containsKey("neighbourhood Moulin"));
        Map<String, String> ranked = rows("/absents?tri=chiffre");
        assertEquals(rows("/absents"), ranked);
        for (String wrong : List.of(
                "quartier=ailleurs",
                "axe=inconnu",
                "tri=hasard",
                "comparer=tout",
                "page=0",
                "page=99",
                "periode=2026-3")) {
            assertEquals(404, coordinator.get(address("/actions?" + wrong)).status(), wrong);
        }
        assertEquals(404, coordinator.get(address("/inconnue")).status());
    }

    @Test
    void sheetsComePageByPageAndAreFoundByTheirWords() throws IOException {
        List<String> titles = new ArrayList<>();
        String next = address("/actions");
        while (next != null) {
            Document page = coordinator.page(next);
            titles.addAll(page.select("#sheets ~ .wide tbody th").eachText());
            Element link = page.selectFirst(".pager a[rel=next]");
            next = link == null ? null : link.attr("href");
        }
        assertEquals(SHEETS, titles.size());
        assertEquals(
                csv("/tableaux/sheets.csv").stream()
                        .map(row -> row.get("row_title"))
                        .distinct()
                        .toList(),
                titles.stream().distinct().toList());
        Document found = coordinator.page(address("/actions?titre=VERIFIER+la+vue"));
        assertEquals(
                List.of("Vérifier la vue des enfants"),
                found.select("#sheets ~ .wide tbody th").eachText());
        assertEquals(
                1,
                csv("/tableaux/sheets.csv?titre=verifier").stream()
                        .map(row -> row.get("row"))
                        .distinct()
                        .count());
    }

    @Test
    void numbersStandUnderTheirHeadingsAndWordsUnderTheirs() {
        Document page = coordinator.page(address("/actions"));
        Element table = Objects.requireNonNull(page.selectFirst("#sheets ~ .wide table"));
        List<Element> headings = table.select("thead th");
        for (Element row : table.select("tbody tr")) {
            for (int column = 1; column < headings.size(); column++) {
                assertEquals(
                        headings.get(column).hasClass("n"), row.child(column).hasClass("n"), "column " + column);
            }
        }
        assertFalse(headings.get(1).hasClass("n"), "a level is a word");
        assertTrue(headings.get(3).hasClass("n"), "participations are numbers");
    }

    @Test
    void theYearOfASheetNeedsNoRetyping() throws IOException {
        Document page = another.page("/equipe/" + YEAR + "/rapport/activite?annee=2026");
        Element sheet = Objects.requireNonNull(page.selectFirst("article[aria-labelledby=fiche-plomb]"));
        Map<String, String> told = new HashMap<>();
        sheet.select("dl > div")
                .forEach(entry -> told.put(
                        entry.select("dt").text(),
                        entry.select("dd").eachText().stream().collect(Collectors.joining(" | "))));
        assertEquals("Un logement sans plomb", sheet.select("h2").text());
        assertEquals("Bien se loger", sheet.select(".year-axis").text());
        assertEquals("Ville", told.get("Pilote"));
        assertEquals("La Gare", told.get("Plus fort dans"));
        assertEquals(
                "15 janvier 2026 : À venir. Décidé au comité → On commence par la gare", told.get("Étapes de l’année"));
        assertTrue(
                told.getOrDefault("Participation prévue", "")
                        .startsWith("3. Fabrique, 5 habitants prévus | Les familles"),
                told.toString());
        assertTrue(told.getOrDefault("Participations", "").contains("Ensemble : 42"), told.toString());
        assertEquals("Un technicien", told.get("Moyens"));
        assertTrue(told.getOrDefault("Parcours de santé", "").startsWith("Se soigner plus près de chez soi"));
        Document before = another.page("/equipe/" + YEAR + "/rapport/activite?annee=2025");
        assertFalse(before.text().contains("Décidé au comité"), "a step of another year");
        List<CSVRecord> rows = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get()
                .parse(new StringReader(another.get("/equipe/" + YEAR + "/rapport/activite.csv?annee=2026")
                        .text()))
                .getRecords();
        assertEquals(page.select("article").size(), rows.size());
        assertEquals(
                told.getOrDefault("Participations", "").replace(" | ", "\n"),
                rows.getFirst().get("acts"));
        assertEquals(
                404,
                another.get("/equipe/" + YEAR + "/rapport/activite?annee=lan").status());
    }

    /** The figures of each row of a part's tables, by table and title. */
    private static Map<String, String> rows(String path) {
        Map<String, String> rows = new HashMap<>();
        for (Element table : coordinator.page(address(path)).select("section.figures")) {
            String key = Objects.requireNonNull(table.selectFirst("h2")).id();
            table.select("tbody tr")
                    .forEach(row -> rows.put(
                            key + " " + row.select("th").text(),
                            row.select("td").eachText().toString()));
        }
        return rows;
    }

    private static String address(String path) {
        return "/equipe/" + CONTRACT + "/rapport" + path;
    }

    private static String digits(String shown) {
        return shown.replaceAll("[\\u202f\\u00a0 ]", "");
    }

    private static String value(List<CSVRecord> rows, String table, String row, String column) {
        return rows.stream()
                .filter(each -> each.get("table").equals(table)
                        && each.get("row").equals(row)
                        && each.get("column").equals(column))
                .findFirst()
                .orElseThrow()
                .get("value");
    }

    private static List<CSVRecord> csv(String path) throws IOException {
        return CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get()
                .parse(new StringReader(coordinator.get(address(path)).text()))
                .getRecords();
    }
}
