package org.portevoix.committee;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.util.LinkedHashMap;
import java.util.Map;

/** Who sits in the bodies of a contract, in numbers: seats, and how often somebody sat there. */
@Singleton
public class SeatTally {
    private final JdbcOperations database;

    SeatTally(JdbcOperations database) {
        this.database = database;
    }

    /** Of the seats of one sort of holder: how many, how often one was to be occupied at a meeting held, and was. */
    public record Tally(long seats, long expected, long occupied) {}

    /** By holder, as in the table: {@code RESIDENT}, {@code COUNCIL}, {@code PARTNER}... */
    @Transactional(readOnly = true)
    public Map<String, Tally> of(long contractId) {
        return database.prepareStatement("""
                SELECT s.holder, COUNT(DISTINCT s.id) AS seats, COUNT(m.id) AS expected,
                    COALESCE(SUM(a.is_occupied AND m.id IS NOT NULL), 0) AS occupied
                FROM seat s
                JOIN body b ON b.id = s.body_id
                LEFT JOIN attendance a ON a.seat_id = s.id
                LEFT JOIN body_meeting m ON m.id = a.meeting_id AND m.state = 'HELD'
                WHERE b.contract_id = ?
                GROUP BY s.holder
                ORDER BY s.holder
                """, statement -> {
            statement.setLong(1, contractId);
            try (ResultSet row = statement.executeQuery()) {
                Map<String, Tally> tallies = new LinkedHashMap<>();
                while (row.next()) {
                    tallies.put(
                            row.getString("holder"),
                            new Tally(row.getLong("seats"), row.getLong("expected"), row.getLong("occupied")));
                }
                return tallies;
            }
        });
    }
}
