package org.portevoix.volunteer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.portevoix.StrictCalendar;
import org.portevoix.TestTown;
import org.portevoix.TestTown.Coordinator;
import org.portevoix.TestVisitor;
import org.portevoix.contract.Contracts;

/** A sign-up from the form to the thank-you letter: what it keeps, what it counts, what it tells to whom. */
class SignUpTest {

    private final TestTown town = TestTown.open();

    @Test
    void withoutTheRulesAndTheAgeNothingIsTakenAndNothingIsLost() {
        Volunteers forum = new Volunteers(town, town.sample("charte-benevole"), "accueillir-au-forum");
        String slot = forum.slots().get(1);
        Map<String, String> form = Volunteers.form("Aïcha", "aicha@exemple.fr", slot);
        form.remove("age");
        form.remove("charter");
        TestVisitor.Answer answer = forum.send(form);
        assertEquals(422, answer.status());
        Document page = answer.page();
        assertEquals(List.of("#age", "#charter"), page.select(".summary a").eachAttr("href"));
        assertEquals("Aïcha", page.select("#first_name").val());
        assertEquals("aicha@exemple.fr", page.select("#contact").val());
        assertTrue(page.select("input[name=slot][value=" + slot + "]").hasAttr("checked"));
        assertFalse(page.select("#age").hasAttr("checked"));
        assertEquals(List.of(), Volunteers.states(slot));
        assertEquals(0, forum.ledger("SIGN_UP"));
        assertEquals(422, forum.send(Volunteers.form("Aïcha", "", slot)).status());
        assertEquals(
                422, forum.send(Volunteers.form("Aïcha", "pas un numéro", slot)).status());
        assertEquals(
                422, forum.send(Volunteers.form("", "aicha@exemple.fr", slot)).status());
        assertEquals(
                422,
                forum.send(Volunteers.form("Aïcha", "aicha@exemple.fr", "999999"))
                        .status());
    }

    @Test
    void noBoxIsTickedBeforehand() {
        Volunteers forum = new Volunteers(town, TestTown.CONTRACT, "accueillir-au-forum");
        assertEquals(
                0,
                town.visitor().page(forum.path()).select("main input[checked]").size());
    }

    @Test
    void whatIsDoneIsOneParticipationAndUndoneIsNone() {
        Volunteers walk = new Volunteers(town, town.smallTown("fait-benevole"), "interprete");
        String code = walk.code(Map.of("first_name", "Leila", "contact", "leila@exemple.fr", "charter", "yes"));
        String slot = walk.slots().getFirst();
        String place = Volunteers.place(slot, "Leila");
        Coordinator coordinator = town.coordinator(walk.contract());
        assertEquals(0, walk.ledger("TASK"));
        act(coordinator, place, "confirmation", Map.of(), "confirmation");
        assertEquals(0, walk.ledger("TASK"));
        act(coordinator, place, "fait", Map.of("hours", "1,5"), "fait");
        act(coordinator, place, "fait", Map.of("hours", "1,5"), "trop-tard");
        assertEquals(1, walk.ledger("TASK"));
        assertEquals(List.of("PARTICIPATION ACTOR WEB 90"), TestTown.rows("""
                SELECT l.kind, l.level, l.channel, l.minutes FROM ledger_line l JOIN contract c ON c.id = l.contract_id
                WHERE c.slug = ? AND l.act = 'TASK'
                """, walk.contract()));
        assertEquals(
                "1,5",
                coordinator
                        .desk()
                        .page(walk.desk())
                        .select("tbody tr:contains(Interprète) td:last-child")
                        .text());
        act(coordinator, place, "annulation", Map.of(), "annulation");
        act(coordinator, place, "annulation", Map.of(), "trop-tard");
        assertEquals(0, walk.ledger("TASK"));
        act(coordinator, place, "fait", Map.of(), "fait");
        assertEquals(1, walk.ledger("TASK"));
        assertEquals(1, walk.ledger("SIGN_UP"));
        assertEquals(List.of("1 1 1"), TestTown.rows("""
                SELECT SUM(kind = 'sign-up-received'), SUM(kind = 'sign-up-confirmed'), SUM(kind = 'sign-up-thanks')
                FROM letter JOIN contract c ON c.id = contract_id WHERE c.slug = ?
                """, walk.contract()));
        walk.withdraw(code);
        assertEquals(0, walk.ledger("TASK"));
        assertEquals(0, walk.ledger("SIGN_UP"));
        Volunteers.assertCountersTrue(slot);
        assertTrue(town.visitor().page("/fr/suivi/" + code).text().contains("effacés"));
        assertEquals(Map.of(), personal(code));
    }

