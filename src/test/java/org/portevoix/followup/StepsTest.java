package org.portevoix.followup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.portevoix.TestTown.rows;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.portevoix.TestTown;
import org.portevoix.TestVisitor;
import org.portevoix.contract.Contract;
import org.portevoix.contract.Contracts;

/** Each step of what residents asked for: gathered, before the committee, decided, promised, done with its proof. */
class StepsTest {

    private final TestTown town = TestTown.open();

    @Test
    void nothingIsAcceptedWithoutWhatComesNextOrWhatIsDone() {
        TestTown.Coordinator team = town.coordinator(town.smallTown("pas-sans-suite"));
        String slug =
                open(team, "Vous voulez une fontaine.", town.give("fr", team.contract(), "avis", words("fontaine")));
        for (String decision : List.of("ACCEPTED", "PARTLY")) {
            TestVisitor.Answer wrong = decide(team, slug, Map.of("decision", decision, "reason", "D’accord."));
            assertEquals(422, wrong.status(), decision);
            assertEquals("D’accord.", wrong.page().select("#field-reason").text());
            assertEquals(2, wrong.page().select("div.errors a").size(), wrong::text);
        }
        for (String day : List.of(
                today().minusDays(1).toString(),
                "2026-02-31",
                today().plusYears(11).toString())) {
            TestVisitor.Answer wrong = decide(
                    team, slug, Map.of("decision", "ACCEPTED", "reason", "Oui.", "next", "La poser.", "next_on", day));
            assertEquals(422, wrong.status(), day);
            assertEquals("La poser.", wrong.page().select("#field-next").text());
        }
        assertEquals(List.of("null"), rows("SELECT decision FROM followup WHERE slug = ?", slug));
        assertEquals(
                303,
                decide(team, slug, Map.of("decision", "ACCEPTED", "reason", "Oui.", "done", "Elle coule déjà."))
                        .status());
        assertTrue(card(team, "fontaine").text().contains("Elle coule déjà."));
        assertEquals(0, owed(team).overdue());
    }

    @Test
    void eachStepIsOnEachReceiptAndOnThePublicPageInTheReadersLanguage() {
        TestTown.Coordinator team = town.coordinator(town.smallTown("chaque-etape"));
        String ofJean = town.give("fr", team.contract(), "avis", words("lampadaire"));
        String ofFatima = town.give("ar", team.contract(), "avis", words("مصباح"));
        String slug = open(team, "Vous voulez des lampes.", ofJean, ofFatima);
        everywhere(team, ofJean, ofFatima, "Votre demande est transmise", "نقلنا طلبكم");
        bring(team, slug, today().plusDays(12));
        everywhere(team, ofJean, ofFatima, "À la réunion du comité, le", "في اجتماع اللجنة");
        assertTrue(card(team, "lampes").text().contains("À la réunion du comité, le"));
        decide(
                team,
                slug,
                Map.of(
                        "decision",
                        "ACCEPTED",
                        "reason",
                        "Six lampes seront posées.",
                        "next",
                        "Acheter les lampes.",
                        "next_on",
                        today().plusDays(40).toString()));
        everywhere(team, ofJean, ofFatima, "La prochaine étape, au plus tard le", "الخطوة القادمة");
        assertTrue(card(team, "lampes").text().contains("Acheter les lampes."));
        assertEquals(
                303,
                finish(team, slug, Map.of("done", "Les lampes éclairent.", "action", "plomb", "event", "forum"))
                        .status());
        everywhere(team, ofJean, ofFatima, "Les lampes éclairent.", "Les lampes éclairent.");
        Document receipt = town.visitor().page("/fr/suivi/" + ofJean);
        assertFalse(receipt.text().contains("La prochaine étape"), "it is done");
        assertEquals(
                1,
                receipt.select("a[href=/fr/" + team.contract() + "/actions/plomb]")
                        .size(),
                receipt::html);
        for (String proof : List.of("/actions/plomb", "/agenda/forum")) {
            assertFalse(
                    card(team, "lampes")
                            .select("a[href=/fr/" + team.contract() + proof + "]")
                            .isEmpty(),
                    proof);
        }
    }

    @Test
    void eachStepIsWrittenOnceToWhoLeftAnAddress() {
        TestTown.Coordinator team = town.coordinator(town.smallTown("chaque-lettre"));
        Map<String, String> answers = new TreeMap<>(words("أريد حديقة"));
        answers.put("email", "layla@courrier.example");
        String slug = open(team, "Vous voulez un jardin.", town.give("ar", team.contract(), "avis", answers));
        bring(team, slug, today().plusDays(20));
        Map<String, String> yes = Map.of(
                "decision",
                "ACCEPTED",
                "reason",
                "Oui.",
                "next",
                "Planter.",
                "next_on",
                today().plusDays(9).toString());
        decide(team, slug, yes);
        decide(team, slug, yes);
        finish(team, slug, Map.of("done", "Il est planté."));
        finish(team, slug, Map.of("done", "Il est planté et arrosé."));
        assertEquals(
                List.of("gathered", "brought-" + today().plusDays(20), "accepted", "done"), rows("""
                SELECT SUBSTRING_INDEX(SUBSTRING_INDEX(l.letter_key, '/', 3), '/', -1)
                FROM letter l JOIN contract c ON c.id = l.contract_id
                WHERE c.slug = ? AND l.kind = 'followup' ORDER BY l.id
                """, team.contract()));
    }

