package org.portevoix.operation;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Short questions to the database, before the site and its repositories are there. */
final class Sql {
    private Sql() {}

    static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** The first column of each row. */
    static List<String> strings(Connection connection, String sql) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            return strings(query);
        }
    }

    static List<String> strings(PreparedStatement query) throws SQLException {
        List<String> values = new ArrayList<>();
        try (ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                values.add(rows.getString(1));
            }
        }
        return values;
    }

    /** Of the connection's schema. */
    static List<String> triggers(Connection connection) throws SQLException {
        return strings(connection, """
                SELECT trigger_name
                FROM information_schema.triggers
                WHERE trigger_schema = DATABASE()
                ORDER BY trigger_name
                """);
    }

    /** The migrations that this schema has seen, such as {@code 20261122.0310}, oldest first. */
    static List<String> migrations(Connection connection) throws SQLException {
        return strings(connection, """
                SELECT version
                FROM flyway_schema_history
                WHERE success
                AND version IS NOT NULL
                ORDER BY installed_rank
                """);
    }
}