    @Test
    void aSlotIsNotDoneBeforeItsDay() {
        Volunteers forum = new Volunteers(town, town.sample("trop-tot"), "accueillir-au-forum");
        String slot = forum.slots().getFirst();
        forum.code(Volunteers.form("Omar", "omar@exemple.fr", slot));
        Coordinator coordinator = town.coordinator(forum.contract());
        String place = Volunteers.place(slot, "Omar");
        act(coordinator, place, "confirmation", Map.of(), "confirmation");
        act(coordinator, place, "fait", Map.of(), "trop-tard");
        assertEquals(0, forum.ledger("TASK"));
        String reminders = """
                SELECT l.state, TIMESTAMPDIFF(HOUR, l.next_attempt_at, s.starts_at) BETWEEN 22 AND 24
                FROM letter l JOIN mission_slot s ON s.id = ? WHERE l.letter_key LIKE CONCAT('sign-up/reminder/', ?, '/%')
                ORDER BY l.id
                """;
        assertEquals(List.of("WAITING 1"), TestTown.rows(reminders, slot, place));

        String day = LocalDate.now(town.clock()).plusDays(50).toString();
        change(coordinator, forum, slot, Map.of("day", day, "from", "14:00", "until", "17:00", "places", "10"), 303);
        assertEquals(
                List.of("DROPPED", "WAITING"),
                TestTown.rows(reminders, slot, place).stream()
                        .map(row -> row.split(" ")[0])
                        .toList());
        change(coordinator, forum, slot, Map.of("day", day, "from", "14:00", "until", "13:00", "places", "10"), 422);
        post(coordinator, forum.desk() + "/missions/accueillir-au-forum/creneaux/" + slot + "/annulation", Map.of());
        assertEquals(List.of("Omar CANCELLED"), Volunteers.states(slot));
        assertEquals(1, forum.ledger("SIGN_UP"));
        assertEquals(List.of("1 1 0"), TestTown.rows("""
                SELECT SUM(kind = 'sign-up-changed'), SUM(kind = 'sign-up-cancelled'),
                       SUM(kind = 'sign-up-reminder' AND l.state = 'WAITING')
                FROM letter l JOIN contract c ON c.id = contract_id WHERE c.slug = ?
                """, forum.contract()));
        assertEquals(422, tooLate(forum, slot).status());
    }

    @Test
    void fewerPlacesThanPeopleIsRefusedAndMoreGoToThoseWhoWait() {
        Volunteers walk = new Volunteers(town, town.sample("places-benevole"), "guider-la-marche");
        String slot = walk.slots().getFirst();
        for (String name : List.of("A", "B", "C")) {
            walk.code(Volunteers.form(name, name.toLowerCase(java.util.Locale.ROOT) + "@exemple.fr", slot));
        }
        assertEquals(List.of("A ASKED", "B ASKED", "C WAITING"), Volunteers.states(slot));
        assertTrue(town.visitor().page(walk.path()).text().contains("complet"));
        Coordinator coordinator = town.coordinator(walk.contract());
        Document page = coordinator.desk().page(walk.desk() + "/missions/guider-la-marche");
        Map<String, String> fields = new TreeMap<>();
        for (String field : List.of("day", "from", "until")) {
            fields.put(field, page.select("#field-" + field + "-" + slot).val());
        }
        fields.put("places", "1");
        change(coordinator, walk, slot, fields, 422);
        fields.put("places", "3");
        change(coordinator, walk, slot, fields, 303);
        assertEquals(List.of("A ASKED", "B ASKED", "C ASKED"), Volunteers.states(slot));
        assertEquals(
                List.of("1"),
                TestTown.rows(
                        "SELECT COUNT(*) FROM letter WHERE kind = 'sign-up-promoted' AND letter_key LIKE CONCAT('%/', ?, '/%')",
                        Volunteers.place(slot, "C")));
        assertEquals(List.of("0"), TestTown.rows("""
                SELECT COUNT(*) FROM letter l JOIN contract c ON c.id = l.contract_id
                WHERE c.slug = ? AND l.kind = 'sign-up-changed'
                """, walk.contract()));
    }

