package org.portevoix.committee;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.portevoix.TestTown.rows;

import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.portevoix.TestTown;
import org.portevoix.TestVisitor;

/** A meeting of the committee: what residents ask first, who sat, what was decided and who reads it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MeetingTest {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private final TestTown town = TestTown.apart();

    @AfterAll
    void close() {
        town.close();
    }

    @Test
    void eachSeatOfResidentsCountsOncePerMeetingAndIsCorrectedWhenItChanges() throws Exception {
        String contract = town.sample("copil-sieges");
        TestTown.Coordinator team = town.coordinator(contract);
        String meeting = meeting(team, "comite-de-pilotage", today());
        Document page = team.desk().page(meeting);
        List<String> all = page.select("input[name=seat]").eachAttr("value");
        assertEquals(8, all.size());
        String two = body(page, all.get(0), all.get(1), all.get(2));
        assertEquals(303, team.desk().post(meeting + "/presences", two).status());
        assertEquals(List.of("2 2"), seats(contract), "two of residents, and the mayor gives none");
        Callable<Integer> again =
                () -> team.desk().post(meeting + "/presences", two).status();
        try (ExecutorService four = Executors.newFixedThreadPool(4)) {
            for (Future<Integer> one : four.invokeAll(List.of(again, again, again, again))) {
                assertEquals(303, one.get());
            }
        }
        assertEquals(List.of("2 2"), seats(contract));
        team.desk().post(meeting + "/presences", body(page, all.get(1)));
        assertEquals(List.of("1 3"), seats(contract));
        team.desk().post(meeting + "/presences", two + "&interpreter=yes");
        assertEquals(List.of("2 4"), seats(contract));
        assertEquals(List.of("DECIDER MEETING " + YearMonth.from(today()) + " null null null"), rows("""
                SELECT DISTINCT l.level, l.channel, l.month, l.home, l.held_on, l.age_band
                FROM ledger_line l JOIN contract c ON c.id = l.contract_id
                WHERE c.slug = ? AND l.act = 'SEAT'
                """, contract));
        assertEquals(List.of("1 " + today() + " 1"), rows("""
                SELECT SUM(l.count), MAX(l.held_on), SUM(l.count * l.has_interpreter)
                FROM ledger_line l JOIN contract c ON c.id = l.contract_id
                WHERE c.slug = ? AND l.act = 'SESSION_HELD'
                """, contract));
        assertEquals(
                3, team.desk().page(meeting).select("input[name=seat][checked]").size());
    }

    @Test
    void whatTheMeetingDecidesIsOnTheReceiptsOfThoseWhoAskedAndOnThePublicPage() {
        String contract = town.smallTown("copil-decide");
        TestTown.Coordinator team = town.coordinator(contract);
        String body = body(team);
        String ofFatima = town.give("ar", contract, "avis", Map.of("q-pourquoi", "الحافلة متأخرة", "may_show", "no"));
        String ofJean = town.give("fr", contract, "avis", Map.of("q-venu", "oui"));
        town.clock().pass(Duration.ofDays(45));
        team = town.coordinator(contract);
        String meeting = meeting(team, body, today());
        Document page = team.desk().page(meeting);
        Element proposal = page.expectFirst("input[name=proposal][value^=CONSULTATION]");
        assertFalse(page.select(".choices").text().contains("الحافلة"), "only the team reads what is not to be shown");
        post(team, meeting + "/propositions", page, Map.of("proposal", proposal.attr("value")));
        post(team, meeting + "/propositions", page, Map.of("proposal", proposal.attr("value")));
        page = team.desk().page(meeting);
        assertEquals(1, page.select("ol.agenda > li").size());
        post(
                team,
                meeting + "/points",
                page,
                Map.of(
                        "title",
                        "Des bancs",
                        "words",
                        "Il faut des bancs au parc.",
                        "origin",
                        "RESIDENTS",
                        "key",
                        key(page)));
        post(
                team,
                meeting + "/points",
                page,
                Map.of("title", "Le budget", "origin", "TEAM", "key", "0123456789abcdef0123456789abcdef"));
        page = team.desk().page(meeting);
        assertEquals(
                List.of("Les habitants", "Les habitants"),
                page.select("ol.agenda .leave").eachText(),
                "residents first");
        assertTrue(page.select("ol.agenda > li:last-child").text().contains("Le budget"));
        List<String> items = page.select("ol.agenda > li").eachAttr("id").stream()
                .map(id -> id.substring("point-".length()))
                .toList();
        for (String item : items) {
            TestVisitor.Answer decided = post(
                    team,
                    meeting + "/points/" + item + "/decision",
                    page,
                    Map.of(
                            "decision",
                            "PARTLY",
                            "reason",
                            "Décidé ensemble, point " + item + ".",
                            "next",
                            "Commander le nécessaire.",
                            "next_on",
                            today().plusDays(30).toString()));
            assertEquals(303, decided.status());
        }
        String first = "Décidé ensemble, point " + items.getFirst() + ".";
        for (String receipt : List.of("/ar/suivi/" + ofFatima, "/fr/suivi/" + ofJean)) {
            assertTrue(town.visitor().page(receipt).text().contains(first), receipt);
        }
        for (String lang : TestTown.LANGUAGES) {
            Document suites = town.visitor().page("/" + lang + "/" + contract + "/suites");
            assertTrue(suites.text().contains(first), lang);
            assertTrue(suites.text().contains("Il faut des bancs au parc."), lang);
            assertFalse(suites.text().contains("point " + items.getLast()), "the team’s own item answers nobody");
            assertEquals(
                    !lang.equals("fr"),
                    !suites.select("span[lang=fr]:contains(" + first + ")").isEmpty(),
                    lang);
        }
        assertEquals(List.of("2"), rows("""
                SELECT COUNT(*) FROM followup f JOIN contract c ON c.id = f.contract_id
                WHERE c.slug = ? AND f.decides = 'COMMITTEE' AND f.decision = 'PARTLY'
                """, contract));
        assertEquals(
                409,
                post(team, meeting + "/points/" + items.getFirst() + "/retrait", page, Map.of())
                        .status(),
                "what is decided stays");
    }

    @Test
    void theCommitteeOwesItsAnswerThirtyDaysAfterItsNextMeeting() {
        String contract = town.smallTown("copil-horloge");
        TestTown.Coordinator team = town.coordinator(contract);
        String body = body(team);
        town.give("fr", contract, "avis", Map.of("q-pourquoi", "Plus de médecins", "may_show", "no"));
        LocalDate asked = today();
        String suites = "/equipe/" + contract + "/suites";
        Document blank = team.desk().page(suites + "/nouvelle");
        Map<String, String> form = hidden(blank.expectFirst("form.sheet"));
        form.putAll(Map.of(
                "said", "Il faut plus de médecins.",
                "decides", "COMMITTEE",
                "gathered", "OPINION:" + team.opinionWith("Plus de médecins")));
        assertEquals(303, team.desk().post(suites, form).status());
        assertEquals(asked.plusDays(60), owed(contract), "no meeting is set: the service’s clock runs");
        String late = meeting(team, body, asked.plusDays(20));
        assertEquals(asked.plusDays(50), owed(contract));
        String soon = meeting(team, body, asked.plusDays(5));
        assertEquals(asked.plusDays(35), owed(contract));
        post(team, soon + "/annulation", team.desk().page(soon), Map.of());
        assertEquals(asked.plusDays(50), owed(contract));
        meeting(team, "groupe-de-travail", "OTHER", asked.plusDays(1));
        assertEquals(asked.plusDays(50), owed(contract), "another body’s meeting is none of the committee’s");
        town.clock().pass(Duration.ofDays(50));
        assertFalse(lateCard(contract), "the last day");
        town.clock().pass(Duration.ofDays(1));
        assertTrue(lateCard(contract));
        team = town.coordinator(contract);
        post(team, late + "/annulation", team.desk().page(late), Map.of());
        meeting(team, body, today().plusDays(90));
        assertEquals(asked.plusDays(50), owed(contract), "what is late stays late");
        String proposals = team.desk()
                .page("/equipe/" + contract + "/instances/" + body + "/" + today().plusDays(90))
                .select("label:has(input[name=proposal][checked])")
                .text();
        assertTrue(proposals.contains("Il faut plus de médecins."), proposals);
    }

    @Test
    void theAgendaIsPrintedWithWhatResidentsAskFirstAndTheAddressOfTheFigures() {
        String contract = town.sample("copil-papier");
        TestTown.Coordinator team = town.coordinator(contract);
        String meeting = meeting(team, "comite-de-pilotage", today().plusDays(1));
        Document page = team.desk().page(meeting);
        assertTrue(page.select("form[action$=/presences], form.decide").isEmpty(), "not before its day");
        post(team, meeting + "/points", page, Map.of("title", "Le bilan", "origin", "TEAM", "key", key(page)));
        post(
                team,
                meeting + "/points",
                page,
                Map.of("title", "Les horaires", "words", "On travaille le matin.", "key", "f".repeat(32)));
        Document paper = team.desk().page(meeting + "/ordre-du-jour");
        assertEquals(
                List.of("Les habitants · Les horaires", "Le bilan"),
                paper.select("ol.agenda h3").eachText());
        assertTrue(paper.text().contains("On travaille le matin."));
        assertFalse(paper.select("a[href$=/fr/" + contract + "/participation]").isEmpty());
        assertEquals(
                409,
                post(team, meeting + "/presences", page, Map.of("seat", "1")).status(),
                "nobody sat yet");
    }

    @Test
    void theStepsOfTheContractAreKeptAndToldInPlainWordsInEachLanguage() {
        String contract = town.smallTown("copil-etapes");
        TestTown.Coordinator team = town.coordinator(contract);
        String address = "/equipe/" + contract + "/etapes";
        Document page = team.desk().page(address);
        assertEquals(4, page.select("main form").size());
        TestVisitor.Answer wrong = post(
                team,
                address + "/territorial-council",
                page,
                Map.of("state", "DONE", "day", "2026-02-31", "observations", "Le conseil veut des interprètes."));
        assertEquals(422, wrong.status());
        assertEquals(
                "Le conseil veut des interprètes.",
                wrong.page().select("#observations-territorial-council").text());
        post(
                team,
                address + "/territorial-council",
                page,
                Map.of("state", "DONE", "day", "2026-02-27", "observations", "Le conseil veut des interprètes."));
        Map<String, String> done = Map.of("fr", "Fait", "en", "Done", "ar", "تم");
        done.forEach((lang, word) -> {
            Document shown = town.visitor().page("/" + lang + "/" + contract + "/instances");
            List<Element> steps = shown.select("ol.cards > li");
            assertEquals(4, steps.size());
            assertTrue(steps.get(1).text().contains(word), steps.get(1)::text);
            assertTrue(steps.get(1).text().contains("Le conseil veut des interprètes."));
            assertFalse(steps.get(2).text().contains(word));
        });
        post(team, address + "/territorial-council", page, Map.of("state", "UNDER_WAY"));
        assertFalse(town.visitor()
                .page("/fr/" + contract + "/instances")
                .text()
                .contains("Le conseil veut des interprètes."));
    }

    @Test
    void aHardTextOfABodyOrOfAStepIsShownWithAReasonOnly() {
        String contract = town.smallTown("copil-simple");
        TestTown.Coordinator team = town.coordinator(contract);
        String bodies = "/equipe/" + contract + "/instances";
        Document blank = team.desk().page(bodies);
        Map<String, String> cotech = Map.of("kind", "TECHNICAL", "name", "XYZT", "does", "Il prépare les réunions.");
        TestVisitor.Answer hard = post(team, bodies, blank, cotech);
        assertEquals(422, hard.status());
        assertTrue(hard.page().select(".plainness").text().contains("« XYZT » n’est pas expliqué"), hard::text);
        assertEquals("XYZT", hard.page().select("#field-name").val());
        assertEquals(
                List.of(),
                rows("SELECT 1 FROM body b JOIN contract c ON c.id = b.contract_id WHERE c.slug = ?", contract));
        Map<String, String> reasoned = new TreeMap<>(cotech);
        reasoned.put("plain_reason", "C’est son nom dans la loi.");
        TestVisitor.Answer made = post(team, bodies, blank, reasoned);
        assertEquals(303, made.status());
        assertTrue(team.desk().page(made.location()).text().contains("C’est son nom dans la loi."));

        String step = "/equipe/" + contract + "/etapes/vote";
        Map<String, String> observed = Map.of("state", "DONE", "observations", "Le XYZT a voté.");
        TestVisitor.Answer refused = post(team, step, blank, observed);
        assertEquals(422, refused.status());
        assertEquals(1, refused.page().select("#plain_reason-vote").size());
        assertEquals(
                "Le XYZT a voté.", refused.page().select("#observations-vote").text());
        Map<String, String> explained = new TreeMap<>(observed);
        explained.put("plain_reason", "Mots du vote.");
        assertEquals(303, post(team, step, blank, explained).status());
        assertTrue(team.desk().page("/equipe/" + contract + "/etapes").text().contains("Mots du vote."));
        assertEquals(303, post(team, step, blank, observed).status(), "it stands there already");
        assertEquals(List.of("C’est son nom dans la loi.", "Mots du vote."), rows("""
                SELECT h.reason FROM hard_text h JOIN contract c ON c.id = h.contract_id WHERE c.slug = ? ORDER BY h.id
                """, contract));
    }

    @Test
    void thePartnerOfASeatThatIsThereCanBeSaidAtTheDesk() {
        String contract = town.sample("copil-partenaires");
        TestTown.Coordinator team = town.coordinator(contract);
        String body = "/equipe/" + contract + "/instances/comite-de-pilotage";
        Document page = team.desk().page(body);
        List<String> partners = rows("""
                SELECT p.slug FROM partner p JOIN contract c ON c.id = p.contract_id WHERE c.slug = ? ORDER BY p.id
                """, contract);
        post(team, body + "/sieges", page, Map.of("holder", "PARTNER", "label", "Une association"));
        page = team.desk().page(body);
        Element form = page.expectFirst("form[action$=/partenaire]:contains(Une association)");
        assertEquals("", form.select("option[selected]").val());
        String address = form.attr("action");
        for (String said : List.of(partners.getFirst(), partners.getLast(), "inconnu")) {
            assertEquals(303, post(team, address, page, Map.of("partner", said)).status());
            assertEquals(
                    said.equals("inconnu") ? "" : said,
                    team.desk()
                            .page(body)
                            .select("form[action=" + address + "] option[selected]")
                            .val());
        }
        String resident = page.expectFirst("li:contains(Conseil citoyen) form").attr("action");
        assertEquals(
                409,
                post(team, resident.replace("/retrait", "/partenaire"), page, Map.of("partner", partners.getFirst()))
                        .status(),
                "a resident's seat is no partner's");
    }

    @Test
    void residentsSeeTheSeatsAndNeverWhoSat() {
        String contract = town.sample("copil-public");
        TestTown.Coordinator team = town.coordinator(contract);
        String meeting = meeting(team, "comite-de-pilotage", today());
        Document page = team.desk().page(meeting);
        String before = town.visitor()
                .page("/fr/" + contract + "/instances")
                .select("main")
                .text();
        assertTrue(before.contains("8 places, dont 2 pour des habitants"), before);
        List<String> all = page.select("input[name=seat]").eachAttr("value");
        team.desk().post(meeting + "/presences", body(page, all.get(0)));
        assertEquals(
                before,
                town.visitor()
                        .page("/fr/" + contract + "/instances")
                        .select("main")
                        .text());
        String seats = "/equipe/" + contract + "/instances/comite-de-pilotage/sieges";
        assertEquals(
                303,
                post(team, seats + "/" + all.get(1) + "/retrait", page, Map.of())
                        .status());
        assertEquals(
                409,
                post(team, seats + "/" + all.get(1) + "/retrait", page, Map.of())
                        .status());
        post(team, seats, page, Map.of("holder", "RESIDENT", "label", "Habitant du sud"));
        String after = town.visitor().page("/fr/" + contract + "/instances").text();
        assertTrue(after.contains("Habitant du sud") && !after.contains("Conseil citoyen"), after);
    }

    private String body(TestTown.Coordinator team) {
        return set(team, "Comité de pilotage", "STEERING");
    }

    private static String set(TestTown.Coordinator team, String name, String kind) {
        String bodies = "/equipe/" + team.contract() + "/instances";
        TestVisitor.Answer added = post(
                team, bodies, team.desk().page(bodies), Map.of("kind", kind, "name", name, "does", "Elle se réunit."));
        assertEquals(303, added.status());
        return added.location().substring(bodies.length() + 1);
    }

    private static String meeting(TestTown.Coordinator team, String name, String kind, LocalDate day) {
        return meeting(team, set(team, name, kind), day);
    }

    private static String meeting(TestTown.Coordinator team, String body, LocalDate day) {
        String address = "/equipe/" + team.contract() + "/instances/" + body;
        TestVisitor.Answer planned = post(
                team,
                address + "/reunions",
                team.desk().page(address),
                Map.of("day", day.toString(), "hour", "18:00", "place", "Mairie"));
        assertEquals(303, planned.status(), planned::text);
        return planned.location();
    }

    private static TestVisitor.Answer post(
            TestTown.Coordinator team, String address, Document page, Map<String, String> fields) {
        Map<String, String> all = new TreeMap<>(fields);
        all.put("csrf", page.select("input[name=csrf]").attr("value"));
        return team.desk().post(address, all);
    }

    private static String body(Document page, String... seats) {
        List<String> fields = new ArrayList<>(
                List.of("csrf=" + page.select("input[name=csrf]").attr("value")));
        for (String seat : seats) {
            fields.add("seat=" + seat);
        }
        return fields.stream().collect(Collectors.joining("&"));
    }

    private static String key(Document page) {
        return page.select("input[name=key]").attr("value");
    }

    private static Map<String, String> hidden(Element form) {
        Map<String, String> fields = new TreeMap<>();
        form.select("input[type=hidden]").forEach(field -> fields.put(field.attr("name"), field.attr("value")));
        return fields;
    }

    private boolean lateCard(String contract) {
        return town.visitor()
                .page("/fr/" + contract + "/suites")
                .select("li.said:contains(plus de médecins)")
                .text()
                .contains("En retard");
    }

    private static LocalDate owed(String contract) {
        return LocalDate.parse(rows("""
                SELECT f.answer_by FROM followup f JOIN contract c ON c.id = f.contract_id
                WHERE c.slug = ? AND f.answer_by IS NOT NULL
                """, contract).getFirst());
    }

    /** "2 3": the sum of the lines, and how many there are. */
    private static List<String> seats(String contract) {
        return rows("""
                SELECT SUM(l.count), COUNT(*) FROM ledger_line l JOIN contract c ON c.id = l.contract_id
                WHERE c.slug = ? AND l.act = 'SEAT'
                """, contract);
    }

    private LocalDate today() {
        return LocalDate.now(town.clock().withZone(PARIS));
    }
}
