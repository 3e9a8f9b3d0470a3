package org.portevoix;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.portevoix.HostileStringsTest.absent;
import static org.portevoix.HostileStringsTest.isHarmless;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.portevoix.TestTown.Coordinator;
import org.portevoix.account.Accounts;
import org.portevoix.account.Role;
import org.portevoix.contract.Contracts;
import org.portevoix.importing.ContractImport;
import org.portevoix.importing.ImportReport;
import org.portevoix.web.FormKeys;
import tools.jackson.databind.json.JsonMapper;

/**
 * The odd and hostile words of {@link HostileStringsTest} in every other field that somebody outside the team writes, and in what
 * the team writes to them: names, councils, leads, contests, notes; and on paper and in feeds.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostileFieldsTest {

    private static final String PASSWORD = "quatre mots sans rapport";
    private static final List<String> WORDS = HostileStrings.all().stream()
            .filter(words -> !words.isBlank() && words.length() <= 2_000)
            .toList();
    /** For a field of one line, as forms keep it: without spaces around. */
    private static final List<String> SHORT = WORDS.stream()
            .map(words -> lines(words).strip())
            .filter(words -> !words.isEmpty() && words.length() <= 60)
            .distinct()
            .toList();

    private final TestTown town = TestTown.open();

    @Test
    void theNameOfWhoGivesAHand() {
        String contract = town.smallTown("benevoles-hostiles");
        String path = "/fr/" + contract + "/benevoles/interprete";
        for (String name : SHORT) {
            TestVisitor resident = town.visitor();
            TestVisitor.Answer answer = resident.post(
                    path,
                    Map.of(
                            "key",
                            TestTown.key(resident.page(path)),
                            "first_name",
                            name,
                            "contact",
                            "0199000000",
                            "age",
                            "yes",
                            "charter",
                            "yes"));
            assertEquals(303, answer.status(), name);
            isHarmless(resident.page(answer.location()));
        }
        assertEquals(SHORT.stream().map(HostileStringsTest::hex).sorted().toList(), TestTown.rows("""
                        SELECT HEX(s.first_name) FROM sign_up s JOIN contract c ON c.id = s.contract_id
                        WHERE c.slug = ? ORDER BY 1
                        """, contract));
        Document desk =
                town.coordinator(contract).desk().page("/equipe/" + contract + "/benevoles/missions/interprete");
        isHarmless(desk);
        assertEquals(Set.of(), absent(SHORT, texts(desk, "strong[dir=auto]")));
        TestVisitor resident = town.visitor();
        String longest = "<b>é👩🏽".repeat(40);
        TestVisitor.Answer wrong =
                resident.post(path, Map.of("key", TestTown.key(resident.page(path)), "first_name", longest));
        assertEquals(422, wrong.status());
        assertEquals(longest, wrong.page().select("[name=first_name]").val());
    }

    @Test
    void whatACouncilWritesDown() {
        String contract = town.sample("conseils-hostiles");
        String council = "conseil-citoyen-courtillieres";
        String base = "/equipe/" + contract + "/conseils/" + council;
        TestVisitor member = councillor(contract, council);
        Coordinator team = town.coordinator(contract);
        String queue = "/equipe/" + contract + "/conseils-a-lire";
        String csrf = csrf(member);
        for (String words : WORDS) {
            TestVisitor.Answer remark = member.post(
                    base + "/remarque", Map.of("csrf", csrf, "key", key(), "language", "fr", "words", words));
            assertEquals(303, remark.status(), words);
            TestVisitor.Answer opinion = member.post(
                    base + "/avis",
                    Map.of(
                            "csrf",
                            csrf,
                            "key",
                            key(),
                            "title",
                            lines(words).strip(),
                            "words",
                            words,
                            "language",
                            "ar"));
            assertEquals(lines(words).strip().length() <= 200 ? 303 : 422, opinion.status(), words);
            if (opinion.status() == 303) {
                isHarmless(member.page(opinion.location()));
                String code = opinion.location().replaceAll(".*code=", "");
                isHarmless(town.visitor().page("/ar/suivi/" + code));
            }
        }
        List<String> typed = WORDS.stream().map(HostileFieldsTest::lines).toList();
        assertEquals(typed.stream().map(HostileStringsTest::hex).toList(), TestTown.rows("""
                SELECT HEX(r.body) FROM council_remark r JOIN council c ON c.id = r.council_id JOIN contract t ON t.id = c.contract_id
                WHERE t.slug = ? ORDER BY r.id
                """, contract));
        List<String> given =
                typed.stream().filter(words -> words.strip().length() <= 200).toList();
        assertEquals(given.stream().map(HostileStringsTest::hex).toList(), TestTown.rows("""
                SELECT HEX(f.body) FROM formal_opinion f JOIN contract t ON t.id = f.contract_id WHERE t.slug = ? ORDER BY f.id
                """, contract));
        isHarmless(member.page(base));
        for (String decide : SHORT) {
            member.post(
                    base + "/proposition",
                    Map.of(
                            "csrf", csrf, "key", key(), "kind", "EVENT", "title", decide, "what", decide, "when",
                            decide, "where", decide, "why", decide));
        }
        Set<String> read = new HashSet<>();
        for (String kind : List.of("avis", "remarques")) {
            for (int most = WORDS.size() + 5; most > 0; most--) {
                Document page = team.desk().page(queue);
                isHarmless(page);
                read.addAll(texts(page, ".words"));
                Element form = page.selectFirst("form[action*=/" + kind + "/]");
                if (form == null) {
                    break;
                }
                assertEquals(
                        303,
                        team.desk()
                                .post(
                                        form.attr("action"),
                                        Map.of(
                                                "csrf",
                                                form.select("[name=csrf]").val(),
                                                "decision",
                                                "publish"))
                                .status());
            }
        }
        assertEquals(Set.of(), absent(typed, read), "at the desk");
        Document shown = town.visitor().page("/fr/" + contract + "/conseils/" + council);
        isHarmless(shown);
        assertFalse(shown.select(".quote.typed").isEmpty());
        isHarmless(member.page(base));

        String longest = "\n" + "<&>\"'é👩🏽\n".repeat(700) + " fin ";
        for (String end : List.of("/remarque", "/avis")) {
            TestVisitor.Answer back =
                    member.post(base + end, Map.of("csrf", csrf, "key", key(), "title", "Trop long", "words", longest));
            assertEquals(422, back.status());
            assertEquals(longest, area(back.page(), "words"), end);
        }
    }

    @Test
    void whatALeadReports() {
        String contract = town.smallTown("pilotes-hostiles");
        Coordinator team = town.coordinator(contract);
        String link = lead(team);
        for (String words : SHORT) {
            for (Map.Entry<String, Map<String, String>> form : Map.of(
                            "/avancement",
                            Map.of("progress", "FINISHED", "on", "2026-11-02", "note", words),
                            "/indicateurs",
                            Map.of(
                                    "title",
                                    words,
                                    "measure_kind",
                                    "OUTPUT",
                                    "unit",
                                    words.length() <= 40 ? words : "",
                                    "value",
                                    "1",
                                    "source",
                                    words,
                                    "read_on",
                                    "2026-11-02"))
                    .entrySet()) {
                Map<String, String> all = new TreeMap<>(form.getValue());
                all.put("key", key());
                TestVisitor.Answer answer = town.visitor().post(link + form.getKey(), all);
                assertEquals(303, answer.status(), words);
            }
        }
        assertEquals(SHORT.stream().map(HostileStringsTest::hex).toList(), TestTown.rows("""
                SELECT HEX(r.note) FROM lead_report r JOIN contract c ON c.id = r.contract_id
                WHERE c.slug = ? AND r.note IS NOT NULL ORDER BY r.id
                """, contract));
        isHarmless(town.visitor().page(link));
        Set<String> read = new HashSet<>();
        String desk = "/equipe/" + contract + "/pilotes";
        for (int most = 2 * SHORT.size(); most > 0; most--) {
            Document page = team.desk().page(desk);
            isHarmless(page);
            read.addAll(texts(page, ".words"));
            Element form = page.selectFirst("form[action$=/accord]");
            if (form == null) {
                break;
            }
            team.desk()
                    .post(
                            form.attr("action"),
                            Map.of("csrf", form.select("[name=csrf]").val()));
        }
        assertEquals(Set.of(), absent(SHORT, read));
        isHarmless(town.visitor().page("/fr/" + contract + "/actions/plomb"));
        String longest = "\n" + "é<👩🏽\n".repeat(300);
        TestVisitor.Answer back = town.visitor()
                .post(link + "/avancement", Map.of("progress", "FINISHED", "on", "2026-11-02", "note", longest));
        assertEquals(422, back.status());
        assertEquals(longest, area(back.page(), "note"));
    }

    @Test
    void whyARefusalIsContestedAndWhatTheTeamAdds() {
        String contract = town.smallTown("relectures-hostiles");
        Coordinator team = town.coordinator(contract);
        Coordinator other = town.coordinator(contract, "Samira");
        List<String> sent = WORDS.stream()
                .filter(words -> words.length() <= 900)
                .map(words -> lines(words).strip())
                .toList();
        Set<String> contested = new HashSet<>();
        Set<String> noted = new HashSet<>();
        for (String words : sent) {
            String code = town.give(
                    "fr", contract, "avis", Map.of("q-venu", "non", "q-pourquoi", "Un avis", "may_show", "yes"));
            String id = TestTown.rows(
                            "SELECT MAX(o.id) FROM opinion o JOIN contract c ON c.id = o.contract_id WHERE c.slug = ?",
                            contract)
                    .getFirst();
            assertEquals(
                    303,
                    team.decide(
                                    Long.parseLong(id),
                                    Map.of(
                                            "decision",
                                            "refuse",
                                            "reason",
                                            "OFF_TOPIC",
                                            "note",
                                            words,
                                            "note_language",
                                            "fr"))
                            .status(),
                    words);
            String ask = "/ar/suivi/" + code + "/relecture";
            assertEquals(303, town.visitor().post(ask, Map.of("words", words)).status(), words);
            Document receipt = town.visitor().page("/ar/suivi/" + code);
            isHarmless(receipt);
            noted.addAll(texts(receipt, "span.typed"));
            contested.addAll(texts(receipt, ".meta.typed"));
            isHarmless(other.desk().page("/equipe/" + contract + "/avis/" + id));
        }
        assertEquals(Set.of(), absent(sent, noted), "what the team adds");
        assertEquals(Set.of(), absent(sent, contested), "why");
        isHarmless(other.desk().page("/equipe/" + contract + "/avis/contestations"));
        for (String column : List.of("k.words FROM contest k", "k.note FROM moderation_decision k")) {
            assertEquals(
                    sent.stream().map(HostileStringsTest::hex).toList(),
                    TestTown.rows(
                            "SELECT HEX(" + column.replace(" FROM", ") FROM")
                                    + " JOIN opinion o ON o.id = k.opinion_id JOIN contract c ON c.id = o.contract_id"
                                    + " WHERE c.slug = ? ORDER BY o.id",
                            contract));
        }
    }

    /** What the team pasted from elsewhere, or a partner's file brings. */
    @Test
    void onPaperInCalendarsAndInFeeds() throws Exception {
        String contract = "titres-hostiles";
        List<String> titles = WORDS.stream()
                .map(words -> words.length() > 120 ? words.substring(0, 100) : words)
                .toList();
        importEvents(contract, titles);
        TestVisitor anybody = town.visitor();
        String ics = anybody.get("/fr/" + contract + "/agenda.ics").text();
        assertEquals(titles.size(), ics.lines().filter("BEGIN:VEVENT"::equals).count());
        assertEquals(
                titles.size(),
                ics.lines().filter(line -> line.startsWith("SUMMARY")).count());
        assertTrue(
                ics.replace("\r\n", "").chars().allMatch(c -> c >= ' ' && c != 0x7f || c == '\t'),
                "RFC 5545, 3.1: no control characters");
        byte[] atom = anybody.get("/fr/" + contract + "/agenda.atom").text().getBytes(StandardCharsets.UTF_8);
        var feed = DocumentBuilderFactory.newDefaultNSInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(atom));
        int entries = feed.getElementsByTagName("entry").getLength();
        assertEquals(Math.min(50, titles.size()), entries, "a feed tells the next fifty");
        assertEquals(
                entries + 1, feed.getElementsByTagName("title").getLength(), "no element came of what was written");
        String json = anybody.get("/api/v1/contracts/" + contract + "/events").text();
        Set<String> told = new HashSet<>();
        new JsonMapper()
                .readTree(json)
                .forEach(event -> told.add(event.get("title").asString()));
        assertEquals(Set.of(), absent(titles, told), "in the open data");
        assertFalse(HostileStrings.tookHold(anybody.page("/fr/" + contract + "/agenda")));
        Set<String> notDrawn = new HashSet<>();
        for (int i = 0; i < titles.size(); i++) {
            String path = "/fr/" + contract + "/agenda/forum-" + i + "/2027-07-14";
            assertFalse(HostileStrings.tookHold(anybody.page(path)), titles.get(i));
            TestVisitor.Answer poster = anybody.get(path + "/affiche.pdf", "X-Forwarded-For", "10.9.0." + i);
            if (poster.status() == 404) {
                notDrawn.add(titles.get(i));
                continue;
            }
            assertEquals(200, poster.status(), titles.get(i));
            try (PDDocument paper = Loader.loadPDF(poster.bytes())) {
                assertTrue(paper.getNumberOfPages() >= 1, titles.get(i));
                assertNull(paper.getDocumentCatalog().getOpenAction(), titles.get(i));
            }
        }
        assertTrue(notDrawn.size() < 10, "letters that no typeface of the house draws: " + notDrawn);
    }

    private void importEvents(String contract, List<String> titles) throws Exception {
        String file = Files.readString(Path.of("src/test/resources/importing/town.yaml"))
                .replace("slug: petite-ville\n", "slug: " + contract + "\n");
        StringBuilder events = new StringBuilder("events:\n");
        for (int i = 0; i < titles.size(); i++) {
            String words = "Texte " + i;
            events.append("  - {slug: forum-" + i + ", kind: forum, free: true, title: {fr: " + words
                    + "}, summary: {fr: " + words + "}, place: {fr: " + words
                    + "}, sessions: [{day: 2027-07-14, from: \"10:00\", until: \"12:00\"}]}\n");
        }
        String yaml = file.substring(0, file.indexOf("events:\n"))
                + events
                + file.substring(file.indexOf("consultations:\n"));
        ImportReport report = town.bean(ContractImport.class)
                .importFile("hostile.yaml", yaml.getBytes(StandardCharsets.UTF_8), false);
        assertTrue(report.isDone(), () -> report.lines().toString());
        // A file with markup in it is refused whole; what an older version let in, or another hand wrote, is not.
        for (int i = 0; i < titles.size(); i++) {
            TestTown.update("""
                    UPDATE paragraph p JOIN event e ON p.text_id IN (e.title_text, e.summary_text, e.place_text)
                    JOIN contract c ON c.id = e.contract_id SET p.body = ? WHERE c.slug = ? AND e.slug = ?
                    """, titles.get(i), contract, "forum-" + i);
        }
    }

    private String key() {
        return town.bean(FormKeys.class).next();
    }

    private static String csrf(TestVisitor who) {
        return who.page("/equipe/sessions").select("input[name=csrf]").val();
    }

    private static Set<String> texts(Document page, String which) {
        return page.select(which).stream().map(Element::wholeText).collect(Collectors.toSet());
    }

    /** What a browser would show in the box. */
    private static String area(Document page, String name) {
        Element area = page.selectFirst("textarea[name=" + name + "]");
        String text = area == null ? "" : area.wholeText();
        return text.startsWith("\n\n") ? text.substring(1) : text;
    }

    private static String lines(String words) {
        return words.replace("\r\n", "\n");
    }

    private String lead(Coordinator team) {
        String desk = "/equipe/" + team.contract() + "/pilotes";
        Document page = team.desk().page(desk);
        String fresh = team.desk()
                .post(
                        desk + "/liens",
                        Map.of(
                                "csrf",
                                page.select("input[name=csrf]").val(),
                                "key",
                                TestTown.key(page),
                                "sheet",
                                page.select("#field-sheet option[value~=[0-9]]").val(),
                                "holder",
                                "Service logement"))
                .page()
                .select(".done .words")
                .text();
        return fresh.substring(fresh.indexOf("/pilote/"));
    }

    private TestVisitor councillor(String contract, String council) {
        Accounts accounts = town.bean(Accounts.class);
        String email = "membre@" + contract + ".example";
        long contractId =
                town.bean(Contracts.class).find(contract).orElseThrow().id();
        String token =
                accounts.create(email, "Membre", Role.COUNCIL, contractId).orElseThrow();
        TestVisitor member = town.visitor();
        member.post("/equipe/mot-de-passe/" + token, Map.of("password", PASSWORD, "password-again", PASSWORD));
        TestTown.update(
                "INSERT INTO council_member (council_id, account_id, joined_at) SELECT c.id, a.id, NOW(6) FROM council c JOIN account a"
                        + " WHERE c.slug = ? AND c.contract_id = ? AND a.email = ?",
                council,
                contractId,
                email);
        assertEquals(
                303,
                member.post("/equipe/connexion", Map.of("email", email, "password", PASSWORD))
                        .status());
        return member;
    }
}
