package org.portevoix.operation;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What the site's own account may do: read and add everywhere, change and delete except where lines are for ever. So that not even a
 * fault in the site can rewrite the ledger.
 */
final class Grants {
    /** Tables to which lines are added and never changed. */
    static final Set<String> APPEND_ONLY =
            Set.of("ledger_line", "content_history", "sealed_line", "sealed_head_mailed", "frozen_pack");

    private static final int NO_SUCH_GRANT = 1147;

    private final String url;
    private final Account owner;

    Grants(String url, Account owner) {
        this.url = url;
        this.owner = owner;
    }

    /** {@code grantee} as the server names it: {@code portevoix_site@%}. May be repeated. */
    void give(String schema, String grantee) throws SQLException {
        String account = quoted(grantee);
        try (Connection connection = DriverManager.getConnection(url, owner.username(), owner.password());
                Statement statement = connection.createStatement()) {
            statement.execute("GRANT SELECT, INSERT ON `" + schema.replace("_", "\\_") + "`.* TO " + account);
            for (String table : tables(connection, schema)) {
                if (isForTheOwnerAlone(table)) {
                    takeBack(statement, schema, table, account);
                } else {
                    statement.execute("GRANT UPDATE, DELETE ON `" + schema + "`.`" + table + "` TO " + account);
                }
            }
        }
    }

    private static boolean isForTheOwnerAlone(String table) {
        return APPEND_ONLY.contains(table) || table.equals(Migrations.HISTORY);
    }

    private static void takeBack(Statement statement, String schema, String table, String account) throws SQLException {
        try {
            statement.execute("REVOKE UPDATE, DELETE ON `" + schema + "`.`" + table + "` FROM " + account);
        } catch (SQLException failure) {
            if (failure.getErrorCode() != NO_SUCH_GRANT) {
                throw failure;
            }
        }
    }

    private static List<String> tables(Connection connection, String schema) throws SQLException {
        String sql = """
                SELECT table_name
                FROM information_schema.tables
                WHERE table_schema = ?
                AND table_type = 'BASE TABLE'
                ORDER BY table_name
                """;
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setString(1, schema);
            List<String> names = new ArrayList<>();
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    names.add(rows.getString(1));
                }
            }
            return names;
        }
    }

    private static String quoted(String grantee) {
        int at = grantee.lastIndexOf('@');
        return "`" + grantee.substring(0, at) + "`@`" + grantee.substring(at + 1) + "`";
    }
}
