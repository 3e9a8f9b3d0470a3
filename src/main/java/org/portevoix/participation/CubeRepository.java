package org.portevoix.participation;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The SQL of the sums that the report reads. */
@Singleton
class CubeRepository {
    private final JdbcOperations database;

    CubeRepository(JdbcOperations database) {
        this.database = database;
    }

    /** What intentions and participations add up to, with the lines that aren't counted yet. */
    @Transactional(readOnly = true)
    long presentTotal(long contractId) {
        return database.prepareStatement("""
                SELECT
                    (SELECT COALESCE(SUM(count), 0)
                    FROM ledger_cube
                    WHERE contract_id = ?
                    AND dimension = 'ALL'
                    AND level <> '')
                    +
                    (SELECT COALESCE(SUM(count), 0)
                    FROM ledger_uncounted
                    JOIN ledger_line ON ledger_line.id = ledger_uncounted.line_id
                    WHERE contract_id = ?
                    AND kind = 'PARTICIPATION')
                """, statement -> {
            statement.setLong(1, contractId);
            statement.setLong(2, contractId);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? row.getLong(1) : 0;
            }
        });
    }

    /** What the individual acts of participation moved; and the heads, apart. */
    @Transactional(readOnly = true)
    long[] moved(long contractId) {
        return database.prepareStatement("""
                SELECT COALESCE(SUM(IF(act = 'HEAD_COUNT' AND NOT is_sensitive, 0, moved)), 0),
                    COALESCE(SUM(IF(act = 'HEAD_COUNT' AND NOT is_sensitive, moved, 0)), 0)
                FROM ledger_cube
                WHERE contract_id = ?
                AND dimension = 'ALL'
                AND level <> ''
                """, statement -> {
            statement.setLong(1, contractId);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return new long[] {row.getLong(1), row.getLong(2)};
            }
        });
    }

    @Transactional(readOnly = true)
    List<CubeCell> find(long contractId) {
        return find(contractId, "dimension IS NOT NULL");
    }

    /** Sessions held, replies published and seats occupied, alone. */
    @Transactional(readOnly = true)
    List<CubeCell> findActivity(long contractId) {
        return find(
                contractId,
                "(dimension IN ('SESSION', 'SESSION_OF') OR (dimension = 'ACTION' AND act IN ('REPLY', 'SEAT')))");
    }

    /** What the public figures are made of, of one moment. A plain read: it holds up no contribution. */
    @Transactional(readOnly = true)
    List<CubeCell> findPublic(long contractId) {
        return find(contractId, "dimension IN ('ALL', 'ACTION', 'CHANNEL', 'HOME')");
    }

    /** The action sheets (by id) for which a public reply was given and not taken back; lines that aren't counted yet as well. */
    @Transactional(readOnly = true)
    Set<Long> findAnsweredActionSheets(long contractId) {
        return database.prepareStatement("""
                SELECT action_sheet_id
                FROM (
                    SELECT category AS action_sheet_id, count
                    FROM ledger_cube
                    WHERE contract_id = ?
                    AND dimension = 'ACTION'
                    AND act = 'REPLY'
                    AND category <> ''
                    UNION ALL
                    SELECT action_sheet_id, count
                    FROM ledger_uncounted
                    JOIN ledger_line ON ledger_line.id = ledger_uncounted.line_id
                    WHERE contract_id = ?
                    AND act = 'REPLY'
                    AND action_sheet_id IS NOT NULL
                ) AS replies
                GROUP BY action_sheet_id
                HAVING SUM(count) > 0
                """, statement -> {
            statement.setLong(1, contractId);
            statement.setLong(2, contractId);
            try (ResultSet row = statement.executeQuery()) {
                Set<Long> ids = new TreeSet<>();
                while (row.next()) {
                    ids.add(Long.valueOf(row.getString(1)));
                }
                return ids;
            }
        });
    }

    private List<CubeCell> find(long contractId, String which) {
        String sql = """
                SELECT dimension, category, month, act, level, is_sensitive, count, moved
                FROM ledger_cube
                WHERE contract_id = ?
                AND %s
                """.formatted(which);
        return database.prepareStatement(sql, statement -> {
            statement.setLong(1, contractId);
            try (ResultSet row = statement.executeQuery()) {
                List<CubeCell> cells = new ArrayList<>();
                while (row.next()) {
                    String level = row.getString("level");
                    cells.add(new CubeCell(
                            Dimension.valueOf(row.getString("dimension")),
                            row.getString("category"),
                            YearMonth.parse(row.getString("month")),
                            Act.valueOf(row.getString("act")),
                            level.isEmpty() ? null : ParticipationLevel.valueOf(level),
                            row.getBoolean("is_sensitive"),
                            row.getLong("count"),
                            row.getLong("moved")));
                }
                return cells;
            }
        });
    }

    /** The contracts that have any sum. */
    @Transactional(readOnly = true)
    List<Long> findContracts() {
        return database.prepareStatement(
                "SELECT DISTINCT contract_id FROM ledger_cube WHERE dimension = 'ALL'", statement -> {
                    try (ResultSet row = statement.executeQuery()) {
                        List<Long> ids = new ArrayList<>();
                        while (row.next()) {
                            ids.add(row.getLong(1));
                        }
                        return ids;
                    }
                });
    }
}
