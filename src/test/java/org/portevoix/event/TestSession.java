package org.portevoix.event;

import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import org.portevoix.TestTown;
import org.portevoix.TestTown.Coordinator;
import org.portevoix.TestVisitor;

/** A session in a small town of its own: residents register for it over HTTP, the coordinator runs it from the desk. */
final class TestSession {
    private final TestTown town;
    private final String contract;
    private final LocalDate day;
    private final Coordinator coordinator;

    /** With so many places; "" for no limit. */
    TestSession(String contract, String places) {
        this(TestTown.open(), contract, places);
    }

    TestSession(TestTown town, String contract, String places) {
        this.town = town;
        this.contract = town.smallTown(contract);
        this.coordinator = town.coordinator(contract);
        this.day = LocalDate.now(town.clock()).plusDays(20);
        desk(
                "/agenda/forum/seance",
                Map.of("day", day.toString(), "from", "18:00", "until", "20:00", "places", places));
    }

    TestTown town() {
        return town;
    }

    String contract() {
        return contract;
    }

    LocalDate day() {
        return day;
    }

    Coordinator coordinator() {
        return coordinator;
    }

    /** After the contract's own address. */
    String path() {
        return "/agenda/forum/" + day;
    }

    /** From the desk, which has to answer 303. */
    TestVisitor.Answer desk(String path, Map<String, String> fields) {
        TestVisitor.Answer answer = tryAtDesk(path, fields);
        if (answer.status() != 303) {
            throw new AssertionError(answer.status() + " for " + path + "\n" + answer.text());
        }
        return answer;
    }

    TestVisitor.Answer tryAtDesk(String path, Map<String, String> fields) {
        Map<String, String> all = new TreeMap<>(fields);
        all.put(
                "csrf",
                coordinator.desk().page("/equipe").select("input[name=csrf]").attr("value"));
        return coordinator.desk().post("/equipe/" + contract + path, all);
    }

    /** The receipt's code of a party that registers. */
    String register(int people, Map<String, String> fields) {
        Map<String, String> all = new TreeMap<>(fields);
        all.putIfAbsent("first_name", "Awa");
        all.put("people", String.valueOf(people));
        TestVisitor.Answer answer = send(all);
        if (answer.status() != 303) {
            throw new AssertionError(answer.status() + "\n" + answer.text());
        }
        return code(answer);
    }

    /** A form, with a key of its own unless it has one; each from its own address, so that no limit is met. */
    TestVisitor.Answer send(Map<String, String> fields) {
        Map<String, String> all = new TreeMap<>(fields);
        all.putIfAbsent("key", key());
        ThreadLocalRandom any = ThreadLocalRandom.current();
        String address = "10." + any.nextInt(256) + "." + any.nextInt(256) + "." + any.nextInt(1, 255);
        return town.visitor().post("/fr/" + contract + path(), all, "X-Forwarded-For", address);
    }

    static String key() {
        byte[] key = new byte[16];
        ThreadLocalRandom.current().nextBytes(key);
        return HexFormat.of().formatHex(key);
    }

    static String code(TestVisitor.Answer answer) {
        return answer.location().substring("/fr/suivi/".length());
    }

    String receipt(String code) {
        return town.visitor().page("/fr/suivi/" + code).text();
    }

    void withdraw(String code) {
        town.visitor().post("/fr/suivi/" + code + "/retrait", Map.of());
    }

    TestVisitor.Answer resize(String code, int people) {
        return town.visitor().post("/fr/suivi/" + code + "/inscription", Map.of("people", String.valueOf(people)));
    }

    void change(String from, String until, String places) {
        change(Map.of("from", from, "until", until, "places", places, "state", "PLANNED"));
    }

    void change(Map<String, String> fields) {
        desk(path() + "/modification", fields);
    }

    static <T> List<T> atOnce(List<Callable<T>> all) {
        try (ExecutorService together = Executors.newFixedThreadPool(64)) {
            List<Future<T>> begun = all.stream().map(together::submit).toList();
            return begun.stream()
                    .map(one -> {
                        try {
                            return one.get();
                        } catch (Exception e) {
                            throw new AssertionError(e);
                        }
                    })
                    .toList();
        }
    }

    /** Each party by its turn: its state and its people. */
    List<String> parties() {
        return rows("""
                SELECT r.state, r.people FROM registration r
                JOIN event_session s ON s.id = r.event_session_id
                JOIN event e ON e.id = s.event_id
                JOIN contract c ON c.id = e.contract_id
                WHERE c.slug = ? AND s.day = ?
                ORDER BY r.number
                """);
    }

    int taken() {
        return Integer.parseInt(rows("""
                SELECT s.taken_places FROM event_session s
                JOIN event e ON e.id = s.event_id
                JOIN contract c ON c.id = e.contract_id
                WHERE c.slug = ? AND s.day = ?
                """).getFirst());
    }

    long ledger(String act) {
        return Long.parseLong(TestTown.rows("""
                SELECT COALESCE(SUM(l.count), 0) FROM ledger_line l
                JOIN contract c ON c.id = l.contract_id
                WHERE c.slug = ? AND l.act = ?
                """, contract, act).getFirst());
    }

    /** What kind of letters were written, in the order of their writing: the beginning of their keys. */
    List<String> letters() {
        return TestTown.rows("""
                SELECT SUBSTRING_INDEX(l.letter_key, '/', 1) FROM letter l
                JOIN contract c ON c.id = l.contract_id
                WHERE c.slug = ? AND l.kind = 'registration'
                ORDER BY l.id
                """, contract);
    }

    private List<String> rows(String sql) {
        return TestTown.rows(sql, contract, day.toString());
    }
}
