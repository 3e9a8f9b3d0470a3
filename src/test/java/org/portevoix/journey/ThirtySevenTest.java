package org.portevoix.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.micronaut.core.type.Argument;
import io.micronaut.serde.ObjectMapper;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.portevoix.TestTown;
import org.portevoix.TestTown.Coordinator;
import org.portevoix.TestVisitor;

/**
 * Forty opinions are written; three are refused for their tone, two as duplicates, one is taken back: 37 participations,
 * since what is not shown is heard all the same, and what nobody said is not.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ThirtySevenTest {
    private static final int WRITTEN = 40;
    private static final int HEARD = 37;
    private static final String CONTRACT = "bobigny-trente-sept";
    private static final String ASKED = "sante-dans-ma-ville";

    private final TestTown town = TestTown.open();
    private final TestVisitor visitor = town.visitor();

    @BeforeAll
    void writeAndDecide() {
        town.sample(CONTRACT);
        List<String> codes = new ArrayList<>();
        List<String> homes = List.of("courtillieres", "centre-prefecture");
        for (int i = 0; i < WRITTEN; i++) {
            codes.add(town.give(
                    "fr",
                    CONTRACT,
                    ASKED,
                    Map.of(
                            "q-sante-pour-vous",
                            "Avis numéro " + i + ".",
                            "may_show",
                            "yes",
                            "home",
                            homes.get(i % 2))));
        }
        Coordinator coordinator = town.coordinator(CONTRACT);
        refuse(coordinator, "INSULT", 0, 1, 2);
        refuse(coordinator, "DUPLICATE", 3, 4);
        assertEquals(
                303,
                visitor.post("/fr/suivi/" + codes.get(5) + "/retrait", Map.of()).status());
        town.clock().pass(Duration.ofSeconds(61));
    }

    private static void refuse(Coordinator coordinator, String reason, int... numbers) {
        for (int number : numbers) {
            long opinion = coordinator.opinionWith("Avis numéro " + number + ".");
            assertEquals(303, coordinator.refuse(opinion, reason).status());
        }
    }

    @Test
    void everyBreakdownOfTheOpenDataAddsUp() throws IOException {
        String json =
                visitor.get("/api/v1/contracts/" + CONTRACT + "/participation").text();
        Map<String, Object> figures =
                town.bean(ObjectMapper.class).readValue(json, Argument.mapOf(String.class, Object.class));
        assertEquals(HEARD, figures.get("participations"));
        for (String table : List.of("byLevel", "byChannel", "byNeighbourhood", "byAxis", "byMonth")) {
            Map<?, ?> cells = (Map<?, ?>) Objects.requireNonNull(figures.get(table));
            assertEquals(
                    HEARD,
                    cells.values().stream()
                            .mapToInt(cell -> ((Number) cell).intValue())
                            .sum(),
                    table + " " + cells);
        }
        Map<?, ?> levels = (Map<?, ?>) Objects.requireNonNull(figures.get("byLevel"));
        assertEquals(HEARD, levels.get("consulted"));
    }

    @Test
    void everyBreakdownOfTheSpreadsheetAddsUp() {
        List<String> lines = visitor.get("/api/v1/contracts/" + CONTRACT + "/participation.csv")
                .lines();
        assertEquals("table,key,count,asOf,is_hidden", lines.getFirst());
        Map<String, Integer> sums = new TreeMap<>();
        lines.stream()
                .skip(1)
                .map(line -> line.split(",", -1))
                .forEach(cells -> sums.merge(cells[0], Integer.parseInt(cells[2]), Integer::sum));
        assertEquals(0, sums.remove("intentions"));
        assertFalse(sums.size() < 6, sums.toString());
        sums.forEach((table, sum) -> assertEquals(HEARD, sum, table));
    }

    @Test
    void everyTableOfThePageAddsUpInEveryLanguage() {
        for (String language : TestTown.LANGUAGES) {
            List<Element> tables = visitor.page("/" + language + "/" + CONTRACT + "/participation")
                    .select("section table.figures");
            assertEquals(5, tables.size());
            for (Element table : tables) {
                int sum = table.select("tbody tr").stream()
                        .mapToInt(
                                row -> Integer.parseInt(row.select("td").get(0).text()))
                        .sum();
                assertEquals(
                        HEARD, sum, language + " " + table.select("caption").text());
            }
        }
    }

    @Test
    void theLedgerWasCorrectedOnceForEachThatNobodySaid() {
        assertEquals(List.of("40 3"), TestTown.rows("""
                        SELECT SUM(ledger_line.count > 0), SUM(ledger_line.count < 0) FROM ledger_line
                        JOIN contract ON contract.id = ledger_line.contract_id
                        WHERE contract.slug = ?
                        """, CONTRACT));
    }
}
