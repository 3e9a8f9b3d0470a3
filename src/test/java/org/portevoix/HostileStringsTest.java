package org.portevoix;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.portevoix.TestTown.Coordinator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What odd and hostile people write, from the form to all the places where it is kept and shown: kept byte for byte, shown as
 * words and nothing else.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostileStringsTest {

    private static final int LONGEST = 4_000;
    private static final List<String> CORPUS = HostileStrings.all();

    private final TestTown town = TestTown.open();

    @Test
    void theWordsOfAnOpinionAreKeptByteForByteAndShownAsWords() throws IOException {
        String contract = town.smallTown("mots-hostiles");
        List<String> codes = new ArrayList<>();
        for (String words : CORPUS) {
            codes.add(town.give("fr", contract, "avis", opinion(words)));
        }
        // A line's end is one character, however the browser sent it; nothing else is changed.
        List<String> typed =
                CORPUS.stream().map(words -> words.replace("\r\n", "\n")).toList();
        assertEquals(typed.stream().map(HostileStringsTest::hex).toList(), kept(contract));

        Coordinator coordinator = town.coordinator(contract);
        List<String> opinions = TestTown.rows(
                "SELECT o.id FROM opinion o JOIN contract c ON c.id = o.contract_id WHERE c.slug = ? ORDER BY o.id",
                contract);
        List<Document> desk = new ArrayList<>();
        Set<String> queued = new HashSet<>();
        for (int i = 0; i < opinions.size(); i++) {
            Document read = coordinator.desk().page("/equipe/" + contract + "/avis/" + opinions.get(i));
            desk.add(read);
            read.select(".words").forEach(element -> queued.add(element.wholeText()));
            assertEquals(
                    303, coordinator.publish(Long.parseLong(opinions.get(i))).status(), CORPUS.get(i));
        }
        desk.forEach(HostileStringsTest::isHarmless);
        assertEquals(Set.of(), absent(typed, queued), "at the desk");

        Set<String> received = new HashSet<>();
        for (int i = 0; i < codes.size(); i++) {
            Document receipt = town.visitor().page("/fr/suivi/" + codes.get(i));
            isHarmless(receipt);
            receipt.select("dd.typed").forEach(element -> received.add(element.wholeText()));
        }
        assertEquals(Set.of(), absent(typed, received), "on the receipts");

        Document page = town.visitor().page("/fr/" + contract + "/avis/avis");
        isHarmless(page);
        Set<String> shown = new HashSet<>();
        page.select(".quote .typed").forEach(element -> shown.add(element.wholeText()));
        assertFalse(shown.isEmpty());
        shown.forEach(words -> assertTrue(parsed(typed).contains(words), words));

        JsonNode data = new JsonMapper()
                .readTree(town.visitor()
                        .get("/api/v1/contracts/" + contract + "/opinions")
                        .text());
        Set<String> told = new HashSet<>();
        strings(data, told);
        assertEquals(
                List.of(),
                typed.stream().filter(words -> !told.contains(words)).toList(),
                "in the open data, byte for byte");
        try (CSVParser table = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get()
                .parse(new StringReader(town.visitor()
                        .get("/api/v1/contracts/" + contract + "/opinions.csv")
                        .text()))) {
            Set<String> inTable = new HashSet<>();
            for (CSVRecord row : table) {
                assertEquals(4, row.size());
                row.forEach(cell -> assertFalse(cell.matches("(?s)[=+@\\t\\r-].*"), cell));
                strings(new JsonMapper().readTree(row.get("words")), inTable);
            }
            assertEquals(
                    List.of(),
                    typed.stream().filter(words -> !inTable.contains(words)).toList(),
                    "in the table, byte for byte");
        }
    }

    @Test
    void halfACharacterThatUtf8CannotCarryIsReplacedAndNothingElseIs() {
        String contract = town.smallTown("demi-caractere");
        TestVisitor resident = town.visitor();
        String path = "/fr/" + contract + "/avis/avis";
        String body =
                TestVisitor.body(Map.of("key", TestTown.key(resident.page(path)), "q-venu", "non", "may_show", "yes"))
                        + "&q-pourquoi=avant%ED%A0%BDapr%C3%A8s";
        assertEquals(303, resident.post(path, body).status());
        String words = new String(HexFormat.of().parseHex(kept(contract).getFirst()), StandardCharsets.UTF_8);
        assertTrue(words.matches("avant\ufffd+après"), words);
    }

    @Test
    void aTextOverTheLimitComesBackWithAllOfIt() {
        String contract = town.smallTown("trop-long");
        String path = "/fr/" + contract + "/avis/avis";
        for (String piece : List.of("a", "é", "ب", "👩🏽", "<&>\"'", "\n", "{{x}}")) {
            String words = "\n" + piece.repeat(LONGEST) + " fin";
            TestVisitor resident = town.visitor();
            Map<String, String> fields = new TreeMap<>(opinion(words));
            fields.put("key", TestTown.key(resident.page(path)));
            TestVisitor.Answer answer = resident.post(path, fields);
            assertEquals(422, answer.status());
            Element area = answer.page().select("textarea[name=q-pourquoi]").first();
            String back = area == null ? "" : area.wholeText();
            assertEquals(words, back.startsWith("\n\n") ? back.substring(1) : back, piece);
            assertTrue(answer.page().select("input[name=q-venu][value=non]").hasAttr("checked"));
        }
        assertEquals(List.of(), kept(contract));
        String just = "👩".repeat(LONGEST);
        town.give("fr", contract, "avis", opinion(just));
        assertEquals(List.of(hex(just)), kept(contract), "the limit counts characters, not their halves");
    }

    @Test
    void aFirstNameAndAWishAtAnEventAreKeptAndShownHarmless() {
        String contract = town.smallTown("prenoms-hostiles");
        String path = "/fr/" + contract + "/agenda/forum/2027-07-14";
        TestTown.update(
                "UPDATE event_session s JOIN event e ON e.id = s.event_id JOIN contract c ON c.id = e.contract_id"
                        + " SET s.places = 5000 WHERE c.slug = ?",
                contract);
        List<String> names = CORPUS.stream()
                .map(name -> name.strip())
                .filter(name -> !name.isEmpty() && name.codePointCount(0, name.length()) <= 60)
                .toList();
        for (String name : names) {
            TestVisitor resident = town.visitor();
            TestVisitor.Answer answer = resident.post(
                    path,
                    Map.of(
                            "key",
                            TestTown.key(resident.page(path)),
                            "first_name",
                            name,
                            "people",
                            "1",
                            "interpreter",
                            name));
            assertEquals(303, answer.status(), name);
            isHarmless(resident.page(answer.location()));
        }
        assertEquals(names.stream().map(HostileStringsTest::hex).sorted().toList(), TestTown.rows("""
                        SELECT HEX(r.first_name) FROM registration r
                        JOIN event_session s ON s.id = r.event_session_id JOIN event e ON e.id = s.event_id
                        JOIN contract c ON c.id = e.contract_id
                        WHERE c.slug = ? AND r.first_name = r.interpreter ORDER BY 1
                        """, contract));
        Document desk = town.coordinator(contract).desk().page("/equipe/" + contract + "/agenda/forum/2027-07-14");
        isHarmless(desk);
        Set<String> listed =
                desk.select("th bdi").stream().map(Element::wholeText).collect(Collectors.toSet());
        assertEquals(Set.of(), absent(names, listed));
    }

    @Test
    void noTableForASpreadsheetHoldsAFormula() {
        String contract = town.smallTown("tableur-hostile");
        CORPUS.stream().limit(12).forEach(words -> town.give("fr", contract, "avis", opinion(words)));
        String csv = town.visitor()
                .get("/api/v1/contracts/" + contract + "/participation.csv")
                .text();
        assertTrue(csv.startsWith("table,key,count,asOf"));
        csv.lines()
                .flatMap(line -> List.of(line.split(",", -1)).stream())
                .forEach(
                        cell -> assertTrue(cell.matches("[A-Za-z0-9:._+-]*") && !cell.matches("[=+@\\t\\r-].*"), cell));
    }

    @Test
    void noAddressTakesHostileWordsForMoreThanWords() {
        String contract = town.smallTown("adresses-hostiles");
        for (String words : CORPUS) {
            if (words.length() > 200) {
                continue;
            }
            String asked = URLEncoder.encode(words, StandardCharsets.UTF_8);
            for (String path : List.of(
                    "/fr/" + contract + "/actions?axe=" + asked,
                    "/fr/" + contract + "/agenda?quartier=" + asked,
                    "/fr/" + contract + "/agenda.ics?quartier=" + asked,
                    "/fr/suivi?code=" + asked)) {
                // Each from a network of its own: one alone is soon told to wait.
                TestVisitor.Answer answer =
                        town.visitor().get(path, "X-Forwarded-For", "198.51.100." + CORPUS.indexOf(words) % 250);
                assertTrue(answer.status() < 500 && answer.status() != 429, answer.status() + " " + path);
                if (answer.header("Content-Type").startsWith("text/html")) {
                    isHarmless(answer.page());
                }
            }
        }
    }

    private static Map<String, String> opinion(String words) {
        return Map.of("q-venu", "non", "q-pourquoi", words, "may_show", "yes");
    }

    /** No piece of it became markup, and no mark of direction turns what stands beside it. */
    static void isHarmless(Document page) {
        assertFalse(HostileStrings.tookHold(page), page::html);
        for (Element element : page.select("body *")) {
            String own = element.ownText();
            if (own.matches("(?s).*[\\u202a-\\u202e\\u2066-\\u2069].*")) {
                assertTrue(
                        element.nameIs("bdi")
                                || element.hasAttr("dir")
                                || element.nameIs("title")
                                || own.contains("\u2068") && own.lastIndexOf('\u2069') > own.indexOf('\u2068')
                                || element.closest("button, summary, textarea") != null,
                        () -> element.tagName() + " of " + page.location() + ": " + element.outerHtml());
            }
        }
    }

    /** As an HTML parser reads them (HTML, 13.2.3.5 and 13.2.5.1): it knows no NUL, and one way to end a line. */
    private static Set<String> parsed(List<String> words) {
        return words.stream().map(HostileStringsTest::parsed).collect(Collectors.toSet());
    }

    private static String parsed(String words) {
        return words.replace("\r\n", "\n").replace('\r', '\n').replace("\u0000", "");
    }

    static Set<String> absent(List<String> words, Set<String> found) {
        Set<String> normal = found.stream()
                .map(one -> parsed(one).replace("\ufffd", "").strip())
                .collect(Collectors.toSet());
        return words.stream()
                .map(one -> parsed(one).replace("\ufffd", "").strip())
                .filter(one -> !normal.contains(one))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static void strings(JsonNode node, Set<String> into) {
        if (node.isString()) {
            into.add(node.asString());
        }
        node.forEach(child -> strings(child, into));
    }

    private static List<String> kept(String contract) {
        return TestTown.rows("""
                SELECT HEX(a.body) FROM answer a JOIN opinion o ON o.id = a.opinion_id JOIN contract c ON c.id = o.contract_id
                WHERE c.slug = ? AND a.body IS NOT NULL ORDER BY o.id
                """, contract);
    }

    static String hex(String words) {
        return HexFormat.of().withUpperCase().formatHex(words.getBytes(StandardCharsets.UTF_8));
    }
}
