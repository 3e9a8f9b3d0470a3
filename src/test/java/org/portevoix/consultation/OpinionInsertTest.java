package org.portevoix.consultation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.portevoix.TestTown;
import org.portevoix.TestVisitor;

/** Opinions that arrive at the same moment are committed together, and none suffers from its neighbour. */
class OpinionInsertTest {
    private static final TestTown TOWN = TestTown.open();
    private static final List<String> AGES = List.of("0-19", "20-39", "40-59", "60-74", "75%2B");

    @Test
    void doublesInTheSameMomentAreOneOpinionEachAndTheOthersAreKept() {
        String contract = TOWN.sample("bobigny-ensemble");
        List<String> forms = IntStream.range(0, 40)
                .mapToObj(number -> "key=%032x&q-plu=%d&q-trouve=oui&age=%s"
                        .formatted(0xbeef00 + number, 1 + number % 5, AGES.get(number % 5)))
                .toList();
        Set<String> receipts = ConcurrentHashMap.newKeySet();
        List<String> sent =
                Stream.of(forms, forms, forms).flatMap(List::stream).sorted().toList();
        try (var residents = Executors.newFixedThreadPool(24)) {
            sent.forEach(form -> residents.execute(() -> {
                TestVisitor.Answer answer = TOWN.visitor().post("/fr/" + contract + "/avis/forum-sante", form);
                receipts.add(answer.status() == 303 ? answer.location() : "status " + answer.status());
            }));
        }
        assertEquals(40, receipts.size(), receipts::toString);
        assertEquals(List.of("40 40 80"), TestTown.rows("""
                SELECT (SELECT COUNT(*) FROM opinion o WHERE o.contract_id = c.id),
                       (SELECT SUM(count) FROM ledger_line l WHERE l.contract_id = c.id),
                       (SELECT COUNT(*) FROM answer a JOIN opinion o ON o.id = a.opinion_id WHERE o.contract_id = c.id)
                FROM contract c
                WHERE c.slug = ?
                """, contract));
        assertEquals(
                List.of("0-19 1", "20-39 2", "40-59 3", "60-74 4", "75+ 5"),
                TestTown.rows("""
                SELECT DISTINCT o.age_band, a.scale
                FROM answer a
                JOIN opinion o ON o.id = a.opinion_id
                JOIN contract c ON c.id = o.contract_id
                WHERE c.slug = ?
                  AND a.scale IS NOT NULL
                ORDER BY o.age_band
                """, contract),
                "each opinion has its own answers");
    }
}
