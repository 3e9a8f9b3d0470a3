package org.portevoix.event;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import biweekly.Biweekly;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.portevoix.StrictCalendar;
import org.portevoix.TestTown;
import org.portevoix.TestVisitor;
import org.portevoix.contract.Contract;
import org.portevoix.contract.Contracts;

/** One registration, from the form to the day of the session. */
class RegistrationTest {

    private static final String EMAIL = "awa@exemple.fr";
    private static final String TELEPHONE = "06 12 34 56 78";

    @Nested
    class OnTheWaitingList {

        @Test
        void aFreedPlaceGoesToTheFirstThatFits() {
            TestSession session = new TestSession("attente", "4");
            String couple = session.register(2, Map.of());
            String alone = session.register(2, Map.of());
            String family = session.register(4, Map.of("email", EMAIL));
            String friends = session.register(2, Map.of("email", EMAIL));
            String last = session.register(1, Map.of("telephone", TELEPHONE));
            assertTrue(session.receipt(family).contains("Vous êtes numéro 1 sur la liste"));
            assertTrue(session.receipt(last).contains("Vous êtes numéro 3 sur la liste"));

            session.withdraw(couple);
            assertTrue(session.receipt(friends).contains("C’est noté"));
            assertTrue(session.receipt(family).contains("Vous êtes numéro 1 sur la liste"));
            assertTrue(session.receipt(last).contains("Vous êtes numéro 2 sur la liste"));
            assertEquals(List.of("received", "received", "promoted"), session.letters());

            assertEquals(303, session.resize(alone, 1).status());
            assertTrue(session.receipt(last).contains("C’est noté"));
            assertEquals(4, session.taken());
            assertEquals(2 - 2 + 1 + 4 + 2 + 1, session.ledger("REGISTRATION"));

            Document list = session.coordinator().desk().page("/equipe/" + session.contract() + session.path());
            assertTrue(list.text().contains("Dire qu’une place est libre"));
            assertTrue(list.text().contains("0612345678"));
            String call = list.select("form[action$=/appel]").attr("action");
            session.desk(call.substring(("/equipe/" + session.contract()).length()), Map.of());
            assertFalse(session.coordinator()
                    .desk()
                    .page("/equipe/" + session.contract() + session.path())
                    .text()
                    .contains("Dire qu’une place est libre"));
        }

        @Test
        void whoAsksForMoreThanThereIsKeepsWhatTheyHave() {
            TestSession session = new TestSession("trop-de-monde", "3");
            String code = session.register(2, Map.of());
            TestVisitor.Answer refused = session.resize(code, 4);
            assertEquals(422, refused.status());
            assertTrue(refused.text().contains("Vous gardez celles que vous avez."));
            assertEquals(303, session.resize(code, 3).status());
            assertEquals(List.of("CONFIRMED 3"), session.parties());
            assertEquals(3, session.ledger("REGISTRATION"));
            assertEquals(422, session.resize(code, 11).status());
        }

        @Test
        void morePlacesGoToThoseWhoWaitAndFewerThanAreTakenAreRefused() {
            TestSession session = new TestSession("grande-salle", "1");
            session.register(1, Map.of());
            session.register(3, Map.of("email", EMAIL));
            session.register(1, Map.of("email", EMAIL));
            session.change("18:00", "20:00", "4");
            assertEquals(List.of("CONFIRMED 1", "CONFIRMED 3", "WAITING 1"), session.parties());
            assertEquals(List.of("received", "received", "promoted"), session.letters());
            TestVisitor.Answer fewer = session.tryAtDesk(
                    session.path() + "/modification",
                    Map.of("from", "18:00", "until", "20:00", "places", "3", "state", "PLANNED"));
            assertEquals(422, fewer.status());
            assertEquals(4, session.taken());
            session.change("18:00", "20:00", "");
            assertEquals(List.of("CONFIRMED 1", "CONFIRMED 3", "CONFIRMED 1"), session.parties());
        }
    }

