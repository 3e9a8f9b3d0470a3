package org.portevoix.seal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micronaut.transaction.TransactionOperations;
import io.micronaut.transaction.exceptions.TransactionException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.portevoix.TestDatabase;
import org.portevoix.TestTown;
import org.portevoix.TestVisitor;

/** A line of the sealed log and the act it tells: both or neither, one after the other, for good. */
class SealTest {

    private static final TestTown TOWN = TestTown.open();
    private final Seal seal = TOWN.bean(Seal.class);

    @SuppressWarnings("unchecked")
    private final TransactionOperations<Connection> transactions = TOWN.bean(TransactionOperations.class);

    @Test
    void isWholeWhateverTheTestsOfThisRunDid() throws SQLException {
        try (Connection site = TestDatabase.siteConnection()) {
            Verification found = Verification.of(site, List.of());
            assertEquals(List.of(), found.faults());
            assertTrue(found.lines() > 0);
        }
    }

    @Test
    void isNeverRewritten() throws SQLException {
        seal.recordAlone(deed("never"));
        for (Connection connection : List.of(TestDatabase.ownerConnection(), TestDatabase.siteConnection())) {
            try (connection;
                    Statement statement = connection.createStatement()) {
                for (String sql : List.of(
                        "UPDATE sealed_line SET detail = 'x' WHERE subject = 'never'",
                        "DELETE FROM sealed_line WHERE subject = 'never'",
                        "UPDATE sealed_head_mailed SET number = 1",
                        "DELETE FROM sealed_head_mailed")) {
                    if (sql.contains("mailed")) {
                        statement.execute("INSERT IGNORE INTO sealed_head_mailed VALUES ('2001-01-01', 0, '', NOW())");
                    }
                    assertThrows(SQLException.class, () -> statement.executeUpdate(sql), sql);
                }
            }
        }
        assertEquals(1, count("never"));
    }

    @Test
    void refusesToStandAlone() {
        assertThrows(TransactionException.class, () -> seal.record(deed("alone")));
    }

    @Test
    void losesTheLineOfAnActThatFails() throws SQLException {
        assertThrows(
                IllegalStateException.class,
                () -> transactions.executeWrite(status -> {
                    seal.record(deed("failed"));
                    throw new IllegalStateException("the act could not be done");
                }));
        assertEquals(0, count("failed"));
    }

    @Test
    void staysWholeWhenManySealAtOnce() throws Exception {
        int workers = 4;
        int each = 25;
        CountDownLatch start = new CountDownLatch(1);
        try (ExecutorService pool = Executors.newFixedThreadPool(workers)) {
            List<Future<?>> all = new ArrayList<>();
            for (int worker = 0; worker < workers; worker++) {
                int number = worker;
                all.add(pool.submit(() -> {
                    start.await();
                    for (int i = 0; i < each; i++) {
                        boolean isThroughTheSite = number % 2 == 0;
                        if (isThroughTheSite) {
                            seal.recordAlone(deed("at-once"));
                        } else {
                            // As another site would, with a connection of its own.
                            try (Connection other = TestDatabase.siteConnection()) {
                                other.setAutoCommit(false);
                                Chain.append(other, java.time.Clock.systemUTC(), List.of(deed("at-once")));
                                other.commit();
                            }
                        }
                    }
                    return null;
                }));
            }
            start.countDown();
            for (Future<?> one : all) {
                one.get();
            }
        }
        assertEquals(workers * each, count("at-once"));
        try (Connection site = TestDatabase.siteConnection()) {
            assertEquals(List.of(), Verification.of(site, List.of()).faults());
        }
    }

