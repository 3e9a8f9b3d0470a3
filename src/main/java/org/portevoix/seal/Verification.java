package org.portevoix.seal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The sealed log, read whole and reckoned anew. It proves that nothing before a head was altered, removed or reordered, to whoever kept
 * that head elsewhere: one who can write in the database could write its last lines, and its own head, anew.
 *
 * @param lines how many were read
 * @param head the last
 * @param faults in the order of the lines; none where all holds
 */
public record Verification(long lines, Head head, List<Fault> faults) {

    private static final int ROWS_AT_ONCE = 2_000;
    /** Beyond, the numbers of missing lines are not told one by one. */
    private static final int MOST_MISSING = 1_000;

    private static final Head NONE = new Head(0, new byte[32]);

    public boolean isWhole() {
        return faults.isEmpty();
    }

    /** @param given heads that somebody kept */
    public static Verification of(Connection connection, List<Head> given) throws SQLException {
        Reading reading = new Reading();
        reading.await(given, Source.GIVEN);
        boolean commits = connection.getAutoCommit();
        // One moment for the heads and the lines, while the site goes on writing.
        connection.setAutoCommit(false);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        try {
            reading.await(heads(connection, "SELECT number, hash FROM sealed_head WHERE id = 1"), Source.STORED);
            reading.await(heads(connection, "SELECT number, hash FROM sealed_head_mailed ORDER BY day"), Source.MAILED);
            while (reading.read(connection)) {}
            reading.end();
        } finally {
            connection.rollback();
            connection.setAutoCommit(commits);
        }
        return new Verification(reading.lines, reading.last, List.copyOf(reading.faults));
    }

    private static List<Head> heads(Connection connection, String sql) throws SQLException {
        List<Head> heads = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement(sql);
                ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                heads.add(new Head(rows.getLong(1), rows.getBytes(2)));
            }
        }
        return heads;
    }

    /** Something that does not hold. @param number of the line */
    public record Fault(long number, Kind kind, Source source) {}

    /** What was done to a line. */
    public enum Kind {
        /** Its fingerprint is not that of its content. */
        ALTERED,
        /** It does not name the fingerprint of the line before. */
        UNLINKED,
        MISSING,
        /** A head says that it was there. */
        CUT_OFF,
        /** A head says that its fingerprint was another. */
        REWRITTEN
    }

    /** By what one knows. */
    public enum Source {
        LINE,
        GIVEN,
        STORED,
        MAILED
    }

    private record Awaited(Head head, Source source) {}

    /** The lines as they come. */
    private static final class Reading {
        private final Map<Long, List<Awaited>> awaited = new LinkedHashMap<>();
        private final List<Fault> faults = new ArrayList<>();
        private long lines;
        private Head last = NONE;

        void await(List<Head> heads, Source source) {
            heads.forEach(head -> awaited.computeIfAbsent(head.number(), number -> new ArrayList<>())
                    .add(new Awaited(head, source)));
        }

        /** Whether there may be more. */
        boolean read(Connection connection) throws SQLException {
            int rowsRead = 0;
            try (PreparedStatement query = connection.prepareStatement("""
                    SELECT number, at, account_id, contract_id, act, subject_kind, subject, detail, previous_hash, hash
                    FROM sealed_line
                    WHERE number > ?
                    ORDER BY number
                    LIMIT ?
                    """)) {
                query.setLong(1, lines == 0 ? Long.MIN_VALUE : last.number());
                query.setInt(2, ROWS_AT_ONCE);
                try (ResultSet rows = query.executeQuery()) {
                    while (rows.next()) {
                        check(line(rows), rows.getBytes("hash"));
                        rowsRead++;
                    }
                }
            }
            return rowsRead == ROWS_AT_ONCE;
        }

        private static SealedLine line(ResultSet row) throws SQLException {
            return new SealedLine(
                    row.getLong("number"),
                    row.getObject("at", LocalDateTime.class).toInstant(ZoneOffset.UTC),
                    number(row, "account_id"),
                    number(row, "contract_id"),
                    row.getString("act"),
                    row.getString("subject_kind"),
                    row.getString("subject"),
                    row.getString("detail"),
                    row.getBytes("previous_hash"));
        }

        private static @Nullable Long number(ResultSet row, String column) throws SQLException {
            long number = row.getLong(column);
            return row.wasNull() ? null : number;
        }

        private void check(SealedLine line, byte[] hash) {
            missing(last.number() + 1, line.number() - 1, Kind.MISSING, Source.LINE);
            if (!Arrays.equals(line.hash(), hash)) {
                fault(line.number(), Kind.ALTERED, Source.LINE);
            }
            if (!Arrays.equals(line.previousHash(), last.hash())) {
                fault(line.number(), Kind.UNLINKED, Source.LINE);
            }
            for (Awaited one : awaited.getOrDefault(line.number(), List.of())) {
                if (!Arrays.equals(one.head().hash(), hash)) {
                    fault(line.number(), Kind.REWRITTEN, one.source());
                }
            }
            last = new Head(line.number(), hash);
            lines++;
        }

        void end() {
            awaited.values().stream()
                    .flatMap(List::stream)
                    .filter(one -> one.head().number() > last.number())
                    .max(java.util.Comparator.comparing(one -> one.head().number()))
                    .ifPresent(one -> missing(last.number() + 1, one.head().number(), Kind.CUT_OFF, one.source()));
            // Lines added after the head that the database keeps: the head was moved back.
            boolean isBehind = awaited.values().stream()
                    .flatMap(List::stream)
                    .anyMatch(one -> one.source() == Source.STORED && one.head().number() < last.number());
            if (isBehind) {
                fault(last.number(), Kind.REWRITTEN, Source.STORED);
            }
        }

        private void missing(long from, long to, Kind kind, Source source) {
            for (long number = from; number <= to && number < from + MOST_MISSING; number++) {
                fault(number, kind, source);
            }
        }

        private void fault(long number, Kind kind, Source source) {
            faults.add(new Fault(number, kind, source));
        }
    }
}
