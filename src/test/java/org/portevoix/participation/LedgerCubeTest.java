package org.portevoix.participation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.portevoix.TestTown;

class LedgerCubeTest {
    /** A contract that only the ledger knows. */
    private static final long CONTRACT = 7_700_000;

    private final TestTown town = TestTown.open();
    private final LedgerCube cube = town.bean(LedgerCube.class);

    @Test
    void eachLineIsCountedOnceWhoeverCounts() throws Exception {
        for (int line = 0; line < 60; line++) {
            write(
                    line % 7 == 3 ? -1 : 1 + line % 3,
                    line % 2 == 0 ? "2027-01" : "2027-02",
                    line % 5 == 0 ? null : "centre");
        }
        try (ExecutorService machines = Executors.newFixedThreadPool(3)) {
            List<Future<?>> counting = IntStream.range(0, 3)
                    .<Future<?>>mapToObj(unused -> machines.submit(cube::count))
                    .toList();
            for (Future<?> each : counting) {
                each.get();
            }
        }
        List<String> lines = TestTown.rows("""
                SELECT month, COALESCE(home, ''), SUM(count), SUM(ABS(count)) FROM ledger_line WHERE contract_id = ?
                GROUP BY 1, 2 ORDER BY 1, 2
                """, CONTRACT);
        assertEquals(4, lines.size());
        assertEquals(lines, sums());
        assertTrue(cube.rebuild(unused -> {}) >= 60);
        assertEquals(lines, sums());
        assertEquals(
                List.of(),
                TestTown.rows(
                        "SELECT 1 FROM ledger_uncounted u JOIN ledger_line l ON l.id = u.line_id WHERE l.contract_id = ?",
                        CONTRACT));
    }

    @Test
    void whatIsNotCountedYetIsInThePresentTotal() {
        long before = town.bean(EvidenceEditions.class).presentTotal(CONTRACT + 1);
        TestTown.update("""
                INSERT INTO ledger_line (id, contract_id, kind, month, act, level, channel, count)
                VALUES (RANDOM_BYTES(16), ?, 'PARTICIPATION', '2027-01', 'OPINION', 'CONSULTED', 'WEB', 4)
                """, CONTRACT + 1);
        assertEquals(before + 4, town.bean(EvidenceEditions.class).presentTotal(CONTRACT + 1));
        cube.count();
        assertEquals(before + 4, town.bean(EvidenceEditions.class).presentTotal(CONTRACT + 1));
    }

    @Test
    void theTimeGivenIsTheSameBeforeAndAfterItIsCounted() {
        TimeGiven time = town.bean(TimeGiven.class);
        for (int minutes : new int[] {90, 45, -45, 30}) {
            TestTown.update("""
                    INSERT INTO ledger_line (id, contract_id, kind, month, act, level, channel, mission_id, minutes, count)
                    VALUES (RANDOM_BYTES(16), ?, 'PARTICIPATION', '2027-01', 'TASK', 'ACTOR', 'WEB', 12, ?, ?)
                    """, CONTRACT + 2, minutes, minutes < 0 ? -1 : 1);
        }
        assertEquals(Map.of(12L, 120), time.minutesByMission(CONTRACT + 2));
        cube.count();
        assertEquals(Map.of(12L, 120), time.minutesByMission(CONTRACT + 2));
        cube.rebuild(unused -> {});
        assertEquals(Map.of(12L, 120), time.minutesByMission(CONTRACT + 2));
        assertEquals(Map.of(), time.minutesByMission(CONTRACT + 3));
    }

    private static List<String> sums() {
        List<String> sums = TestTown.rows("""
                SELECT month, category, SUM(count), SUM(moved) FROM ledger_cube WHERE contract_id = ? AND dimension = 'HOME'
                GROUP BY 1, 2 ORDER BY 1, 2
                """, CONTRACT);
        assertTrue(!sums.isEmpty());
        return sums;
    }

    private static void write(int count, String month, @org.jspecify.annotations.Nullable String home) {
        TestTown.update("""
                INSERT INTO ledger_line (id, contract_id, kind, month, act, level, channel, home, count)
                VALUES (RANDOM_BYTES(16), ?, 'PARTICIPATION', ?, 'OPINION', 'CONSULTED', 'WEB', ?, ?)
                """, CONTRACT, month, home, count);
    }
}