    @Test
    void whoLeftATelephoneIsCalled() {
        Volunteers walk = new Volunteers(town, town.sample("appel-benevole"), "interprete");
        Coordinator coordinator = town.coordinator(walk.contract());
        String enter = walk.desk() + "/missions/interprete/saisie";
        Map<String, String> form = Volunteers.form("Fatou", "06 98 76 54 32", "");
        form.put("spoken", "bm");
        form.put("language", "ar");
        TestVisitor.Answer missing = post(coordinator, enter, Map.of("first_name", "Fatou"));
        assertEquals(422, missing.status());
        TestVisitor.Answer entered = post(coordinator, enter, form);
        assertEquals(303, entered.status(), entered.text());
        assertTrue(coordinator
                .desk()
                .page(entered.location())
                .text()
                .contains(entered.location().replaceAll(".*code=", "")));
        String slot = walk.slots().getFirst();
        assertEquals(List.of("PHONE ar bm"), TestTown.rows("""
                SELECT s.channel, s.language, s.spoken FROM sign_up s JOIN contract c ON c.id = s.contract_id WHERE c.slug = ?
                """, walk.contract()));
        assertTrue(coordinator.desk().page("/equipe").text().contains("1 personne propose son aide"));
        String place = Volunteers.place(slot, "Fatou");
        act(coordinator, place, "confirmation", Map.of("back", "appels"), "confirmation");
        Document calls = coordinator.desk().page(walk.desk() + "/appels");
        assertTrue(calls.text().contains("Dire que c’est confirmé"), calls.text());
        assertEquals("tel:0698765432", calls.select("td a").attr("href"));
        act(coordinator, place, "appel", Map.of("back", "appels"), "appel");
        assertTrue(coordinator.desk().page(walk.desk() + "/appels").text().contains("Personne à appeler"));
        assertEquals(List.of("0"), TestTown.rows("""
                SELECT COUNT(*) FROM letter l JOIN contract c ON c.id = l.contract_id WHERE c.slug = ?
                """, walk.contract()));
    }

    @Test
    void aRefusalSaysWhyAndNoMore() {
        Volunteers forum = new Volunteers(town, town.sample("refus-benevole"), "accueillir-au-forum");
        String slot = forum.slots().getFirst();
        String code = forum.code(Volunteers.form("Jean", "jean@exemple.fr", slot));
        Coordinator coordinator = town.coordinator(forum.contract());
        String place = Volunteers.place(slot, "Jean");
        String address = forum.desk() + "/inscriptions/" + place + "/refus";
        assertEquals(422, post(coordinator, address, Map.of()).status());
        act(coordinator, place, "refus", Map.of("reason", "ENOUGH"), "refus");
        act(coordinator, place, "refus", Map.of("reason", "ENOUGH"), "trop-tard");
        assertEquals(0, forum.ledger("SIGN_UP"));
        assertTrue(town.visitor().page("/fr/suivi/" + code).text().contains("assez de monde"));
        forum.withdraw(code);
        assertEquals(0, forum.ledger("SIGN_UP"));
        Volunteers.assertCountersTrue(slot);
    }

    @Test
    void whatIsConfirmedGoesIntoACalendarWithoutAName() {
        Volunteers forum = new Volunteers(town, town.sample("agenda-benevole"), "accueillir-au-forum");
        String slot = forum.slots().getFirst();
        String code = forum.code(Volunteers.form("Rosa", "rosa@exemple.fr", slot));
        String file = "/ar/suivi/" + code + "/mission.ics";
        assertEquals(404, town.visitor().get(file).status());
        act(
                town.coordinator(forum.contract()),
                Volunteers.place(slot, "Rosa"),
                "confirmation",
                Map.of(),
                "confirmation");
        TestVisitor.Answer calendar = town.visitor().get(file);
        assertEquals(200, calendar.status());
        assertTrue(calendar.header("Content-Type").startsWith("text/calendar"));
        assertTrue(calendar.text().contains("DTSTART:") && calendar.text().endsWith("END:VCALENDAR\r\n"));
        assertEquals(1, StrictCalendar.events(calendar.text()).size());
        assertFalse(calendar.text().contains("Rosa"));
        assertEquals("no-store", calendar.header("Cache-Control"));
    }

