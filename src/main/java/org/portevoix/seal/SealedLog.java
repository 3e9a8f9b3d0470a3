package org.portevoix.seal;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.transaction.TransactionDefinition.Propagation;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the sealed log, and remembers which head was mailed. */
@Singleton
public class SealedLog {

    private final JdbcOperations database;
    private final Clock clock;

    SealedLog(JdbcOperations database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public Head head() {
        return database.prepareStatement("SELECT number, hash FROM sealed_head WHERE id = 1", query -> {
            try (ResultSet rows = query.executeQuery()) {
                rows.next();
                return new Head(rows.getLong(1), rows.getBytes(2));
            }
        });
    }

    /** Latest first. @param before a line's number: only those with a smaller one */
    @Transactional(readOnly = true)
    public List<Entry> latest(Filter filter, long before, int count) {
        String sql =
                "SELECT number, at, account_id, contract_id, act, subject_kind, subject, detail, previous_hash, hash FROM sealed_line WHERE number < ?"
                        + filter.sql() + " ORDER BY number DESC LIMIT ?";
        return database.prepareStatement(sql, query -> {
            query.setLong(1, before);
            int next = filter.bind(query, 2);
            query.setInt(next, count);
            List<Entry> entries = new ArrayList<>();
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    entries.add(entry(rows));
                }
            }
            return entries;
        });
    }

    /** Whoever ever did something there. @param contractId null of the whole site */
    @Transactional(readOnly = true)
    public List<Long> accounts(@Nullable Long contractId) {
        return strings("account_id", contractId).stream().map(Long::valueOf).toList();
    }

    /** What was ever done there. @param contractId null of the whole site */
    @Transactional(readOnly = true)
    public List<String> acts(@Nullable Long contractId) {
        return strings("act", contractId);
    }

    /** Remembers the head of a day, for the machine that mails it; false when another one does, or did. */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean claim(LocalDate day, Head head) {
        return database.prepareStatement(
                        "INSERT IGNORE INTO sealed_head_mailed (day, number, hash, at) VALUES (?, ?, ?, ?)", insert -> {
                            insert.setObject(1, day);
                            insert.setLong(2, head.number());
                            insert.setBytes(3, head.hash());
                            insert.setObject(4, LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC));
                            return insert.executeUpdate();
                        })
                == 1;
    }

    private List<String> strings(String column, @Nullable Long contractId) {
        Filter filter = new Filter(contractId, null, null);
        return database.prepareStatement(
                "SELECT DISTINCT " + column + " FROM sealed_line WHERE " + column + " IS NOT NULL" + filter.sql()
                        + " ORDER BY " + column,
                query -> {
                    filter.bind(query, 1);
                    List<String> found = new ArrayList<>();
                    try (ResultSet rows = query.executeQuery()) {
                        while (rows.next()) {
                            found.add(rows.getString(1));
                        }
                    }
                    return found;
                });
    }

    private static Entry entry(ResultSet row) throws SQLException {
        return new Entry(
                row.getLong("number"),
                row.getObject("at", LocalDateTime.class).toInstant(ZoneOffset.UTC),
                row.getObject("account_id", Long.class),
                row.getObject("contract_id", Long.class),
                row.getString("act"),
                row.getString("subject_kind"),
                row.getString("subject"),
                row.getString("detail"),
                HexFormat.of().formatHex(row.getBytes("previous_hash")),
                HexFormat.of().formatHex(row.getBytes("hash")));
    }

    /** A line as it is read. @param hash in hexadecimal digits, as the one before */
    public record Entry(
            long number,
            Instant at,
            @Nullable Long accountId,
            @Nullable Long contractId,
            String act,
            String subjectKind,
            String subject,
            String detail,
            String previousHash,
            String hash) {}

    /** Which lines: null for any. */
    public record Filter(
            @Nullable Long contractId,
            @Nullable Long accountId,
            @Nullable String act) {

        private String sql() {
            return (contractId == null ? "" : " AND contract_id = ?")
                    + (accountId == null ? "" : " AND account_id = ?")
                    + (act == null ? "" : " AND act = ?");
        }

        /** Gives the index of the next parameter. */
        private int bind(PreparedStatement query, int first) throws SQLException {
            int next = first;
            if (contractId != null) {
                query.setLong(next++, contractId);
            }
            if (accountId != null) {
                query.setLong(next++, accountId);
            }
            if (act != null) {
                query.setString(next++, act);
            }
            return next;
        }
    }
}
