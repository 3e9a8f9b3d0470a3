package org.portevoix.sense;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.portevoix.participation.SmallCells;

/** The tables of themes, in the caller's transaction. */
@Singleton
class ThemeRows {

    /** Of opinions that persons have sorted, the latest are enough to learn from. */
    private static final int LEARNT_FROM = 500;

    private static final int FEWEST = 3;

    /** Of the opinions with a word, how many are of the theme for which it speaks: seven in ten. */
    private static final int TENTHS = 7;

    private static final int SHORTEST = 4;

    private final JdbcOperations database;

    ThemeRows(JdbcOperations database) {
        this.database = database;
    }

    /** By key, the names of the team's own, in alphabetical order. */
    Map<String, String> own(long contractId) {
        return database.prepareStatement(
                "SELECT slug, name FROM own_theme WHERE contract_id = ? ORDER BY name, slug", statement -> {
                    statement.setLong(1, contractId);
                    Map<String, String> own = new LinkedHashMap<>();
                    try (var rows = statement.executeQuery()) {
                        while (rows.next()) {
                            own.put(rows.getString(1), rows.getString(2));
                        }
                    }
                    return own;
                });
    }

    void addOwn(long contractId, String slug, String name) {
        update("INSERT IGNORE INTO own_theme (contract_id, slug, name) VALUES (?, ?, ?)", contractId, slug, name);
    }

    /** Those of the team's own that no opinion is about any more. */
    void dropUnused(long contractId) {
        update("""
                DELETE FROM own_theme
                WHERE contract_id = ?
                  AND NOT EXISTS (
                      SELECT 1
                      FROM opinion_theme t
                      WHERE t.contract_id = own_theme.contract_id
                        AND t.theme = own_theme.slug)
                """, contractId);
    }

    /** By the id of the opinion; those without any are not there. */
    Map<Long, List<String>> of(Collection<Long> opinionIds) {
        Map<Long, List<String>> found = new HashMap<>();
        if (opinionIds.isEmpty()) {
            return found;
        }
        return database.prepareStatement(
                "SELECT opinion_id, theme FROM opinion_theme WHERE opinion_id IN (%s) ORDER BY opinion_id, theme"
                        .formatted(marks(opinionIds.size())),
                statement -> {
                    set(statement, opinionIds);
                    try (var rows = statement.executeQuery()) {
                        while (rows.next()) {
                            found.computeIfAbsent(rows.getLong(1), unused -> new ArrayList<>())
                                    .add(rows.getString(2));
                        }
                    }
                    return found;
                });
    }

    /** False where the opinion is of another contract, or has no words any more. */
    int confirm(long contractId, long opinionId, String theme, long accountId, Instant at) {
        return update("""
                INSERT IGNORE INTO opinion_theme (opinion_id, theme, contract_id, confirmed_by, confirmed_at)
                SELECT o.id, ?, o.contract_id, ?, ?
                FROM opinion o
                WHERE o.id = ?
                  AND o.contract_id = ?
                  AND o.has_words
                  AND o.state <> 'WITHDRAWN'
                """, theme, accountId, LocalDateTime.ofInstant(at, ZoneOffset.UTC), opinionId, contractId);
    }

    void remove(long contractId, long opinionId, String theme) {
        update(
                "DELETE FROM opinion_theme WHERE opinion_id = ? AND theme = ? AND contract_id = ?",
                opinionId,
                theme,
                contractId);
    }

    void removeAll(long opinionId) {
        update("DELETE FROM opinion_theme WHERE opinion_id = ?", opinionId);
    }

    /** By theme, how many opinions of a consultation that count. */
    Map<String, Integer> count(long consultationId) {
        return counted("""
                SELECT t.theme, COUNT(*)
                FROM opinion o
                JOIN opinion_theme t ON t.opinion_id = o.id
                WHERE o.consultation_id = ?
                  AND o.is_counted
                  AND o.has_words
                GROUP BY t.theme
                ORDER BY COUNT(*) DESC, t.theme
                """, consultationId);
    }

