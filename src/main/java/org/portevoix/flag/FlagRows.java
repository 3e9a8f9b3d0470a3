package org.portevoix.flag;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The tables of flags. */
@Singleton
class FlagRows {

    /** Of a text sent thousands of times, some are enough. */
    private static final int MOST_CANDIDATES = 100;

    private final JdbcOperations database;

    FlagRows(JdbcOperations database) {
        this.database = database;
    }

    /** By the id of the opinion, in the order of the words; those without any are not there. */
    @Transactional
    Map<Long, List<Flag>> find(Collection<Long> opinionIds) {
        Map<Long, List<Flag>> found = new HashMap<>();
        if (!opinionIds.isEmpty()) {
            database.prepareStatement("""
                    SELECT opinion_id, kind, question_id, from_unit, to_unit, other_id, language
                    FROM opinion_flag
                    WHERE opinion_id IN (%s)
                    ORDER BY opinion_id, question_id, from_unit, id
                    """.formatted(marks(opinionIds.size())), statement -> {
                set(statement, 1, opinionIds);
                try (ResultSet rows = statement.executeQuery()) {
                    while (rows.next()) {
                        found.computeIfAbsent(rows.getLong(1), unused -> new ArrayList<>())
                                .add(flag(rows));
                    }
                }
                return found;
            });
        }
        return found;
    }

    /** In the caller's transaction. @param likeness null when the words are too few, or gone */
    void replace(long opinionId, long contractId, List<Flag> flags, @Nullable Likeness likeness) {
        for (String table : List.of("opinion_flag", "opinion_likeness_band", "opinion_likeness")) {
            update("DELETE FROM " + table + " WHERE opinion_id = ?", opinionId);
        }
        if (!flags.isEmpty()) {
            database.prepareStatement("""
                    INSERT INTO opinion_flag (opinion_id, kind, question_id, from_unit, to_unit, other_id, language)
                    VALUES (?, ?, ?, ?, ?, ?, ?)
                    """, statement -> {
                for (Flag flag : flags) {
                    statement.setLong(1, opinionId);
                    statement.setString(2, flag.kind().name());
                    statement.setObject(3, flag.questionId(), Types.BIGINT);
                    statement.setObject(4, flag.from(), Types.INTEGER);
                    statement.setObject(5, flag.to(), Types.INTEGER);
                    statement.setObject(6, flag.otherId(), Types.BIGINT);
                    statement.setString(7, flag.language());
                    statement.addBatch();
                }
                return statement.executeBatch().length;
            });
        }
        if (likeness != null) {
            remember(opinionId, contractId, likeness);
        }
    }

    /** Another opinion of the contract that says nearly the same, the oldest. */
    @Transactional
    Optional<Long> like(long opinionId, long contractId, Likeness likeness) {
        List<Long> bands = likeness.bands();
        return database.prepareStatement("""
                SELECT l.opinion_id, l.print
                FROM (
                    SELECT DISTINCT opinion_id
                    FROM opinion_likeness_band
                    WHERE contract_id = ?
                      AND band IN (%s)
                      AND opinion_id <> ?
                    LIMIT %d) candidate
                JOIN opinion_likeness l ON l.opinion_id = candidate.opinion_id
                ORDER BY l.opinion_id
                """.formatted(marks(bands.size()), MOST_CANDIDATES), statement -> {
            statement.setLong(1, contractId);
            set(statement, 2, bands);
            statement.setLong(2 + bands.size(), opinionId);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    if (likeness.isLike(Likeness.read(rows.getBytes(2)))) {
                        return Optional.of(rows.getLong(1));
                    }
                }
            }
            return Optional.empty();
        });
    }

    private void remember(long opinionId, long contractId, Likeness likeness) {
        database.prepareStatement(
                "INSERT INTO opinion_likeness (opinion_id, contract_id, print) VALUES (?, ?, ?)", statement -> {
                    statement.setLong(1, opinionId);
                    statement.setLong(2, contractId);
                    statement.setBytes(3, likeness.bytes());
                    return statement.executeUpdate();
                });
        database.prepareStatement(
                "INSERT IGNORE INTO opinion_likeness_band (contract_id, band, opinion_id) VALUES (?, ?, ?)",
                statement -> {
                    for (long band : likeness.bands()) {
                        statement.setLong(1, contractId);
                        statement.setLong(2, band);
                        statement.setLong(3, opinionId);
                        statement.addBatch();
                    }
                    return statement.executeBatch().length;
                });
    }

    private void update(String sql, long opinionId) {
        database.prepareStatement(sql, statement -> {
            statement.setLong(1, opinionId);
            return statement.executeUpdate();
        });
    }

    private static Flag flag(ResultSet row) throws SQLException {
        return new Flag(
                FlagKind.valueOf(row.getString(2)),
                row.getObject(3, Long.class),
                row.getObject(4, Integer.class),
                row.getObject(5, Integer.class),
                row.getObject(6, Long.class),
                row.getString(7));
    }

    private static String marks(int count) {
        return String.join(", ", Collections.nCopies(count, "?"));
    }

    private static void set(PreparedStatement statement, int first, Collection<Long> values) throws SQLException {
        int at = first;
        for (long value : values) {
            statement.setLong(at++, value);
        }
    }
}
