package org.portevoix.participation;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.transaction.TransactionDefinition;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the sums of the ledger that figures are made of and those of the facts behind them, as both are at one moment. Nobody
 * waits for it: the database shows a reader the same moment however long it reads.
 */
@Singleton
class LedgerMoments {
    private final JdbcOperations database;
    private final CubeRepository sums;

    LedgerMoments(JdbcOperations database, CubeRepository sums) {
        this.database = database;
        this.sums = sums;
    }

    @Transactional(readOnly = true, isolation = TransactionDefinition.Isolation.REPEATABLE_READ)
    LedgerMoment read(long contractId) {
        long[] moved = sums.moved(contractId);
        List<CubeCell> cells = sums.find(contractId);
        List<FactGroup> groups = new ArrayList<>();
        for (Dimension dimension : Dimension.values()) {
            if (dimension.hasFacts()) {
                add(groups, contractId, dimension);
            }
        }
        return new LedgerMoment(moved[0], moved[1], cells, groups);
    }

    /** The acts alike that are frequent enough, of each level and of all. */
    private void add(List<FactGroup> groups, long contractId, Dimension dimension) {
        database.prepareStatement("""
                SELECT category, month, act, is_heads, action_sheet_id, channel, level, MAX(is_sensitive) AS is_sensitive,
                    SUM(count) AS counted
                FROM (
                    SELECT category, month, act, act = 'HEAD_COUNT' AND NOT is_sensitive AS is_heads, action_sheet_id,
                        channel, level, is_sensitive, count
                    FROM ledger_fact
                    WHERE contract_id = ?
                    AND dimension = ?
                ) AS fact
                GROUP BY category, month, act, is_heads, action_sheet_id, channel, level WITH ROLLUP
                HAVING channel <> ''
                AND SUM(count) >= IF(is_heads, 1, ?)
                """, statement -> {
            statement.setLong(1, contractId);
            statement.setString(2, dimension.name());
            statement.setLong(3, (long) EvidenceFacts.TIMES * SmallCells.MINIMUM);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    groups.add(group(dimension, row));
                }
            }
            return groups.size();
        });
    }

    private static FactGroup group(Dimension dimension, ResultSet row) throws SQLException {
        long sheet = row.getLong("action_sheet_id");
        return new FactGroup(
                dimension,
                row.getString("category"),
                level(row.getString("level")),
                YearMonth.parse(row.getString("month")),
                Act.valueOf(row.getString("act")),
                row.getBoolean("is_heads"),
                sheet == 0 ? null : sheet,
                Channel.valueOf(row.getString("channel")),
                row.getBoolean("is_sensitive"),
                row.getLong("counted"));
    }

    /** The sum over all levels has none. */
    private static @Nullable ParticipationLevel level(@Nullable String level) {
        return level == null ? null : ParticipationLevel.valueOf(level);
    }
}