    @Test
    void whereThereIsNoLimitEverybodyHasAPlace() {
        TestSession session = new TestSession("sans-limite", "");
        for (int i = 0; i < 5; i++) {
            session.register(10, Map.of());
        }
        assertEquals(50, session.taken());
        assertEquals(50, session.ledger("REGISTRATION"));
    }

    @Test
    void theReceiptTellsTheDayThePlaceAndTheCodeAndGivesTheCalendar() {
        TestSession session = new TestSession("recu", "10");
        String code = session.register(2, Map.of("first_name", "Awa & Bo"));
        String receipt = session.receipt(code);
        assertTrue(receipt.contains("2 places sont gardées pour vous"), receipt);
        assertTrue(receipt.contains("La mairie"));
        assertTrue(receipt.contains("Vous n’avez pas laissé de contact"));
        assertFalse(receipt.contains("Awa"));
        TestVisitor.Answer calendar = session.town().visitor().get("/fr/suivi/" + code + "/agenda.ics");
        var event = Biweekly.parse(calendar.text()).first().getEvents().getFirst();
        assertEquals(1, StrictCalendar.events(calendar.text()).size());
        assertEquals("Forum", event.getSummary().getValue());
        assertEquals("La mairie", event.getLocation().getValue());
        assertEquals(
                404,
                session.town().visitor().get("/fr/suivi/22222-22222/agenda.ics").status());
    }

    @Test
    void whatIsAmissIsSaidWithEveryWordKept() {
        TestSession session = new TestSession("fautes", "10");
        TestVisitor.Answer answer = session.send(
                Map.of("people", "11", "email", "awa@", "telephone", "12", "interpreter", "tamoul", "home", "gare"));
        assertEquals(422, answer.status());
        Document page = answer.page();
        assertEquals(4, page.select(".summary li").size());
        assertEquals("awa@", page.select("input[name=email]").attr("value"));
        assertEquals("tamoul", page.select("input[name=interpreter]").attr("value"));
        assertEquals("gare", page.select("select[name=home] option[selected]").attr("value"));
        page.select(".summary a")
                .forEach(link -> assertEquals(1, page.select(link.attr("href")).size(), link.attr("href")));
        assertEquals(List.of(), session.parties());
        assertEquals(
                422,
                session.send(Map.of("first_name", "Awa", "people", "1", "website", "x"))
                        .status());
    }

    @Test
    void whoWithdrawsIsForgotten() {
        TestSession session = new TestSession("oubli", "10");
        String code = session.register(2, Map.of("email", EMAIL, "interpreter", "tamoul", "child_care", "yes"));
        assertEquals(1, contacts(session));
        session.withdraw(code);
        assertTrue(session.receipt(code).contains("Votre inscription est annulée"));
        assertEquals(0, contacts(session));
        assertEquals(List.of("0"), TestTown.rows("""
                SELECT COUNT(*) FROM registration r JOIN contract c ON c.id = r.contract_id
                WHERE c.slug = ?
                AND (r.first_name IS NOT NULL OR r.interpreter IS NOT NULL OR r.contact_kind IS NOT NULL OR r.needs_child_care)
                """, session.contract()));
        assertEquals(List.of("DROPPED"), TestTown.rows("""
                SELECT l.state FROM letter l JOIN contract c ON c.id = l.contract_id WHERE c.slug = ?
                """, session.contract()));
        assertEquals(0, session.ledger("REGISTRATION"));
        assertEquals(404, session.resize(code, 3).status());
    }

    @Test
    void nothingOfARegistrationIsOnAPublicPage() {
        TestSession session = new TestSession("discret", "10");
        session.register(2, Map.of("first_name", "Zéphyrine", "email", "zephyrine@exemple.fr"));
        session.town().publicPages(session.contract()).forEach((path, body) -> {
            assertFalse(body.contains("Zéphyrine"), path);
            assertFalse(body.contains("zephyrine@"), path);
        });
        assertEquals(List.of("0"), TestTown.rows("""
                SELECT COUNT(*) FROM contact WHERE address LIKE '%zephyrine%'
                """));
    }

    @Nested
    class WhenTheSessionChanges {

