package org.portevoix.event;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jsoup.Connection.KeyVal;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.FormElement;
import org.junit.jupiter.api.Test;
import org.portevoix.TestTown;
import org.portevoix.TestVisitor;

/** Places in the parts of a forum's programme: asked for with the forum, changed and given back by the receipt. */
class PartPlacesTest {

    private static final String EMAIL = "awa@exemple.fr";
    private static final String TELEPHONE = "06 12 34 56 78";

    @Test
    void registeringForAPartIsNoSecondActAndItsPlacesAreCounted() {
        TestSession forum = forum("parties-une-fois");
        Document page = page(forum);
        assertEquals(3, page.select("#parts input[name=part]").size(), "the stand has no places to ask for");
        assertTrue(page.select("#parts").text().contains("de 10 h 30 à 11 h Dormir"));
        String code = forum.register(3, Map.of("part", part(forum, "Dormir"), "email", EMAIL));
        assertEquals(List.of("Dormir 3"), taken(forum));
        assertEquals(3, forum.ledger("REGISTRATION"));
        assertEquals(
                List.of("1"),
                TestTown.rows(
                        "SELECT COUNT(*) FROM ledger_line l JOIN contract c ON c.id = l.contract_id WHERE c.slug = ?",
                        forum.contract()),
                "an intention once, whatever is chosen of the programme");
        assertTrue(forum.receipt(code).contains("Vous avez aussi réservé de 10 h 30 à 11 h Dormir"));

        Document change = forum.town().visitor().page("/fr/suivi/" + code + "/inscription");
        assertEquals(1, change.select("#parts input[checked]").size());
        assertEquals(303, change(forum, code, 2, "Marcher", "Cuisiner").status());
        assertEquals(List.of("Cuisiner 2", "Dormir 0", "Marcher 2"), taken(forum));
        assertEquals(2, forum.ledger("REGISTRATION"));

        forum.withdraw(code);
        assertEquals(List.of("Cuisiner 0", "Dormir 0", "Marcher 0"), taken(forum));
        assertEquals(0, forum.ledger("REGISTRATION"));
        assertEquals(List.of(), held(forum));
    }

    @Test
    void whoChoosesAFullPartHasATurnAndIsPromotedInOrderOnceThereIsRoom() {
        TestSession forum = forum("parties-pleines");
        String marcher = part(forum, "Marcher");
        String first = forum.register(4, Map.of("part", marcher));
        Map<String, String> two =
                Map.of("first_name", "Bo", "people", "2", "part", marcher, "email", EMAIL, "key", TestSession.key());
        TestVisitor.Answer sent = forum.send(two);
        assertEquals(303, sent.status());
        assertEquals(sent.location(), forum.send(two).location(), "sent twice, it is the same");
        String bo = sent.location().substring("/fr/suivi/".length());
        String three = forum.register(3, Map.of("part", marcher));
        String late = forum.register(1, Map.of());
        assertEquals(303, change(forum, late, 2, "Marcher").status());
        assertEquals(List.of("Marcher 4"), taken(forum));
        assertEquals(List.of("2 1", "3 2", "2 3"), waiting(forum));
        assertTrue(forum.receipt(bo).contains("Marcher Vous attendez 2 places ensemble. Vous êtes numéro 1"));
        assertTrue(forum.receipt(three).contains("Vous êtes numéro 2"), "its own order, whatever the forum's");
        assertFalse(forum.receipt(bo).contains("Vous avez aussi réservé"));
        assertEquals(
                List.of("1"),
                TestTown.rows(
                        "SELECT COUNT(*) FROM ledger_line l JOIN contract c ON c.id = l.contract_id WHERE c.slug = ? AND l.count = 2",
                        forum.contract()),
                "to wait for a part is no act");

        assertEquals(422, change(forum, first, 6, "Marcher").status(), "who has a place keeps what they have");
        assertEquals(303, change(forum, first, 5, "Marcher").status());
        await(() -> page(forum).select("#parts").text().contains("Marcher Complet"), "it is full");
        assertEquals(3, page(forum).select("#parts input[name=part]").size(), "and can be waited for");

        assertEquals(303, change(forum, first, 3, "Marcher").status());
        assertEquals(List.of("3 2", "2 3"), waiting(forum), "two free, for the first who fit");
        assertEquals(List.of("Marcher 5"), taken(forum));
        assertTrue(forum.receipt(bo).contains("Vous avez aussi réservé de 11 h à 12 h Marcher"));
        assertEquals(List.of("received", "part_promoted"), forum.letters());
        assertTrue(forum.receipt(three).contains("Vous êtes numéro 1"));

        forum.withdraw(bo);
        assertEquals(List.of("3 2"), waiting(forum), "three do not fit in two places, and the next do");
        assertEquals(303, change(forum, three, 3).status());
        assertEquals(List.of(), waiting(forum), "who no longer wants it gives up their turn");
    }