    @Test
    void whatIsPromisedAndNotDoneIsLateAndNothingButDoingItTakesItAway() {
        TestTown.Coordinator team = town.coordinator(town.smallTown("etape-en-retard"));
        String slug = open(team, "Vous voulez une rampe.", town.give("fr", team.contract(), "avis", words("rampe")));
        decide(
                team,
                slug,
                Map.of(
                        "decision",
                        "PARTLY",
                        "reason",
                        "Une rampe d’un côté.",
                        "next",
                        "La commander.",
                        "next_on",
                        today().plusDays(3).toString()));
        assertTrue(home(team).text().contains("Faire ce qui est accepté : Vous voulez une rampe."));
        TestTown.update("UPDATE followup SET next_on = ? WHERE slug = ?", today().minusDays(2), slug);
        Element late = home(team).expectFirst("li.late:contains(Vous voulez une rampe)");
        assertTrue(late.text().contains("2 jours de retard"), late::text);
        Followups.Owed owed = owed(team);
        assertEquals(1, owed.lateSteps());
        assertEquals(1, owed.overdue());
        assertTrue(team.desk()
                .page("/equipe/" + team.contract() + "/suites")
                .text()
                .contains("En retard : étape promise pour le"));
        assertEquals(
                303,
                decide(
                                team,
                                slug,
                                Map.of(
                                        "decision",
                                        "PARTLY",
                                        "reason",
                                        "Une rampe d’un côté.",
                                        "next",
                                        "La commander enfin.",
                                        "next_on",
                                        today().plusDays(90).toString()))
                        .status());
        assertEquals(
                List.of(today().minusDays(2).toString()),
                rows("SELECT next_on FROM followup WHERE slug = ?", slug),
                "a later day does not make it timely");
        assertTrue(card(team, "rampe").text().contains("En retard : ce n’est pas encore fait."));
        finish(team, slug, Map.of("done", "La rampe est là."));
        assertEquals(0, owed(team).overdue());
        assertFalse(home(team).text().contains("Vous voulez une rampe"));
    }

    @Test
    void whatCameAcceptedFromAFileWithoutANextStepWaitsAtTheDesk() {
        TestTown.Coordinator team = town.coordinator(town.smallTown("accepte-sans-etape"));
        assertEquals(0, owed(team).withoutStep());
        TestTown.update(
                "UPDATE followup SET next_text = NULL, next_on = NULL WHERE contract_id = ?",
                contract(team).id());
        assertEquals(1, owed(team).withoutStep());
        assertTrue(home(team).select("li.late").text().contains("Accepté sans prochaine étape"), home(team)::text);
    }

    private void everywhere(TestTown.Coordinator team, String ofJean, String ofFatima, String french, String arabic) {
        String first = town.visitor().page("/fr/suivi/" + ofJean).text();
        assertTrue(first.contains(french), first);
        String second = town.visitor().page("/ar/suivi/" + ofFatima).text();
        assertTrue(second.contains(arabic), second);
    }

    private String open(TestTown.Coordinator team, String said, String... codes) {
        String address = "/equipe/" + team.contract() + "/suites";
        Document blank = team.desk().page(address + "/nouvelle");
        List<String> all = blank.select("input[name=gathered]").eachAttr("value");
        assertEquals(codes.length, all.size());
        Map<String, String> fields = hidden(blank.expectFirst("form.sheet"));
        fields.putAll(Map.of("said", said, "decides", "COMMITTEE"));
        StringBuilder body = new StringBuilder(TestVisitor.body(fields));
        all.forEach(one -> body.append("&gathered=").append(one));
        TestVisitor.Answer opened = team.desk().post(address, body.toString());
        assertEquals(303, opened.status(), opened::text);
        return opened.location().replaceAll(".*/suites/|[?].*", "");
    }

    private void bring(TestTown.Coordinator team, String slug, LocalDate day) {
        String bodies = "/equipe/" + team.contract() + "/instances";
        String body = post(team, bodies, bodies, Map.of("kind", "STEERING", "name", "Comité", "does", "Il décide."))
                .location();
        String meeting = post(
                        team,
                        body,
                        body + "/reunions",
                        Map.of("day", day.toString(), "hour", "18:00", "place", "Mairie"))
                .location()
                .replaceAll("[?].*", "");
        String id = rows("SELECT id FROM followup WHERE slug = ?", slug).getFirst();
        for (int i = 0; i < 2; i++) {
            assertEquals(
                    303,
                    post(team, meeting, meeting + "/propositions", Map.of("proposal", "FOLLOWUP:" + id))
                            .status());
        }
    }

