package org.portevoix.sense;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The tables of groups, in the caller's transaction. */
@Singleton
class GroupRows {

    private final JdbcOperations database;

    GroupRows(JdbcOperations database) {
        this.database = database;
    }

    /** The latest first. */
    List<Group> find(long contractId, int count) {
        return database.prepareStatement("""
                SELECT g.id, g.name, COUNT(m.opinion_id)
                FROM opinion_group g
                LEFT JOIN opinion_group_member m ON m.group_id = g.id
                WHERE g.contract_id = ?
                GROUP BY g.id, g.name
                ORDER BY g.id DESC
                LIMIT ?
                """, statement -> {
            statement.setLong(1, contractId);
            statement.setInt(2, count);
            List<Group> groups = new ArrayList<>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    groups.add(new Group(rows.getLong(1), rows.getString(2), rows.getInt(3)));
                }
            }
            return groups;
        });
    }

    /** Empty when it is of another contract. Held until the transaction ends. */
    Optional<Group> hold(long contractId, long id) {
        return database.prepareStatement(
                "SELECT id, name FROM opinion_group WHERE id = ? AND contract_id = ? FOR UPDATE", statement -> {
                    statement.setLong(1, id);
                    statement.setLong(2, contractId);
                    try (var rows = statement.executeQuery()) {
                        return rows.next()
                                ? Optional.of(new Group(rows.getLong(1), rows.getString(2), 0))
                                : Optional.empty();
                    }
                });
    }

    long add(long contractId, String name, Instant at) {
        return database.execute(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(
                    "INSERT INTO opinion_group (contract_id, name, made_at) VALUES (?, ?, ?)",
                    Statement.RETURN_GENERATED_KEYS)) {
                set(statement, contractId, name, LocalDateTime.ofInstant(at, ZoneOffset.UTC));
                statement.executeUpdate();
                try (var keys = statement.getGeneratedKeys()) {
                    keys.next();
                    return keys.getLong(1);
                }
            }
        });
    }

    void rename(long id, String name) {
        update("UPDATE opinion_group SET name = ? WHERE id = ?", name, id);
    }

    /** Its opinions stay. */
    void delete(long id) {
        update("DELETE FROM opinion_group WHERE id = ?", id);
    }

    /** Those of the contract that have words. */
    int addMember(long contractId, long groupId, long opinionId) {
        return update("""
                INSERT IGNORE INTO opinion_group_member (group_id, opinion_id)
                SELECT ?, o.id
                FROM opinion o
                WHERE o.id = ?
                  AND o.contract_id = ?
                  AND o.has_words
                  AND o.state <> 'WITHDRAWN'
                """, groupId, opinionId, contractId);
    }

    void removeMember(long groupId, long opinionId) {
        update("DELETE FROM opinion_group_member WHERE group_id = ? AND opinion_id = ?", groupId, opinionId);
    }

    void removeFromAll(long opinionId) {
        update("DELETE FROM opinion_group_member WHERE opinion_id = ?", opinionId);
    }

    void move(long from, long to) {
        update(
                "INSERT IGNORE INTO opinion_group_member (group_id, opinion_id) SELECT ?, opinion_id FROM opinion_group_member WHERE group_id = ?",
                to,
                from);
        delete(from);
    }

    List<Long> members(long groupId) {
        return ids("SELECT opinion_id FROM opinion_group_member WHERE group_id = ? ORDER BY opinion_id", groupId);
    }

    /** Those of the contract that are in some group. */
    Set<Long> grouped(long contractId) {
        return new HashSet<>(ids("""
                SELECT m.opinion_id
                FROM opinion_group g
                JOIN opinion_group_member m ON m.group_id = g.id
                WHERE g.contract_id = ?
                """, contractId));
    }

    /** What the latest opinions that count say, in French where somebody has put them into it; latest first. */
    Map<Long, List<String>> said(long contractId, int count) {
        return database.prepareStatement("""
                SELECT o.id, COALESCE(t.body, a.body)
                FROM (
                    SELECT id, received_at
                    FROM opinion
                    WHERE contract_id = ?
                      AND has_words = TRUE
                      AND is_counted = TRUE
                      AND state IN ('WAITING', 'PUBLISHED', 'PASSED_ON')
                    ORDER BY received_at DESC, id DESC
                    LIMIT ?) o
                JOIN answer a ON a.opinion_id = o.id AND a.body IS NOT NULL
                LEFT JOIN opinion_translation t ON t.opinion_id = a.opinion_id AND t.question_id = a.question_id
                ORDER BY o.received_at DESC, o.id DESC, a.question_id
                """, statement -> {
            statement.setLong(1, contractId);
            statement.setInt(2, count);
            Map<Long, List<String>> said = new LinkedHashMap<>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    said.computeIfAbsent(rows.getLong(1), unused -> new ArrayList<>())
                            .add(rows.getString(2));
                }
            }
            return said;
        });
    }

    private List<Long> ids(String sql, long id) {
        return database.prepareStatement(sql, statement -> {
            statement.setLong(1, id);
            List<Long> found = new ArrayList<>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(rows.getLong(1));
                }
            }
            return found;
        });
    }

    private int update(String sql, Object... values) {
        return database.prepareStatement(sql, statement -> {
            set(statement, values);
            return statement.executeUpdate();
        });
    }

    private static void set(PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
    }

    /** @param count of its opinions, where it was asked for */
    record Group(long id, String name, int count) {}
}