        @Test
        void allWhoRegisteredAreToldOfAnotherHour() {
            TestSession session = new TestSession("autre-heure", "1");
            session.register(1, Map.of("email", EMAIL));
            session.register(1, Map.of("email", EMAIL));
            session.register(1, Map.of("telephone", TELEPHONE));
            session.register(1, Map.of());
            session.change("17:00", "20:00", "1");
            assertEquals(List.of("received", "received", "changed", "changed"), session.letters());
            assertTrue(session.coordinator().desk().page("/equipe").text().contains("1 personne à appeler : Forum"));
            session.change("17:00", "20:00", "1");
            assertEquals(4, session.letters().size());
            var feed = session.town().visitor().get("/fr/" + session.contract() + "/agenda/forum.ics");
            assertTrue(
                    Biweekly.parse(feed.text()).first().getEvents().stream()
                            .anyMatch(event -> event.getSequence().getValue() == 2),
                    "each change makes a calendar look again");
        }

        @Test
        void whatIsCalledOffSaysWhyAndTakesNobodyMore() {
            TestSession session = new TestSession("annule", "1");
            String code = session.register(1, Map.of("email", EMAIL));
            String waiting = session.register(1, Map.of("email", EMAIL));
            TestVisitor.Answer silent = session.tryAtDesk(
                    session.path() + "/modification",
                    Map.of("from", "18:00", "until", "20:00", "places", "1", "state", "CANCELLED"));
            assertEquals(422, silent.status());
            session.change(Map.of(
                    "from",
                    "18:00",
                    "until",
                    "20:00",
                    "places",
                    "1",
                    "state",
                    "CANCELLED",
                    "reason",
                    "La salle est prise."));
            assertEquals(List.of("received", "received", "cancelled", "cancelled"), session.letters());
            assertTrue(session.receipt(code).contains("La salle est prise."));
            assertEquals(
                    409, session.send(Map.of("first_name", "Bo", "people", "1")).status());
            session.withdraw(code);
            assertTrue(session.receipt(waiting).contains("liste d’attente"));
            session.change("18:00", "20:00", "1");
            assertTrue(session.receipt(waiting).contains("C’est noté"));
        }

        @Test
        void whatIsPutOffTakesAllWithTheirPlacesAndTurns() {
            TestSession session = new TestSession("reporte", "2");
            String code = session.register(2, Map.of("email", EMAIL));
            String waiting = session.register(1, Map.of());
            String other = session.day().plusDays(7).toString();
            session.change(Map.of(
                    "from",
                    "18:00",
                    "until",
                    "20:00",
                    "places",
                    "2",
                    "state",
                    "POSTPONED",
                    "reason",
                    "Neige.",
                    "day",
                    other));
            assertEquals(List.of(), session.parties());
            assertEquals(0, session.taken());
            assertTrue(session.receipt(code).contains("C’est noté"));
            assertTrue(session.receipt(waiting).contains("numéro 1 sur la liste"));
            assertEquals(List.of("received", "changed"), session.letters());
            assertEquals(3, session.ledger("REGISTRATION"));
            assertEquals(List.of("3"), TestTown.rows("""
                    SELECT SUM(l.count) FROM ledger_line l
                    JOIN event_session s ON s.id = l.event_session_id
                    JOIN contract c ON c.id = l.contract_id
                    WHERE c.slug = ? AND s.day = ?
                    """, session.contract(), other));
            session.withdraw(code);
            assertTrue(session.receipt(waiting).contains("C’est noté"));
            assertEquals(
                    422,
                    session.tryAtDesk("/agenda/forum/seance", Map.of("day", other, "from", "10:00", "until", "11:00"))
                            .status());
        }
    }

    @Nested
    class AtTheDesk {

