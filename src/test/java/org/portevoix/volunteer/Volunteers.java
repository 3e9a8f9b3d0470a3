package org.portevoix.volunteer;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.portevoix.TestTown;
import org.portevoix.TestVisitor;

/** People of the test town who offer their help at one mission, and what the database then holds. */
record Volunteers(TestTown town, String contract, String mission) {

    private static int addresses;

    String path() {
        return "/fr/" + contract + "/benevoles/" + mission;
    }

    String desk() {
        return "/equipe/" + contract + "/benevoles";
    }

    /** The slots of the mission, soonest first. */
    List<String> slots() {
        return TestTown.rows("""
                SELECT s.id FROM mission_slot s JOIN mission m ON m.id = s.mission_id JOIN contract c ON c.id = m.contract_id
                WHERE c.slug = ? AND m.slug = ? ORDER BY s.starts_at
                """, contract, mission);
    }

    /** A form as it would be sent, without its key. */
    static Map<String, String> form(String name, String contact, String slot) {
        Map<String, String> form = new TreeMap<>();
        form.put("first_name", name);
        form.put("contact", contact);
        form.put("slot", slot);
        form.put("age", "yes");
        form.put("charter", "yes");
        return form;
    }

    TestVisitor.Answer send(Map<String, String> form) {
        TestVisitor somebody = town.visitor();
        Map<String, String> all = new TreeMap<>(form);
        all.putIfAbsent("key", TestTown.key(somebody.page(path())));
        return somebody.post(path(), all, "X-Forwarded-For", address());
    }

    /** The code of a sign-up that is taken. */
    String code(Map<String, String> form) {
        TestVisitor.Answer answer = send(form);
        if (answer.status() != 303) {
            throw new AssertionError(answer.status() + "\n" + answer.text());
        }
        return answer.location().substring("/fr/suivi/".length());
    }

    void withdraw(String code) {
        town.visitor().post("/fr/suivi/" + code + "/retrait", Map.of(), "X-Forwarded-For", address());
    }

    /** Places of a slot in the order in which they were asked: name and state. */
    static List<String> states(String slot) {
        return TestTown.rows("""
                SELECT COALESCE(s.first_name, '-'), p.state FROM sign_up_place p JOIN sign_up s ON s.id = p.sign_up_id
                WHERE p.slot_id = ? ORDER BY p.id
                """, slot);
    }

    static String place(String slot, String name) {
        return TestTown.rows("""
                SELECT p.id FROM sign_up_place p JOIN sign_up s ON s.id = p.sign_up_id
                WHERE p.slot_id = ? AND s.first_name = ?
                """, slot, name).getFirst();
    }

    /** Acts of this kind in the ledger of the contract, corrections taken off. */
    long ledger(String act) {
        return Long.parseLong(TestTown.rows("""
                SELECT COALESCE(SUM(l.count), 0) FROM ledger_line l JOIN contract c ON c.id = l.contract_id
                WHERE c.slug = ? AND l.act = ?
                """, contract, act).getFirst());
    }

    /** What the slot's row says, and what its places add up to. */
    static void assertCountersTrue(String slot) {
        String kept = TestTown.rows("SELECT held, waiting FROM mission_slot WHERE id = ?", slot)
                .getFirst();
        String counted = TestTown.rows("""
                SELECT CAST(COALESCE(SUM(state IN ('ASKED', 'CONFIRMED', 'DONE', 'ABSENT')), 0) AS SIGNED),
                       CAST(COALESCE(SUM(state = 'WAITING'), 0) AS SIGNED)
                FROM sign_up_place WHERE slot_id = ?
                """, slot).getFirst();
        if (!kept.equals(counted)) {
            throw new AssertionError("kept " + kept + ", counted " + counted);
        }
    }

    static List<TestVisitor.Answer> atOnce(List<Callable<TestVisitor.Answer>> requests) throws Exception {
        List<TestVisitor.Answer> answers = new ArrayList<>();
        try (ExecutorService all = Executors.newFixedThreadPool(requests.size())) {
            for (Future<TestVisitor.Answer> answer : all.invokeAll(requests)) {
                answers.add(answer.get());
            }
        }
        return answers;
    }

    /** One network address after another, so that none sends too much. */
    private static synchronized String address() {
        addresses++;
        return "10.7." + addresses / 250 + "." + (addresses % 250 + 1);
    }
}
