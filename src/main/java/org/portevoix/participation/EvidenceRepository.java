package org.portevoix.participation;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The SQL of the report's frozen tables. */
@Singleton
class EvidenceRepository {
    private static final String COLUMNS = "period, cut, category, part, acts, sensitive_acts, heads, moved, is_hidden";
    private static final int BATCH = 5_000;

    private final JdbcOperations database;

    EvidenceRepository(JdbcOperations database) {
        this.database = database;
    }

    /** An edition, without its cells. */
    record Row(long id, int number, Instant asOf, long actCount, long headCount) {}

    /** The last one of a contract. */
    @Transactional(readOnly = true)
    Optional<Row> findLast(long contractId) {
        return find("""
                SELECT id, number, as_of, act_count, head_count
                FROM evidence_edition
                WHERE contract_id = ?
                ORDER BY number DESC
                LIMIT 1
                """, contractId).stream().findFirst();
    }

    /** All editions, the latest first; of those between which heads alone came, the first, which shows the most. */
    @Transactional(readOnly = true)
    List<Row> findCompared(long contractId) {
        return find("""
                SELECT id, number, as_of, act_count, head_count
                FROM evidence_edition edition
                WHERE contract_id = ?
                AND NOT EXISTS (
                    SELECT 1
                    FROM evidence_edition earlier
                    WHERE earlier.contract_id = edition.contract_id
                    AND earlier.act_count = edition.act_count
                    AND earlier.number < edition.number)
                ORDER BY number DESC
                """, contractId);
    }

    private List<Row> find(String sql, long contractId) {
        return database.prepareStatement(sql, statement -> {
            statement.setLong(1, contractId);
            try (ResultSet row = statement.executeQuery()) {
                List<Row> rows = new ArrayList<>();
                while (row.next()) {
                    rows.add(new Row(
                            row.getLong("id"),
                            row.getInt("number"),
                            row.getObject("as_of", LocalDateTime.class).toInstant(ZoneOffset.UTC),
                            row.getLong("act_count"),
                            row.getLong("head_count")));
                }
                return rows;
            }
        });
    }

    /** All the cells of an edition. */
    @Transactional(readOnly = true)
    List<EvidenceCell> findCells(long editionId) {
        return find("SELECT " + COLUMNS + " FROM evidence_cell WHERE edition_id = ?", editionId, Optional.empty());
    }

    /** Those of one period. */
    @Transactional(readOnly = true)
    List<EvidenceCell> findCells(long editionId, Period period) {
        return find(
                "SELECT " + COLUMNS + " FROM evidence_cell WHERE edition_id = ? AND period = ?",
                editionId,
                Optional.of(period));
    }

    @Transactional(readOnly = true)
    List<Period> findPeriods(long editionId) {
        return database.prepareStatement(
                "SELECT period FROM evidence_cell WHERE edition_id = ? AND cut = 'TOTAL' ORDER BY period DESC",
                statement -> {
                    statement.setLong(1, editionId);
                    try (ResultSet row = statement.executeQuery()) {
                        List<Period> periods = new ArrayList<>();
                        while (row.next()) {
                            periods.add(new Period(row.getString(1)));
                        }
                        return periods;
                    }
                });
    }

    /**
     * Adds an edition whole; of two with the same number, the second meets the unique key. The facts of the editions before
     * it go.
     */
    @Transactional
    void insert(
            long contractId,
            int number,
            Instant asOf,
            long actCount,
            long headCount,
            List<EvidenceCell> cells,
            List<EvidenceFact> facts) {
        long id = database.execute(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(
                    "INSERT INTO evidence_edition (contract_id, number, as_of, act_count, head_count) VALUES (?, ?, ?, ?, ?)",
                    Statement.RETURN_GENERATED_KEYS)) {
                statement.setLong(1, contractId);
                statement.setInt(2, number);
                statement.setObject(3, LocalDateTime.ofInstant(asOf, ZoneOffset.UTC));
                statement.setLong(4, actCount);
                statement.setLong(5, headCount);
                statement.executeUpdate();
                try (ResultSet keys = statement.getGeneratedKeys()) {
                    keys.next();
                    return keys.getLong(1);
                }
            }
        });
        database.prepareStatement(
                "INSERT INTO evidence_cell (edition_id, " + COLUMNS + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                statement -> {
                    for (EvidenceCell cell : cells) {
                        statement.setLong(1, id);
                        statement.setString(2, cell.name().period().key());
                        statement.setString(3, cell.name().cut().name());
                        statement.setString(4, cell.name().category());
                        statement.setString(5, cell.name().part());
                        statement.setLong(6, cell.acts());
                        statement.setLong(7, cell.sensitiveActs());
                        statement.setLong(8, cell.heads());
                        statement.setLong(9, cell.moved());
                        statement.setBoolean(10, cell.isHidden());
                        statement.addBatch();
                    }
                    return statement.executeBatch().length;
                });
        database.prepareStatement("""
                DELETE FROM evidence_fact
                WHERE edition_id IN (SELECT id FROM evidence_edition WHERE contract_id = ?)
                """, statement -> {
            statement.setLong(1, contractId);
            return statement.executeUpdate();
        });
        insertFacts(id, facts);
    }

    private void insertFacts(long editionId, List<EvidenceFact> facts) {
        database.prepareStatement("""
                INSERT INTO evidence_fact (edition_id, position, cut, category, level, month, act, action_sheet_id, action,
                    axis, channel, at_least)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """, statement -> {
            int position = 0;
            for (EvidenceFact fact : facts) {
                statement.setLong(1, editionId);
                statement.setInt(2, position++);
                statement.setString(3, fact.cut().name());
                statement.setString(4, fact.category());
                statement.setString(5, fact.levelKey());
                statement.setString(6, fact.month().toString());
                statement.setString(7, fact.act().name());
                statement.setObject(8, fact.sheet());
                statement.setString(9, fact.action());
                statement.setString(10, fact.axis());
                statement.setString(11, fact.channel().name());
                statement.setLong(12, fact.atLeast());
                statement.addBatch();
                if (position % BATCH == 0) {
                    statement.executeBatch();
                }
            }
            return statement.executeBatch().length;
        });
    }

    private List<EvidenceCell> find(String sql, long editionId, Optional<Period> period) {
        return database.prepareStatement(sql, statement -> {
            statement.setLong(1, editionId);
            if (period.isPresent()) {
                statement.setString(2, period.get().key());
            }
            try (ResultSet row = statement.executeQuery()) {
                List<EvidenceCell> cells = new ArrayList<>();
                while (row.next()) {
                    cells.add(new EvidenceCell(
                            new EvidenceCell.Name(
                                    new Period(row.getString("period")),
                                    Cut.valueOf(row.getString("cut")),
                                    row.getString("category"),
                                    row.getString("part")),
                            row.getLong("acts"),
                            row.getLong("sensitive_acts"),
                            row.getLong("heads"),
                            row.getLong("moved"),
                            row.getBoolean("is_hidden")));
                }
                return cells;
            }
        });
    }
}