    /**
     * By theme, how many opinions of a contract that count, in these months (yyyy-mm). Those given on something sensitive count among
     * them once all together reach the minimum of what is sensitive, and before that not at all.
     */
    Map<String, Integer> count(long contractId, String first, String last) {
        return database.prepareStatement("""
                SELECT t.theme,
                       CASE WHEN COUNT(*) >= ? THEN COUNT(*)
                            ELSE SUM(CASE WHEN o.is_sensitive THEN 0 ELSE 1 END) END AS times
                FROM opinion_theme t
                JOIN opinion o ON o.id = t.opinion_id
                WHERE t.contract_id = ?
                  AND o.is_counted
                  AND o.has_words
                  AND o.month BETWEEN ? AND ?
                GROUP BY t.theme
                ORDER BY times DESC, t.theme
                """, statement -> {
            statement.setInt(1, SmallCells.SENSITIVE_MINIMUM);
            statement.setLong(2, contractId);
            statement.setString(3, first);
            statement.setString(4, last);
            return counts(statement);
        });
    }

    /** Those of a consultation that count, have words and no theme. */
    int countWithout(long consultationId) {
        return counted("""
                SELECT 'none', COUNT(*)
                FROM opinion o
                WHERE o.consultation_id = ?
                  AND o.is_counted
                  AND o.has_words
                  AND NOT EXISTS (SELECT 1 FROM opinion_theme t WHERE t.opinion_id = o.id)
                """, consultationId).getOrDefault("none", 0);
    }

    /** By theme, the words that stand in opinions of it and seldom in others, in any language; none that stand everywhere. */
    Map<String, Set<String>> learnt(long contractId) {
        Map<String, Set<String>> learnt = new HashMap<>();
        return database.prepareStatement("""
                SELECT said.theme, said.word
                FROM (
                    SELECT t.theme, w.word, COUNT(*) AS times
                    FROM (
                        SELECT opinion_id, theme
                        FROM opinion_theme
                        WHERE contract_id = ?
                        ORDER BY opinion_id DESC
                        LIMIT %1$d) t
                    JOIN opinion_word w ON w.opinion_id = t.opinion_id
                    WHERE CHAR_LENGTH(w.word) >= %2$d OR w.word > '\u0900'
                    GROUP BY t.theme, w.word
                    HAVING COUNT(*) >= %3$d) said
                JOIN (
                    SELECT w.word, COUNT(DISTINCT w.opinion_id) AS times
                    FROM (
                        SELECT DISTINCT opinion_id
                        FROM (
                            SELECT opinion_id
                            FROM opinion_theme
                            WHERE contract_id = ?
                            ORDER BY opinion_id DESC
                            LIMIT %1$d) latest) t
                    JOIN opinion_word w ON w.opinion_id = t.opinion_id
                    GROUP BY w.word) total ON total.word = said.word
                WHERE said.times * 10 >= total.times * %4$d
                  AND total.times * 2 <= (SELECT COUNT(DISTINCT opinion_id) FROM opinion_theme WHERE contract_id = ?)
                """.formatted(LEARNT_FROM, SHORTEST, FEWEST, TENTHS), statement -> {
            statement.setLong(1, contractId);
            statement.setLong(2, contractId);
            statement.setLong(3, contractId);
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    learnt.computeIfAbsent(rows.getString(1), unused -> new HashSet<>())
                            .add(rows.getString(2));
                }
            }
            return learnt;
        });
    }

    private Map<String, Integer> counted(String sql, long id) {
        return database.prepareStatement(sql, statement -> {
            statement.setLong(1, id);
            return counts(statement);
        });
    }

    private static Map<String, Integer> counts(PreparedStatement statement) throws SQLException {
        Map<String, Integer> counts = new LinkedHashMap<>();
        try (var rows = statement.executeQuery()) {
            while (rows.next()) {
                counts.put(rows.getString(1), rows.getInt(2));
            }
        }
        return counts;
    }

    private int update(String sql, Object... values) {
        return database.prepareStatement(sql, statement -> {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            return statement.executeUpdate();
        });
    }

    static String marks(int count) {
        return String.join(", ", Collections.nCopies(count, "?"));
    }

    static void set(PreparedStatement statement, Collection<Long> values) throws SQLException {
        int at = 1;
        for (long value : values) {
            statement.setLong(at++, value);
        }
    }
}
