package org.portevoix.participation;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.util.HashMap;
import java.util.Map;

/** The time that residents gave to missions, as the ledger has it: sums, and the lines that aren't in them yet. For the team: a mission can have one volunteer. */
@Singleton
public class TimeGiven {

    private final JdbcOperations database;

    TimeGiven(JdbcOperations database) {
        this.database = database;
    }

    /** Minutes by the id of the mission, corrections taken off. */
    @Transactional(readOnly = true)
    public Map<Long, Integer> minutesByMission(long contractId) {
        return database.prepareStatement("""
                SELECT mission_id, SUM(minutes) AS minutes
                FROM (
                    SELECT mission_id, minutes
                    FROM ledger_time
                    WHERE contract_id = ?
                    UNION ALL
                    SELECT mission_id, minutes
                    FROM ledger_uncounted
                    JOIN ledger_line ON ledger_line.id = ledger_uncounted.line_id
                    WHERE contract_id = ?
                    AND mission_id IS NOT NULL
                    AND minutes IS NOT NULL
                ) AS given
                GROUP BY mission_id
                """, statement -> {
            statement.setLong(1, contractId);
            statement.setLong(2, contractId);
            try (ResultSet row = statement.executeQuery()) {
                Map<Long, Integer> minutes = new HashMap<>();
                while (row.next()) {
                    minutes.put(row.getLong("mission_id"), row.getInt("minutes"));
                }
                return minutes;
            }
        });
    }
}
