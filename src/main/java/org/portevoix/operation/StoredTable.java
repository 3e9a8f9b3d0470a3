package org.portevoix.operation;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One table as a backup keeps it: its columns, but those that the server computes, and how to read and write its rows as text.
 *
 * @param next the number that the server would give to the next row; null where it gives none
 */
record StoredTable(
        String table,
        List<Column> columns,
        List<String> key,
        @Nullable Long next) {
    private static final Set<String> WORDS =
            Set.of("char", "varchar", "tinytext", "text", "mediumtext", "longtext", "enum", "set", "json");
    private static final Set<String> BYTES = Set.of(
            "binary",
            "varbinary",
            "tinyblob",
            "blob",
            "mediumblob",
            "longblob",
            "bit",
            "geometry",
            "point",
            "linestring",
            "polygon",
            "multipoint",
            "multilinestring",
            "multipolygon",
            "geometrycollection");

    record Column(String name, String type) {
        boolean isBytes() {
            return BYTES.contains(type);
        }

        private String asText() {
            String quoted = "`" + name + "`";
            return isBytes() ? "HEX(" + quoted + ")" : WORDS.contains(type) ? quoted : "CAST(" + quoted + " AS CHAR)";
        }
    }

    /** All of the connection's schema, but the history of migrations, in the order of their names. */
    static List<StoredTable> all(Connection connection) throws SQLException {
        String sql = """
                SELECT table_name, auto_increment
                FROM information_schema.tables
                WHERE table_schema = DATABASE()
                AND table_type = 'BASE TABLE'
                AND table_name <> ?
                ORDER BY table_name
                """;
        List<StoredTable> tables = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setString(1, Migrations.HISTORY);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    String name = rows.getString(1);
                    long next = rows.getLong(2);
                    tables.add(new StoredTable(
                            name, columns(connection, name), key(connection, name), rows.wasNull() ? null : next));
                }
            }
        }
        return tables;
    }

    private static List<Column> columns(Connection connection, String table) throws SQLException {
        String sql = """
                SELECT column_name, data_type
                FROM information_schema.columns
                WHERE table_schema = DATABASE()
                AND table_name = ?
                AND COALESCE(generation_expression, '') = ''
                ORDER BY ordinal_position
                """;
        List<Column> columns = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setString(1, table);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    columns.add(new Column(rows.getString(1), rows.getString(2)));
                }
            }
        }
        return columns;
    }

    private static List<String> key(Connection connection, String table) throws SQLException {
        String sql = """
                SELECT column_name
                FROM information_schema.key_column_usage
                WHERE table_schema = DATABASE()
                AND table_name = ?
                AND constraint_name = 'PRIMARY'
                ORDER BY ordinal_position
                """;
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setString(1, table);
            return Sql.strings(query);
        }
    }

    List<String> columnNames() {
        return columns.stream().map(Column::name).toList();
    }

    /** Every row, each value as text: of bytes their hexadecimal, of the rest what the server writes. */
    String select() {
        String values = columns.stream().map(Column::asText).collect(Collectors.joining(", "));
        String order = key.isEmpty()
                ? ""
                : " ORDER BY " + key.stream().map(name -> "`" + name + "`").collect(Collectors.joining(", "));
        return "SELECT " + values + " FROM `" + table + "`" + order;
    }

    String insert() {
        String names = columns.stream().map(column -> "`" + column.name() + "`").collect(Collectors.joining(", "));
        String values = columns.stream().map(column -> "?").collect(Collectors.joining(", "));
        return "INSERT INTO `" + table + "` (" + names + ") VALUES (" + values + ")";
    }
}
