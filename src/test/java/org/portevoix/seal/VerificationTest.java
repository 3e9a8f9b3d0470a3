package org.portevoix.seal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.portevoix.TestDatabase;

/** What the log says of itself when whoever owns the database changed it behind its back: in tables that hide them, without triggers. */
class VerificationTest {

    private static final int LINES = 12;
    private static final Clock NOON = Clock.fixed(Instant.parse("2026-11-22T12:00:00.123456Z"), ZoneOffset.UTC);

    private Connection owner;

    @BeforeEach
    void write() throws SQLException {
        close();
        owner = TestDatabase.ownerConnection();
        for (String table : List.of("sealed_line", "sealed_head", "sealed_head_mailed")) {
            run("CREATE TEMPORARY TABLE like_" + table + " LIKE " + table);
            run("CREATE TEMPORARY TABLE " + table + " LIKE like_" + table);
        }
        run("INSERT INTO sealed_head VALUES (1, 0, UNHEX(REPEAT('00', 32)))");
        for (int i = 1; i <= LINES; i++) {
            Chain.append(
                    owner,
                    NOON,
                    List.of(Deed.of(Act.OPINION_DECIDED)
                            .by(7L)
                            .in(i % 2 == 0 ? null : 3L)
                            .about("opinion", i)
                            .saying("PUBLISH")));
        }
    }

    @AfterEach
    void close() throws SQLException {
        if (owner != null) {
            owner.close();
        }
    }

    @Test
    void aLogThatNobodyTouchedIsWholeAndGoesThroughItsHeads() throws SQLException {
        Verification found = verify(head(5), head(LINES));
        assertTrue(found.isWhole());
        assertEquals(LINES, found.lines());
        assertEquals(head(LINES).written(), found.head().written());
    }

    @Test
    void aByteAlteredIsFoundInEachColumn() throws SQLException {
        for (String change : List.of(
                "at = at + INTERVAL 1 MICROSECOND",
                "account_id = 8",
                "account_id = NULL",
                "contract_id = 4",
                "act = 'OPINION_DECIDEe'",
                "subject_kind = 'opinioN'",
                "subject = '61'",
                "detail = 'PUBLISh'")) {
            write();
            run("UPDATE sealed_line SET " + change + " WHERE number = 6");
            assertEquals(List.of("6 ALTERED"), faults(), change);
        }
        write();
        run("UPDATE sealed_line SET hash = CONCAT(LEFT(hash, 31), CHAR(ASCII(RIGHT(hash, 1)) ^ 1)) WHERE number = 6");
        assertEquals(List.of("6 ALTERED", "7 UNLINKED"), faults());
    }

    @Test
    void aLineRemovedIsNamed() throws SQLException {
        run("DELETE FROM sealed_line WHERE number = 6");
        assertEquals(List.of("6 MISSING", "7 UNLINKED"), faults());
        write();
        run("DELETE FROM sealed_line WHERE number = 1");
        assertEquals(List.of("1 MISSING", "2 UNLINKED"), faults());
    }

    @Test
    void aLineRemovedIsNamedThoughTheNumbersWereClosedUp() throws SQLException {
        run("DELETE FROM sealed_line WHERE number = 6");
        run("UPDATE sealed_line SET number = number - 1 WHERE number > 6 ORDER BY number");
        run("UPDATE sealed_head SET number = number - 1");
        assertTrue(faults().containsAll(List.of("6 ALTERED", "6 UNLINKED")), faults()::toString);
    }

    @Test
    void twoLinesSwappedAreNamed() throws SQLException {
        run("UPDATE sealed_line SET number = 99 WHERE number = 4");
        run("UPDATE sealed_line SET number = 4 WHERE number = 9");
        run("UPDATE sealed_line SET number = 9 WHERE number = 99");
        assertEquals(
                List.of("4 ALTERED", "4 UNLINKED", "5 UNLINKED", "9 ALTERED", "9 UNLINKED", "10 UNLINKED"), faults());
    }

    @Test
    void theLastLinesCutOffAreFoundByTheDatabasesOwnHeadAndByTheMailedOne() throws SQLException {
        Head mailed = head(LINES);
        run("DELETE FROM sealed_line WHERE number > 10");
        assertEquals(List.of("11 CUT_OFF", "12 CUT_OFF"), faults());
        moveHead(10);
        assertEquals(List.of(), faults(), "nothing in the database tells any more");
        assertEquals(List.of("11 CUT_OFF", "12 CUT_OFF"), faults(mailed));
    }

    @Test
    void aLogWrittenAnewAfterALineIsFoundByAHeadThatWasKept() throws SQLException {
        Head early = head(3);
        Head late = head(LINES);
        run("DELETE FROM sealed_line WHERE number > 5");
        moveHead(5);
        for (int i = 6; i <= LINES; i++) {
            Chain.append(owner, NOON, List.of(Deed.of(Act.SIGNED_IN).by(7L)));
        }
        assertEquals(List.of(), faults(early), "by itself it is sound");
        assertEquals(List.of(LINES + " REWRITTEN"), faults(early, late));
        run("INSERT INTO sealed_head_mailed VALUES ('2026-11-22', " + LINES + ", UNHEX('"
                + HexFormat.of().formatHex(late.hash()) + "'), NOW(6))");
        assertEquals(List.of(LINES + " REWRITTEN"), faults(), "the heads mailed are kept, and looked at");
    }

    @Test
    void aHeadIsReadAsItIsWritten() throws SQLException {
        Head head = head(LINES);
        assertEquals(
                head.written(),
                Head.read(" " + head.written().toUpperCase(java.util.Locale.ROOT) + "\n")
                        .orElseThrow()
                        .written());
        for (String other : List.of("", "12", "12:", "12:abc", "x:" + "0".repeat(64), "-1:" + "0".repeat(64))) {
            assertTrue(Head.read(other).isEmpty(), other);
        }
    }

    @Test
    void nobodysNameOrWordsPass() {
        Deed deed = Deed.of(Act.INVITED);
        for (String said : List.of("anna@ville.example", "Zoé", "J'ai peur", "<b>", "a\nb", "x".repeat(161))) {
            assertThrows(IllegalArgumentException.class, () -> deed.saying(said), said);
            assertThrows(IllegalArgumentException.class, () -> deed.about("account", said), said);
        }
    }

    private List<String> faults(Head... heads) throws SQLException {
        return verify(heads).faults().stream()
                .map(fault -> fault.number() + " " + fault.kind())
                .toList();
    }

    private Verification verify(Head... heads) throws SQLException {
        return Verification.of(owner, List.of(heads));
    }

    private Head head(long number) throws SQLException {
        try (Statement statement = owner.createStatement();
                var rows = statement.executeQuery("SELECT hash FROM sealed_line WHERE number = " + number)) {
            rows.next();
            return new Head(number, rows.getBytes(1));
        }
    }

    private void moveHead(long number) throws SQLException {
        run("UPDATE sealed_head SET number = " + number + ", hash = (SELECT hash FROM sealed_line WHERE number = "
                + number + ")");
    }

    private void run(String sql) throws SQLException {
        try (Statement statement = owner.createStatement()) {
            statement.execute(sql);
        }
    }
}