    @Test
    void placesThatAPartIsGivenGoToThoseWhoWaitButNotToTwoPlacesAtOnce() {
        TestSession forum = forum("parties-agrandies");
        String marcher = part(forum, "Marcher");
        forum.register(5, Map.of("part", marcher));
        String telephone = forum.register(1, Map.of("part", marcher, "telephone", TELEPHONE));
        String moved = forum.register(1, Map.of("part", marcher));
        assertEquals(303, change(forum, moved, 1, "Marcher", "Cuisiner").status());
        programme(forum, "programme.3.from", "11:15", "programme.3.until", "11:45", "programme.2.places", "9");
        assertEquals(List.of("1 1", "1 2"), waiting(forum));
        forum.town().bean(PartPromotions.class).promote();
        assertEquals(List.of("1 2"), waiting(forum), "they are elsewhere at that hour since");
        assertTrue(forum.receipt(telephone).contains("réservé de 11 h à 12 h Marcher"));
        Document desk = forum.coordinator().desk().page("/equipe/" + forum.contract() + forum.path());
        assertTrue(desk.select("#appels ~ ul").text().contains("une place est libre"));
        assertTrue(desk.text().contains("Marcher (liste d’attente)"));
    }

    @Test
    void aPartIsCancelledForOneDayAndHeldAgain() {
        TestSession forum = forum("parties-un-jour");
        String dormir = part(forum, "Dormir");
        String code = forum.register(2, Map.of("part", dormir, "email", EMAIL));
        String desk = forum.path() + "/programme/" + dormir;
        forum.desk(desk + "/annulation", Map.of());
        assertEquals(409, forum.tryAtDesk(desk + "/annulation", Map.of()).status());
        assertEquals(List.of("received", "part_cancelled"), forum.letters());
        assertTrue(forum.receipt(code).contains("Dormir Annulé"));
        await(() -> !page(forum).select("#parts").text().contains("Dormir"), "it can't be chosen that day");
        assertEquals(
                List.of("0"),
                TestTown.rows("SELECT is_cancelled FROM event_part WHERE id = ?", dormir),
                "on the other days it is held");
        programme(forum, "programme.1.from", "10:15");
        assertEquals(List.of("received", "part_cancelled"), forum.letters(), "they know that it is not held");
        forum.desk(desk + "/maintien", Map.of());
        assertEquals(List.of("received", "part_cancelled", "part_changed"), forum.letters());
        await(() -> page(forum).select("#parts").text().contains("Dormir"), "it can be chosen again");
    }

    @Test
    void nobodyIsInTwoPartsAtTheSameHour() {
        TestSession forum = forum("parties-meme-heure");
        String code = forum.register(1, Map.of());
        TestVisitor.Answer refused = change(forum, code, 1, "Dormir", "Cuisiner");
        assertEquals(422, refused.status());
        assertTrue(refused.text().contains("Deux de vos choix sont à la même heure"));
        assertEquals(303, change(forum, code, 1, "Dormir", "Marcher").status(), "one begins when the other ends");
    }

    @Test
    void ofFortyAtOnceForFivePlacesFiveHaveOne() {
        TestSession forum = forum("parties-ruee");
        String marcher = part(forum, "Marcher");
        List<Integer> statuses = TestSession.atOnce(IntStream.range(0, 40)
                .mapToObj(i -> (Callable<Integer>)
                        () -> forum.send(Map.of("first_name", "Awa", "people", "1", "part", marcher))
                                .status())
                .toList());
        assertEquals(40, statuses.stream().filter(status -> status == 303).count());
        assertEquals(List.of("Marcher 5"), taken(forum));
        assertEquals(
                IntStream.rangeClosed(1, 35).mapToObj(turn -> "1 " + turn).toList(),
                waiting(forum),
                "the others wait, each with a turn of their own");
        assertEquals(40, forum.ledger("REGISTRATION"));
    }