    @Test
    void comingInAndBeingRefusedLeaveALine() {
        TestTown.Coordinator coordinator = TOWN.coordinator(TOWN.smallTown("sceau-entree"));
        String account = TestTown.rows("SELECT id FROM account WHERE email = ?", coordinator.email())
                .getFirst();
        assertEquals(List.of("PASSWORD_CHANGED", "PASSWORD_LINK_MADE", "ROLE_GIVEN", "SIGNED_IN"), about(account));
        TOWN.visitor()
                .post("/equipe/connexion", Map.of("email", coordinator.email(), "password", "ce n'est pas le bon"));
        TestVisitor desk = coordinator.desk();
        String csrf = desk.page("/equipe/sessions").select("input[name=csrf]").attr("value");
        assertEquals(303, desk.post("/equipe/deconnexion", Map.of("csrf", csrf)).status());
        assertTrue(about(account).contains("SIGN_IN_REFUSED"));
        assertEquals(
                List.of("SIGNED_OUT"),
                TestTown.rows(
                        "SELECT act FROM sealed_line WHERE account_id = ? ORDER BY number DESC LIMIT 1", account));
    }

    @Test
    void aFormWithAnErrorLeavesNone() {
        String town = TOWN.smallTown("sceau-avis");
        TestTown.Coordinator coordinator = TOWN.coordinator(town);
        TestVisitor desk = coordinator.desk();
        String csrf = desk.page("/equipe/sessions").select("input[name=csrf]").attr("value");
        String before = last();
        assertEquals(
                422,
                desk.post("/equipe/" + town + "/comptes", Map.of("csrf", csrf, "email", "pas une adresse"))
                        .status());
        assertEquals(before, last());
    }

    @Test
    void whatIsTypedInFromPaperLeavesALineThoughAnotherThreadCommitsIt() {
        String town = TOWN.smallTown("sceau-papier");
        TestTown.Coordinator coordinator = TOWN.coordinator(town);
        String address = "/equipe/" + town + "/questionnaires/avis/saisie";
        Map<String, String> form = new TreeMap<>();
        coordinator
                .desk()
                .page(address)
                .select("main input[type=hidden]")
                .forEach(field -> form.put(field.attr("name"), field.attr("value")));
        form.putAll(Map.of("q-venu", "oui", "channel", "PAPER"));
        TestVisitor.Answer answer = coordinator.desk().post(address, form);
        assertEquals(303, answer.status(), answer.text());
        assertEquals(
                List.of("PAPER_ENTERED consultation avis"),
                TestTown.rows(
                        "SELECT act, subject_kind, subject FROM sealed_line s JOIN contract c ON c.id = s.contract_id"
                                + " WHERE c.slug = ? ORDER BY number DESC LIMIT 1",
                        town));
    }

    @Test
    void aListOfPersonsLeavesALineWhenItIsRead() {
        String town = TOWN.smallTown("sceau-liste");
        TestTown.Coordinator coordinator = TOWN.coordinator(town);
        coordinator.desk().page("/equipe/" + town + "/benevoles");
        assertEquals(
                List.of("PERSONAL_LIST_READ sign_up"),
                TestTown.rows(
                        "SELECT act, subject_kind FROM sealed_line s JOIN contract c ON c.id = s.contract_id WHERE c.slug = ?"
                                + " ORDER BY number DESC LIMIT 1",
                        town));
        String before = last();
        assertEquals(
                404,
                coordinator
                        .desk()
                        .get("/equipe/" + town + "/benevoles/missions/inconnue")
                        .status());
        assertEquals(before, last());
    }

    @Test
    void noLineHoldsWhatSomebodyTyped() {
        assertEquals(
                List.of(),
                TestTown.rows(
                        "SELECT number, subject, detail FROM sealed_line WHERE subject LIKE '%@%' OR detail LIKE '%@%'"));
    }

    private static String last() {
        return TestTown.rows("SELECT COALESCE(MAX(number), 0) FROM sealed_line").getFirst();
    }

    private static List<String> about(String account) {
        return TestTown.rows(
                "SELECT act FROM sealed_line WHERE subject_kind = 'account' AND subject = ? ORDER BY act", account);
    }

    private static Deed deed(String name) {
        return Deed.of(Act.OTHER).about("address", name);
    }

    private static int count(String name) throws SQLException {
        return TestTown.rows("SELECT number FROM sealed_line WHERE subject = '" + name + "'")
                .size();
    }
}