        @Test
        void whoCallsIsRegisteredByTelephoneAndHasACodeToo() {
            TestSession session = new TestSession("telephone", "10");
            TestVisitor.Answer entered = session.desk(
                    session.path() + "/inscriptions",
                    Map.of("channel", "PHONE", "first_name", "Rosa", "people", "2", "telephone", TELEPHONE));
            String code = entered.location().replaceAll(".*code=", "");
            assertTrue(session.receipt(code).contains("2 places"));
            assertEquals(List.of("PHONE"), TestTown.rows("""
                    SELECT l.channel FROM ledger_line l JOIN contract c ON c.id = l.contract_id WHERE c.slug = ?
                    """, session.contract()));
            Document list = session.coordinator().desk().page("/equipe/" + session.contract() + session.path());
            assertTrue(list.text().contains("Rosa"));
            String id =
                    list.select("form[action$=/nombre]").attr("action").replaceAll(".*inscriptions/(\\d+)/.*", "$1");
            session.desk(session.path() + "/inscriptions/" + id + "/nombre", Map.of("people", "3"));
            assertEquals(List.of("CONFIRMED 3"), session.parties());
            session.desk(session.path() + "/inscriptions/" + id + "/retrait", Map.of());
            assertEquals(List.of("WITHDRAWN 3"), session.parties());
            assertEquals(
                    422,
                    session.tryAtDesk(session.path() + "/inscriptions", Map.of("people", "1"))
                            .status());
        }

        @Test
        void registrationsOfAnotherSessionAreOutOfReach() {
            TestSession one = new TestSession("l-une", "10");
            TestSession other = new TestSession("l-autre", "10");
            other.register(1, Map.of());
            String id = TestTown.rows("""
                    SELECT r.id FROM registration r JOIN contract c ON c.id = r.contract_id WHERE c.slug = ?
                    """, other.contract()).getFirst();
            assertEquals(
                    404,
                    one.tryAtDesk(one.path() + "/inscriptions/" + id + "/retrait", Map.of())
                            .status());
            assertEquals(List.of("CONFIRMED 1"), other.parties());
        }
    }

    @Test
    void theDayBeforeThoseWithAPlaceAndAnAddressAreReminded() {
        TestSession session = new TestSession(TestTown.whereTimePasses(), "rappel", "1");
        session.register(1, Map.of("email", EMAIL));
        session.register(1, Map.of("email", EMAIL));
        Contract contract = session.town().bean(Contracts.class).find("rappel").orElseThrow();
        Reminders reminders = session.town().bean(Reminders.class);
        reminders.write(contract);
        assertFalse(session.letters().contains("reminder"));
        var noonBefore = session.day()
                .minusDays(1)
                .atTime(12, 0)
                .atZone(contract.zoneId())
                .toInstant();
        session.town().clock().pass(Duration.between(session.town().clock().instant(), noonBefore));
        TestSession.atOnce(List.of(() -> reminded(reminders, contract), () -> reminded(reminders, contract)));
        assertEquals(1, session.letters().stream().filter("reminder"::equals).count());
    }

    @Test
    void threeMonthsAfterNobodyIsKnownAndTheFiguresStay() {
        TestSession session = new TestSession("trois-mois", "10");
        String code = session.register(2, Map.of("email", EMAIL));
        long id = session.town()
                .bean(Contracts.class)
                .find("trois-mois")
                .orElseThrow()
                .id();
        RegistrationData data = session.town().bean(RegistrationData.class);
        assertEquals(0, data.erase(id, session.day()));
        assertEquals(1, data.erase(id, session.day().plusDays(2)));
        assertEquals(0, data.erase(id, session.day().plusDays(2)));
        assertEquals(0, contacts(session));
        assertEquals(404, session.town().visitor().get("/fr/suivi/" + code).status());
        assertEquals(2, session.ledger("REGISTRATION"));
    }

    private static boolean reminded(Reminders reminders, Contract contract) {
        reminders.write(contract);
        return true;
    }

    private static int contacts(TestSession session) {
        return Integer.parseInt(TestTown.rows("""
                SELECT COUNT(*) FROM contact k
                JOIN registration r ON r.receipt_hash = k.receipt_hash
                JOIN contract c ON c.id = r.contract_id
                WHERE c.slug = ?
                """, session.contract()).getFirst());
    }
}
