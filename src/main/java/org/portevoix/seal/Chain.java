package org.portevoix.seal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Adds lines to the log, on the connection of what they tell, just before it commits. Whoever adds holds the head's row until
 * then: the last lock that a transaction takes, so that nobody who holds it waits for another.
 */
public final class Chain {

    private Chain() {}

    /** In the transaction of this connection. */
    public static void append(Connection connection, Clock clock, List<Deed> deeds) throws SQLException {
        Head head = hold(connection);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        try (PreparedStatement insert = connection.prepareStatement("""
                INSERT INTO sealed_line (number, at, account_id, contract_id, act, subject_kind, subject, detail,
                    previous_hash, hash)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """)) {
            for (Deed deed : deeds) {
                SealedLine line = SealedLine.after(head, now, deed);
                byte[] hash = line.hash();
                add(insert, line, hash);
                head = new Head(line.number(), hash);
            }
            insert.executeBatch();
        }
        try (PreparedStatement move =
                connection.prepareStatement("UPDATE sealed_head SET number = ?, hash = ? WHERE id = 1")) {
            move.setLong(1, head.number());
            move.setBytes(2, head.hash());
            move.executeUpdate();
        }
    }

    private static Head hold(Connection connection) throws SQLException {
        try (PreparedStatement query =
                        connection.prepareStatement("SELECT number, hash FROM sealed_head WHERE id = 1 FOR UPDATE");
                ResultSet rows = query.executeQuery()) {
            if (!rows.next()) {
                throw new SQLException("The sealed log has lost its head");
            }
            return new Head(rows.getLong(1), rows.getBytes(2));
        }
    }

    private static void add(PreparedStatement insert, SealedLine line, byte[] hash) throws SQLException {
        insert.setLong(1, line.number());
        insert.setObject(2, LocalDateTime.ofInstant(line.at(), ZoneOffset.UTC));
        number(insert, 3, line.accountId());
        number(insert, 4, line.contractId());
        insert.setString(5, line.act());
        insert.setString(6, line.subjectKind());
        insert.setString(7, line.subject());
        insert.setString(8, line.detail());
        insert.setBytes(9, line.previousHash());
        insert.setBytes(10, hash);
        insert.addBatch();
    }

    private static void number(PreparedStatement statement, int index, @Nullable Long number) throws SQLException {
        if (number == null) {
            statement.setNull(index, Types.BIGINT);
        } else {
            statement.setLong(index, number);
        }
    }
}