    @Test
    void whoWaitsForTheForumChoosesOnceTheyHaveAPlace() {
        TestSession forum = forum("parties-attente");
        String dormir = part(forum, "Dormir");
        forum.change("10:00", "18:00", "2");
        String first = forum.register(2, Map.of("part", dormir));
        String waiting = forum.register(2, Map.of("part", dormir));
        assertEquals(List.of("CONFIRMED 2", "WAITING 2"), forum.parties());
        assertEquals(List.of("Dormir 2"), taken(forum));
        await(() -> page(forum).select("#parts").isEmpty(), "where the forum is full, one waits for it first");
        String change = "/fr/suivi/" + waiting + "/inscription";
        assertTrue(forum.town().visitor().page(change).select("#parts").isEmpty());
        forum.withdraw(first);
        assertEquals(
                3, forum.town().visitor().page(change).select("#parts input").size());
        assertEquals(303, change(forum, waiting, 2, "Dormir").status());
        assertEquals(List.of("Dormir 2"), taken(forum));
    }

    @Test
    void thoseWhoHaveAPlaceAreToldOfWhatChanges() {
        TestSession forum = forum("parties-changees");
        String dormir = part(forum, "Dormir");
        String code = forum.register(2, Map.of("part", dormir, "email", EMAIL));
        forum.register(1, Map.of("part", dormir, "telephone", TELEPHONE));
        forum.register(1, Map.of("part", part(forum, "Marcher"), "email", "autre@exemple.fr"));
        assertEquals(List.of("received", "received"), forum.letters());

        programme(forum, "programme.1.title", "Bien dormir", "programme.1.places", "2");
        assertEquals(List.of("received", "received"), forum.letters(), "another title, fewer places: nobody loses one");
        assertEquals(List.of("Bien dormir 3", "Marcher 1"), taken(forum));
        await(() -> page(forum).select("#parts").text().contains("Bien dormir Complet"), "it is full");

        programme(forum, "programme.1.from", "14:00", "programme.1.until", "15:00");
        assertEquals(List.of("received", "received", "part_changed"), forum.letters());
        Document desk = forum.coordinator().desk().page("/equipe/" + forum.contract() + forum.path());
        assertTrue(desk.select("#appels ~ ul").text().contains("le jour, l’heure ou le programme"));

        programme(forum, "programme.1.cancelled", "oui");
        assertEquals(List.of("received", "received", "part_changed", "part_cancelled"), forum.letters());
        assertTrue(forum.receipt(code).contains("Bien dormir Annulé"));
        assertTrue(page(forum).select("#parts").text().indexOf("Bien dormir") < 0);

        programme(forum, "programme.3.gone", "oui");
        programme(forum, "programme.2.gone", "oui");
        assertEquals(
                List.of("received", "received", "part_changed", "part_cancelled", "part_cancelled"),
                forum.letters(),
                "taken out of the programme, it is not held");
        assertEquals(List.of("Bien dormir 3"), taken(forum));
    }

    @Test
    void theDeskSeesWhoChoseWhatAndAsksForThem() {
        TestSession forum = forum("parties-bureau");
        String dormir = part(forum, "Dormir");
        forum.register(2, Map.of("part", dormir));
        forum.desk(forum.path() + "/inscriptions", Map.of("first_name", "Bo", "people", "3", "part", dormir));
        Document list = forum.coordinator().desk().page("/equipe/" + forum.contract() + forum.path());
        Element row = list.select("#parts ~ table tr:contains(Dormir)").getFirst();
        assertEquals(List.of("5", "12"), row.select("td.n").eachText());
        assertEquals(
                2,
                list.select("[aria-labelledby=registrations] tbody td:contains(Dormir)")
                        .size());
        String resize = list.select("form[action$=/nombre]").attr("action");
        forum.desk(resize.substring(("/equipe/" + forum.contract()).length()), Map.of("people", "4"));
        assertEquals(List.of("Dormir 7"), taken(forum));
        assertEquals(
                422,
                forum.tryAtDesk(resize.substring(("/equipe/" + forum.contract()).length()), Map.of("people", "10"))
                        .status());

        String other = forum.day().plusDays(1).toString();
        forum.change(
                Map.of("from", "10:00", "until", "18:00", "state", "POSTPONED", "reason", "Travaux", "day", other));
        assertEquals(List.of("Dormir 0", "Dormir 7"), taken(forum), "put off, they keep what they chose");
    }