    private static TestVisitor.Answer decide(TestTown.Coordinator team, String slug, Map<String, String> answer) {
        return send(team, slug, "decide", "/decision", answer);
    }

    private static TestVisitor.Answer finish(TestTown.Coordinator team, String slug, Map<String, String> answer) {
        return send(team, slug, "finish", "/fait", answer);
    }

    @Test
    void answersInSixtyDaysAreOfWhatWasAskedEarlierAndDaysAreThoseOfTheContract() {
        TestTown.Coordinator team = town.coordinator(town.smallTown("soixante-jours"));
        LocalDate today = today();
        asked(team, "a-temps", today.minusDays(90), today.minusDays(40));
        asked(team, "trop-tard", today.minusDays(100), today.minusDays(10));
        asked(team, "attend", today.minusDays(75), null);
        asked(team, "recente", today.minusDays(5), today.minusDays(1));
        ZoneId paris = ZoneId.of("Europe/Paris");
        FollowupTally.Tally tally = tally(team, paris);
        assertEquals(3, tally.due());
        assertEquals(1, tally.dueInTime());
        assertEquals(1, tally.notDue());
        assertEquals(2, tally.inTime());
        assertEquals(1, tally.overdue());
        assertEquals(tally.all(), tally.due() + tally.notDue() + tally.undated());
        Element tile = team.desk()
                .page("/equipe/" + team.contract() + "/rapport")
                .expectFirst(".tile:contains(Réponses en 60 jours)");
        assertEquals("1", tile.select("strong").text());
        assertTrue(tile.text().contains("sur 3 demandes de plus de 60 jours"), tile.text());
        assertTrue(tile.text().contains("1 plus récente : pas encore comptée"), tile.text());
        // Whatever the hour, it is one day later at least in the first of these zones than in the second.
        ZoneId early = ZoneOffset.ofHours(14);
        ZoneId late = ZoneOffset.ofHours(-12);
        asked(team, "au-bord", LocalDate.now(town.clock().withZone(early)).minusDays(61), null);
        assertEquals(tally(team, late).due() + 1, tally(team, early).due());
        assertEquals(tally(team, late).overdue() + 1, tally(team, early).overdue());
    }

    private FollowupTally.Tally tally(TestTown.Coordinator team, ZoneId zone) {
        return town.bean(FollowupTally.class).of(contract(team).id(), zone);
    }

    /** {@code on}: when it was answered; null while it waits. */
    private static void asked(TestTown.Coordinator team, String slug, LocalDate from, @Nullable LocalDate on) {
        TestTown.update("""
                INSERT INTO followup (contract_id, slug, position, said_text, decision, decided_text, decided_on, asked_on, answer_by)
                SELECT contract_id, ?, MAX(position) + 1, MIN(said_text), IF(? IS NULL, NULL, 'REFUSED'),
                    IF(? IS NULL, NULL, MIN(decided_text)), ?, ?, ?
                FROM followup WHERE contract_id = (SELECT id FROM contract WHERE slug = ?) AND decided_text IS NOT NULL
                GROUP BY contract_id
                """, slug, on, on, on, from, from.plusDays(60), team.contract());
    }

    private static TestVisitor.Answer send(
            TestTown.Coordinator team, String slug, String form, String end, Map<String, String> answer) {
        String address = "/equipe/" + team.contract() + "/suites/" + slug;
        Map<String, String> fields = hidden(team.desk().page(address).expectFirst("section:has(#" + form + ") form"));
        fields.putAll(answer);
        return team.desk().post(address + end, fields);
    }

    private static TestVisitor.Answer post(
            TestTown.Coordinator team, String page, String address, Map<String, String> fields) {
        Map<String, String> all = new TreeMap<>(fields);
        all.put("csrf", team.desk().page(page).select("input[name=csrf]").attr("value"));
        TestVisitor.Answer answer = team.desk().post(address, all);
        assertEquals(303, answer.status(), answer::text);
        return answer;
    }

    private static Map<String, String> hidden(Element form) {
        Map<String, String> fields = new TreeMap<>();
        form.select("input[type=hidden]").forEach(field -> fields.put(field.attr("name"), field.attr("value")));
        return fields;
    }

    private static Map<String, String> words(String words) {
        return Map.of("q-pourquoi", words, "may_show", "no");
    }

    private Element card(TestTown.Coordinator team, String words) {
        return town.visitor().page("/fr/" + team.contract() + "/suites").expectFirst("li.said:contains(" + words + ")");
    }

    private static Document home(TestTown.Coordinator team) {
        return team.desk().page("/equipe");
    }

    private Followups.Owed owed(TestTown.Coordinator team) {
        return town.bean(Followups.class).owed(contract(team));
    }

    private Contract contract(TestTown.Coordinator team) {
        return town.bean(Contracts.class).find(team.contract()).orElseThrow();
    }

    private LocalDate today() {
        return LocalDate.now(town.clock().withZone(ZoneId.of("Europe/Paris")));
    }
}
