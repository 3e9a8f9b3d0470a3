package org.portevoix.importing;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Rows of any table, inside the present transaction. Names of tables and columns come from code, never from a file. */
@Singleton
final class Rows {
    private final JdbcOperations jdbc;

    Rows(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    /** Each row by column name; days as LocalDate, instants in UTC as LocalDateTime. */
    List<Map<String, @Nullable Object>> select(String sql, @Nullable Object... values) {
        try (PreparedStatement statement = jdbc.getConnection().prepareStatement(sql)) {
            bind(statement, values);
            List<Map<String, @Nullable Object>> rows = new ArrayList<>();
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    rows.add(row(result));
                }
            }
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    int run(String sql, @Nullable Object... values) {
        try (PreparedStatement statement = jdbc.getConnection().prepareStatement(sql)) {
            bind(statement, values);
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** Gives the new row's id. */
    long insert(String table, Map<String, @Nullable Object> values) {
        String columns = String.join(", ", values.keySet());
        String marks =
                String.join(", ", values.keySet().stream().map(column -> "?").toList());
        String sql = "INSERT INTO " + table + " (" + columns + ") VALUES (" + marks + ")";
        try (PreparedStatement statement =
                jdbc.getConnection().prepareStatement(sql, Statement.RETURN_GENERATED_KEYS)) {
            bind(statement, values.values().toArray());
            statement.executeUpdate();
            try (ResultSet keys = statement.getGeneratedKeys()) {
                return keys.next() ? keys.getLong(1) : 0;
            }
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    private static void bind(PreparedStatement statement, @Nullable Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
    }

    private static Map<String, @Nullable Object> row(ResultSet result) throws SQLException {
        ResultSetMetaData columns = result.getMetaData();
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        for (int i = 1; i <= columns.getColumnCount(); i++) {
            row.put(
                    columns.getColumnLabel(i),
                    switch (columns.getColumnType(i)) {
                        case Types.DATE -> result.getObject(i, LocalDate.class);
                        case Types.TIMESTAMP -> result.getObject(i, LocalDateTime.class);
                        default -> result.getObject(i);
                    });
        }
        return row;
    }
}