    /** With a stand without places, and three parts: two at once, and one after them with 5 places. */
    private static TestSession forum(String contract) {
        TestSession forum = new TestSession(contract, "");
        programme(
                forum,
                "programme.2.kind",
                "session",
                "programme.2.title",
                "Marcher",
                "programme.2.from",
                "11:00",
                "programme.2.until",
                "12:00",
                "programme.2.places",
                "5");
        programme(
                forum,
                "programme.3.kind",
                "session",
                "programme.3.title",
                "Cuisiner",
                "programme.3.from",
                "10:45",
                "programme.3.until",
                "11:00",
                "programme.3.places",
                "9");
        await(() -> page(forum).select("#parts input").size() == 3, "three parts");
        return forum;
    }

    /** Writes these fields of the event's form at the desk. */
    private static void programme(TestSession forum, String... values) {
        TestVisitor desk = forum.coordinator().desk();
        String address = "/equipe/" + forum.contract() + "/contenus/evenements/forum";
        Document page = desk.page(address);
        Map<String, List<String>> fields = new LinkedHashMap<>();
        for (KeyVal field : ((FormElement) page.select("form.item").getFirst()).formData()) {
            fields.computeIfAbsent(field.key(), key -> new ArrayList<>()).add(field.value());
        }
        for (int i = 0; i < values.length; i += 2) {
            fields.put(values[i], List.of(values[i + 1]));
        }
        TestVisitor.Answer answer = desk.post(
                address,
                fields.entrySet().stream()
                        .flatMap(field -> field.getValue().stream()
                                .map(value -> field.getKey() + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8)))
                        .collect(Collectors.joining("&")));
        assertEquals(303, answer.status(), () -> answer.page().select(".errors").text());
    }

    private static TestVisitor.Answer change(TestSession forum, String code, int people, String... parts) {
        StringBuilder body = new StringBuilder("people=" + people);
        for (String part : parts) {
            body.append("&part=").append(part(forum, part));
        }
        return forum.town().visitor().post("/fr/suivi/" + code + "/inscription", body.toString());
    }

    private static String part(TestSession forum, String title) {
        return TestTown.rows("""
                SELECT p.id FROM event_part p
                JOIN event e ON e.id = p.event_id
                JOIN contract c ON c.id = e.contract_id
                JOIN paragraph t ON t.text_id = p.title_text AND t.language = 'fr'
                WHERE c.slug = ? AND t.body = ?
                """, forum.contract(), title).getFirst();
    }

    /** Of each part and session of which a place was ever taken. */
    private static List<String> taken(TestSession forum) {
        return TestTown.rows("""
                SELECT t.body, s.taken_places FROM session_part s
                JOIN event_part p ON p.id = s.event_part_id
                JOIN event e ON e.id = p.event_id
                JOIN contract c ON c.id = e.contract_id
                JOIN paragraph t ON t.text_id = p.title_text AND t.language = 'fr'
                WHERE c.slug = ?
                ORDER BY t.body, s.taken_places
                """, forum.contract());
    }

    private static List<String> held(TestSession forum) {
        return TestTown.rows("""
                SELECT h.event_part_id FROM registration_part h
                JOIN registration r ON r.id = h.registration_id
                JOIN contract c ON c.id = r.contract_id
                WHERE c.slug = ?
                """, forum.contract());
    }

    /** How many people wait for a part and their turn, in order. */
    private static List<String> waiting(TestSession forum) {
        return TestTown.rows("""
                SELECT r.people, h.waiting_number FROM registration_part h
                JOIN registration r ON r.id = h.registration_id
                JOIN contract c ON c.id = r.contract_id
                WHERE c.slug = ? AND h.waiting_number IS NOT NULL
                ORDER BY h.waiting_number
                """, forum.contract());
    }

    private static Document page(TestSession forum) {
        return forum.town().visitor().page("/fr/" + forum.contract() + forum.path());
    }

    /** Each machine forgets changed pages within half a second. */
    private static void await(BooleanSupplier isSo, String what) {
        for (int i = 0; i < 100 && !isSo.getAsBoolean(); i++) {
            try {
                Thread.sleep(50);
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
        assertTrue(isSo.getAsBoolean(), what);
    }
}
