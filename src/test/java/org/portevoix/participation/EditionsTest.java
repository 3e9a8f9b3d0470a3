package org.portevoix.participation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.micronaut.test.support.TestPropertyProvider;
import io.micronaut.transaction.TransactionOperations;
import io.micronaut.transaction.exceptions.IllegalTransactionStateException;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.portevoix.TestDatabase;

@MicronautTest(transactional = false)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EditionsTest implements TestPropertyProvider {
    /** Contracts that only the ledger knows. */
    private static final long FIRST = 1_000_000;

    private static final YearMonth MAY = YearMonth.of(2027, 5);

    @Inject
    Ledger ledger;

    @Inject
    EditionRepository repository;

    @Inject
    LedgerCube cube;

    @Inject
    TransactionOperations<Connection> transactions;

    private final SetClock clock = new SetClock();

    @Override
    public Map<String, String> getProperties() {
        return TestDatabase.properties().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> String.valueOf(entry.getValue())));
    }

    @Nested
    class TheLedger {
        @Test
        void takesNoLineOutsideATransaction() {
            assertThrows(IllegalTransactionStateException.class, () -> ledger.record(opinion(FIRST + 1)));
        }

        @Test
        void losesTheLineOfAContributionThatFails() {
            assertThrows(
                    IllegalStateException.class,
                    () -> transactions.executeWrite(status -> {
                        ledger.record(opinion(FIRST + 2));
                        throw new IllegalStateException("the opinion could not be kept");
                    }));
            assertEquals(0, counted(FIRST + 2).actCount());
        }

        @Test
        void isNeverRewritten() throws SQLException {
            write(opinion(FIRST + 3));
            for (Connection connection : List.of(TestDatabase.ownerConnection(), TestDatabase.siteConnection())) {
                try (connection;
                        Statement statement = connection.createStatement()) {
                    assertThrows(
                            SQLException.class,
                            () -> statement.executeUpdate(
                                    "UPDATE ledger_line SET count = 2 WHERE contract_id = " + (FIRST + 3)));
                    assertThrows(
                            SQLException.class,
                            () -> statement.executeUpdate(
                                    "DELETE FROM ledger_line WHERE contract_id = " + (FIRST + 3)));
                }
            }
        }

        @Test
        void takesAnActBackByALineOfTheSameKind() {
            write(opinion(FIRST + 4), opinion(FIRST + 4), opinion(FIRST + 4).corrected());
            LedgerCount count = counted(FIRST + 4);
            assertEquals(3, count.actCount());
            assertEquals(1, count.cells().getFirst().acts());
        }

        @Test
        void givesIdsThatNoOrderLinks() throws SQLException {
            for (int line = 0; line < 12; line++) {
                write(EditionsTest.opinion(FIRST + 5).home("home-" + line).build());
            }
            try (Connection site = TestDatabase.siteConnection();
                    Statement statement = site.createStatement();
                    ResultSet rows = statement.executeQuery(
                            "SELECT GROUP_CONCAT(home ORDER BY id SEPARATOR ' ') FROM ledger_line WHERE contract_id = "
                                    + (FIRST + 5))) {
                rows.next();
                String inOrder = Stream.iterate(0, line -> line + 1)
                        .limit(12)
                        .map(line -> "home-" + line)
                        .collect(Collectors.joining(" "));
                assertTrue(!rows.getString(1).equals(inOrder));
            }
        }

        private LedgerLine opinion(long contract) {
            return EditionsTest.opinion(contract).build();
        }
    }

    @Test
    void thereIsNoEditionBeforeTheMinimumOfActs() {
        assertEquals(0, editions().current(FIRST + 11).number());
        write(times(4, opinion(FIRST + 11).build()));
        clock.pass(Duration.ofSeconds(3));
        assertEquals(0, editions().current(FIRST + 11).number());
        write(opinion(FIRST + 11).build());
        clock.pass(Duration.ofSeconds(3));
        assertEquals(5, total(editions().current(FIRST + 11)));
    }

    @Test
    void aNewEditionWaitsForTheMinimumOfActsAndForAMinute() {
        Editions editions = editions();
        write(times(5, opinion(FIRST + 12).build()));
        assertEquals(1, editions.current(FIRST + 12).number());
        write(times(4, opinion(FIRST + 12).build()));
        clock.pass(Duration.ofSeconds(61));
        assertEquals(1, editions.current(FIRST + 12).number());
        write(opinion(FIRST + 12).build());
        clock.pass(Duration.ofSeconds(3));
        assertEquals(2, editions.current(FIRST + 12).number());
        write(times(20, opinion(FIRST + 12).build()));
        clock.pass(Duration.ofSeconds(57));
        assertEquals(2, editions.current(FIRST + 12).number());
        clock.pass(Duration.ofSeconds(4));
        assertEquals(30, total(editions.current(FIRST + 12)));
    }

    @Test
    void correctionsCountAsNewsToo() {
        Editions editions = editions();
        write(times(10, opinion(FIRST + 13).build()));
        assertEquals(10, total(editions.current(FIRST + 13)));
        write(times(5, opinion(FIRST + 13).build().corrected()));
        clock.pass(Duration.ofSeconds(61));
        assertEquals(5, total(editions.current(FIRST + 13)));
    }

    @Test
    void oneHeadCountMakesAnEdition() {
        Editions editions = editions();
        write(opinion(FIRST + 14).build());
        editions.current(FIRST + 14);
        write(LedgerLine.participation(FIRST + 14, MAY, Act.HEAD_COUNT, ParticipationLevel.SPECTATOR, Channel.MEETING)
                .count(2)
                .build());
        clock.pass(Duration.ofSeconds(61));
        assertEquals(1, editions.current(FIRST + 14).number());
    }

    @Test
    void manyReadersAtOnceMakeOneEdition() throws Exception {
        write(times(9, opinion(FIRST + 15).build()));
        List<Callable<Integer>> readers = Stream.generate(this::editions)
                .limit(16)
                .<Callable<Integer>>map(each -> () -> total(each.current(FIRST + 15)))
                .toList();
        try (ExecutorService machines = Executors.newFixedThreadPool(8)) {
            Set<Integer> totals = machines.invokeAll(readers).stream()
                    .map(done -> done.resultNow())
                    .collect(Collectors.toSet());
            assertEquals(Set.of(9), totals);
        }
        assertEquals(1, repository.findLast(FIRST + 15).orElseThrow().number());
    }

    @Test
    void aReplacedEditionOfTheSameDayKeepsItsNumberAndNotItsFigures() {
        Editions editions = editions();
        write(times(5, opinion(FIRST + 16).build()));
        Edition first = editions.current(FIRST + 16);
        for (int edition = 0; edition < 3; edition++) {
            write(times(5, opinion(FIRST + 16).build()));
            clock.pass(Duration.ofSeconds(61));
            editions.current(FIRST + 16);
        }
        assertEquals(4, repository.findLast(FIRST + 16).orElseThrow().number());
        assertEquals(List.of(), repository.findCells(first.id()));
    }

    private Editions editions() {
        return new Editions(repository, cube, SampleSubject.of(1, 1, 2), clock);
    }

    private LedgerCount counted(long contract) {
        cube.count();
        return cube.read(contract);
    }

    private static int total(Edition edition) {
        return edition.cells().stream()
                .filter(cell -> cell.breakdown() == Breakdown.MONTH)
                .mapToInt(cell -> (int) (cell.acts() + cell.heads()))
                .sum();
    }

    private static LedgerLine.Builder opinion(long contract) {
        return LedgerLine.participation(contract, MAY, Act.OPINION, ParticipationLevel.CONSULTED, Channel.WEB);
    }

    private static LedgerLine[] times(int count, LedgerLine line) {
        return Stream.generate(() -> line).limit(count).toArray(LedgerLine[]::new);
    }

    private void write(LedgerLine... lines) {
        transactions.executeWrite(status -> {
            for (LedgerLine line : lines) {
                ledger.record(line);
            }
            return lines.length;
        });
    }
}
