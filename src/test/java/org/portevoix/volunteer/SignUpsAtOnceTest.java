package org.portevoix.volunteer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.portevoix.TestTown;
import org.portevoix.TestTown.Coordinator;
import org.portevoix.TestVisitor;
import org.portevoix.web.FormKeys;

/** A slot under a rush, and through a fortnight of changes of mind: N places are N, and freed ones go in order. */
class SignUpsAtOnceTest {

    private final TestTown town = TestTown.open();

    @Test
    void twoHundredAtOnceForTenPlacesAreTenAndAQueue() throws Exception {
        Volunteers forum = new Volunteers(town, town.sample("elan-benevole"), "accueillir-au-forum");
        String slot = forum.slots().getFirst();
        FormKeys keys = town.bean(FormKeys.class);
        List<Callable<TestVisitor.Answer>> rush = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            Map<String, String> form = Volunteers.form("P" + i, "p" + i + "@exemple.fr", slot);
            form.put("key", keys.next());
            rush.add(() -> forum.send(form));
        }
        List<TestVisitor.Answer> answers = Volunteers.atOnce(rush);
        assertEquals(
                Map.of(303, 200L),
                answers.stream().collect(Collectors.groupingBy(TestVisitor.Answer::status, Collectors.counting())));
        List<String> states = Volunteers.states(slot).stream()
                .map(row -> row.substring(row.indexOf(' ') + 1))
                .toList();
        assertEquals(Collections.nCopies(10, "ASKED"), states.subList(0, 10));
        assertEquals(Collections.nCopies(190, "WAITING"), states.subList(10, 200));
        assertEquals(List.of("10 190"), TestTown.rows("SELECT held, waiting FROM mission_slot WHERE id = ?", slot));
        assertEquals(200, forum.ledger("SIGN_UP"));
        assertEquals(0, forum.ledger("TASK"));
        assertEquals(List.of("200"), TestTown.rows("""
                        SELECT COUNT(*) FROM letter WHERE kind = 'sign-up-received'
                        AND contract_id = (SELECT id FROM contract WHERE slug = 'elan-benevole')
                        """));
    }

    @Test
    void oneFormSentTwentyTimesAtOnceIsOneSignUp() throws Exception {
        Volunteers forum = new Volunteers(town, town.sample("double-benevole"), "accueillir-au-forum");
        String slot = forum.slots().getFirst();
        Map<String, String> form = Volunteers.form("Samia", "06 12 34 56 78", slot);
        form.put("key", town.bean(FormKeys.class).next());
        List<TestVisitor.Answer> answers = Volunteers.atOnce(Collections.nCopies(20, () -> forum.send(form)));
        assertEquals(
                1, answers.stream().map(TestVisitor.Answer::location).distinct().count());
        assertEquals(List.of("Samia ASKED"), Volunteers.states(slot));
        assertEquals(1, forum.ledger("SIGN_UP"));
        form.put("first_name", "Nadia");
        forum.code(form);
        assertEquals(List.of("Samia ASKED", "Nadia ASKED"), Volunteers.states(slot));
    }

    @Test
    void anotherSlotChosenTooIsOneReceiptWithTwoPlaces() {
        Volunteers forum = new Volunteers(town, town.sample("deux-creneaux"), "accueillir-au-forum");
        List<String> slots = forum.slots();
        TestVisitor somebody = town.visitor();
        String body = TestVisitor.body(Volunteers.form("Ines", "ines@exemple.fr", slots.get(0))) + "&slot="
                + slots.get(1) + "&key=" + TestTown.key(somebody.page(forum.path()));
        TestVisitor.Answer answer = somebody.post(forum.path(), body);
        assertEquals(303, answer.status(), answer.text());
        assertEquals(2, forum.ledger("SIGN_UP"));
        String receipt = answer.location();
        assertEquals(2, somebody.page(receipt).select(".card.said").size());
        String one = Volunteers.place(slots.get(0), "Ines");
        assertEquals(
                303,
                somebody.post(receipt + "/creneaux/" + one + "/retrait", Map.of())
                        .status());
        assertEquals(List.of("Ines WITHDRAWN"), Volunteers.states(slots.get(0)));
        assertEquals(List.of("Ines ASKED"), Volunteers.states(slots.get(1)));
        assertEquals(1, forum.ledger("SIGN_UP"));
        assertEquals(
                404,
                somebody.post(receipt + "/creneaux/" + one + "/retrait", Map.of())
                        .status());
        String others = Volunteers.place(slots.get(1), "Ines");
        somebody.post(receipt + "/creneaux/" + others + "/retrait", Map.of());
        assertEquals(List.of("- WITHDRAWN"), Volunteers.states(slots.get(1)));
        assertEquals(0, forum.ledger("SIGN_UP"));
    }

    @Test
    void throughAFortnightFreedPlacesGoInOrderAndNoneIsLost() {
        Volunteers forum = new Volunteers(town, town.sample("quinzaine-benevole"), "accueillir-au-forum");
        String slot = forum.slots().getFirst();
        Coordinator coordinator = town.coordinator(forum.contract());
        Random chance = new Random(20261122);
        // What should be: holders in any order, the queue in its own, everybody's code.
        List<String> holders = new ArrayList<>();
        Deque<String> queue = new ArrayDeque<>();
        Map<String, String> codes = new LinkedHashMap<>();
        Map<String, String> expected = new TreeMap<>();
        for (int day = 0; day < 14; day++) {
            for (int i = 0; i < 12; i++) {
                int turn = chance.nextInt(10);
                if (turn < 5 || holders.isEmpty()) {
                    String name = "B" + codes.size();
                    codes.put(name, forum.code(Volunteers.form(name, "b" + codes.size() + "@exemple.fr", slot)));
                    if (holders.size() < 10) {
                        holders.add(name);
                        expected.put(name, "ASKED");
                    } else {
                        queue.add(name);
                        expected.put(name, "WAITING");
                    }
                } else if (turn == 5 && !queue.isEmpty()) {
                    String name = new ArrayList<>(queue).get(chance.nextInt(queue.size()));
                    queue.remove(name);
                    expected.put(name, "WITHDRAWN");
                    forum.withdraw(Objects.requireNonNull(codes.get(name)));
                } else {
                    String name = holders.get(chance.nextInt(holders.size()));
                    String place = Volunteers.place(slot, name);
                    if (turn == 6 && "ASKED".equals(expected.get(name))) {
                        expected.put(name, "CONFIRMED");
                        act(coordinator, place, "confirmation", Map.of());
                    } else {
                        holders.remove(name);
                        if (turn == 7) {
                            expected.put(name, "REFUSED");
                            act(coordinator, place, "refus", Map.of("reason", "ENOUGH"));
                        } else {
                            expected.put(name, "WITHDRAWN");
                            forum.withdraw(Objects.requireNonNull(codes.get(name)));
                        }
                        if (!queue.isEmpty()) {
                            String first = queue.removeFirst();
                            holders.add(first);
                            expected.put(first, "ASKED");
                        }
                    }
                }
            }
            Volunteers.assertCountersTrue(slot);
        }
        Map<String, String> found = new TreeMap<>();
        codes.forEach((name, code) -> found.put(name, state(town, code)));
        assertEquals(expected, found);
        assertTrue(expected.containsValue("WAITING") && expected.containsValue("REFUSED"), expected.toString());
        long gone = expected.values().stream()
                .filter(state -> state.equals("WITHDRAWN") || state.equals("REFUSED"))
                .count();
        assertEquals(codes.size() - gone, forum.ledger("SIGN_UP"));
        System.out.println("A fortnight: " + codes.size() + " people, "
                + expected.values().stream().collect(Collectors.groupingBy(state -> state, Collectors.counting())));
    }

    private static void act(Coordinator coordinator, String place, String what, Map<String, String> fields) {
        Map<String, String> all = new TreeMap<>(fields);
        String list = "/equipe/" + coordinator.contract() + "/benevoles";
        all.put("csrf", coordinator.desk().page(list).select("input[name=csrf]").attr("value"));
        TestVisitor.Answer answer = coordinator.desk().post(list + "/inscriptions/" + place + "/" + what, all);
        assertEquals(303, answer.status(), answer.text());
        assertTrue(answer.location().endsWith("fait=" + what), answer.location());
    }

    /** Where the place of this receipt stands. */
    private static String state(TestTown town, String code) {
        byte[] hash = town.bean(org.portevoix.receipt.ReceiptCodes.class).hash(code);
        return TestTown.rows("""
                SELECT p.state FROM sign_up_place p JOIN sign_up s ON s.id = p.sign_up_id WHERE s.receipt_hash = ?
                """, (Object) hash).getFirst();
    }
}