    @Test
    void namesAndContactsAreInNoPublicPage() {
        Volunteers forum = new Volunteers(town, town.sample("secret-benevole"), "accueillir-au-forum");
        forum.code(
                Volunteers.form("Zénobie", "zenobie@exemple.fr", forum.slots().getFirst()));
        String all = town.publicPages(forum.contract()).values().stream().collect(Collectors.joining());
        assertTrue(all.contains("accueillir-au-forum"));
        assertFalse(all.contains("Zénobie") || all.contains("zenobie@"));
        assertEquals(List.of("0"), TestTown.rows("SELECT COUNT(*) FROM contact WHERE address LIKE '%zenobie%'"));
    }

    @Test
    void aYearAfterTheMissionNamesAreErasedAndTheLedgerStays() {
        Volunteers interpreters = new Volunteers(town, town.smallTown("terme-benevole"), "interprete");
        String code = interpreters.code(Map.of("first_name", "Paul", "contact", "paul@exemple.fr", "charter", "yes"));
        long id = town.bean(Contracts.class)
                .find(interpreters.contract())
                .orElseThrow()
                .id();
        SignUpData data = town.bean(SignUpData.class);
        LocalDate today = LocalDate.now(town.clock());
        assertEquals(0, data.erase(id, today.minus(data.usualTerm())));
        assertFalse(personal(code).isEmpty());
        assertEquals(1, data.erase(id, today.plusDays(2)));
        assertEquals(Map.of(), personal(code));
        assertEquals(404, town.visitor().get("/fr/suivi/" + code).status());
        assertEquals(1, interpreters.ledger("SIGN_UP"));
        Volunteers.assertCountersTrue(interpreters.slots().getFirst());
    }

    @Test
    void whoMayNotSeeNamesSeesNone() {
        Volunteers forum = new Volunteers(town, TestTown.CONTRACT, "accueillir-au-forum");
        assertEquals(303, town.visitor().get(forum.desk()).status());
        Coordinator elsewhere = town.coordinator(town.smallTown("ailleurs-benevole"));
        assertEquals(404, elsewhere.desk().get(forum.desk()).status());
        Volunteers here = new Volunteers(town, town.smallTown("ici-benevole"), "interprete");
        here.code(Map.of("first_name", "Ali", "contact", "ali@exemple.fr", "charter", "yes"));
        String place = Volunteers.place(here.slots().getFirst(), "Ali");
        String other = "/equipe/ailleurs-benevole/benevoles/inscriptions/" + place + "/confirmation";
        assertEquals(404, post(elsewhere, other, Map.of()).status());
        assertEquals(List.of("Ali ASKED"), Volunteers.states(here.slots().getFirst()));
    }

    /** What is kept of a person under this receipt: name or contact, where there is any. */
    private Map<String, Object> personal(String code) {
        Map<String, Object> found = new TreeMap<>();
        town.bean(SignUpReceipts.class).copy(code).forEach((key, value) -> {
            if (List.of("first_name", "contact").contains(key) && !value.equals("null")) {
                found.put(key, value);
            }
        });
        return found;
    }

    private static TestVisitor.Answer tooLate(Volunteers forum, String slot) {
        TestVisitor.Answer answer = forum.send(Volunteers.form("Tard", "tard@exemple.fr", slot));
        assertEquals("Tard", answer.page().select("#first_name").val());
        return answer;
    }

    private static void change(
            Coordinator coordinator, Volunteers mission, String slot, Map<String, String> fields, int status) {
        TestVisitor.Answer answer =
                post(coordinator, mission.desk() + "/missions/" + mission.mission() + "/creneaux/" + slot, fields);
        assertEquals(status, answer.status(), answer.text());
    }

    private static TestVisitor.Answer post(Coordinator coordinator, String path, Map<String, String> fields) {
        Map<String, String> all = new TreeMap<>(fields);
        all.put(
                "csrf",
                coordinator.desk().page("/equipe").select("input[name=csrf]").attr("value"));
        return coordinator.desk().post(path, all);
    }

    private static void act(
            Coordinator coordinator, String place, String what, Map<String, String> fields, String said) {
        TestVisitor.Answer answer = post(
                coordinator,
                "/equipe/" + coordinator.contract() + "/benevoles/inscriptions/" + place + "/" + what,
                fields);
        assertEquals(303, answer.status(), answer.text());
        assertTrue(answer.location().endsWith("fait=" + said), answer.location());
    }
}
