package org.portevoix.operation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.ServerSocket;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.portevoix.TestDatabase;

/** The rights of the two accounts, and what the operator reads when the database refuses. */
class DatabaseTest {
    private static final String SCHEMA = "portevoix_database_test";
    private static final int COMMAND_DENIED = 1142;

    @BeforeEach
    void freshSchema() throws SQLException {
        asOwner("DROP DATABASE IF EXISTS " + SCHEMA, "CREATE DATABASE " + SCHEMA);
    }

    @AfterEach
    void noTrace() throws SQLException {
        asOwner("DROP DATABASE IF EXISTS " + SCHEMA);
    }

    @Test
    void siteAddsToTheLedgerAndNeverChangesIt() throws SQLException {
        asOwner(
                "CREATE TABLE " + SCHEMA + ".ledger_line (id INT PRIMARY KEY)",
                "CREATE TABLE " + SCHEMA + ".flyway_schema_history (id INT PRIMARY KEY)",
                "CREATE TABLE " + SCHEMA + ".mission (id INT PRIMARY KEY)");
        Grants grants = new Grants(url(), owner());
        grants.give(SCHEMA, "portevoix_site@127.0.0.1");
        grants.give(SCHEMA, "portevoix_site@127.0.0.1");

        asSite("INSERT INTO ledger_line VALUES (1)", "INSERT INTO mission VALUES (1)");
        asSite("UPDATE mission SET id = 2", "DELETE FROM mission");
        for (String forbidden : new String[] {
            "UPDATE ledger_line SET id = 2",
            "DELETE FROM ledger_line",
            "TRUNCATE TABLE ledger_line",
            "DROP TABLE ledger_line",
            "REPLACE INTO ledger_line VALUES (1)",
            "INSERT INTO ledger_line VALUES (1) ON DUPLICATE KEY UPDATE id = 2",
            "UPDATE flyway_schema_history SET id = 2",
            "CREATE TABLE own (id INT)"
        }) {
            SQLException denied = assertThrows(SQLException.class, () -> asSite(forbidden), forbidden);
            assertEquals(COMMAND_DENIED, denied.getErrorCode(), forbidden);
        }
    }

    @Test
    void rightsGivenBeforeATableBecameAppendOnlyAreTakenBack() throws SQLException {
        asOwner(
                "CREATE TABLE " + SCHEMA + ".ledger_line (id INT PRIMARY KEY)",
                "GRANT SELECT, INSERT ON " + SCHEMA + ".* TO portevoix_site@127.0.0.1",
                "GRANT UPDATE, DELETE ON " + SCHEMA + ".ledger_line TO portevoix_site@127.0.0.1");
        asSite("DELETE FROM ledger_line");
        new Grants(url(), owner()).give(SCHEMA, "portevoix_site@127.0.0.1");
        assertThrows(SQLException.class, () -> asSite("DELETE FROM ledger_line"));
    }

    @Test
    void externalDatabaseIsBroughtUpToDateByItsOwner() throws SQLException {
        Map<String, String> environment = environment();
        environment.put("PORTEVOIX_MIGRATION_USERNAME", owner().username());
        environment.put("PORTEVOIX_MIGRATION_PASSWORD", owner().password());
        try (Database database = Database.external(environment);
                Connection site = database.siteConnection()) {
            assertTrue(site.isValid(1));
            assertEquals(site().username(), database.properties().get("datasources.default.username"));
        }
    }

    @Test
    void wrongPasswordIsSaid() {
        Map<String, String> environment = environment();
        environment.put("DATASOURCES_DEFAULT_PASSWORD", "wrong");
        String line = assertThrows(Refusal.class, () -> Database.external(environment))
                .line();
        assertTrue(line.contains("refuse le compte « portevoix_site »"), line);
    }

    @Test
    void silentDatabaseIsSaid() throws Exception {
        int closed;
        try (ServerSocket socket = new ServerSocket(0)) {
            closed = socket.getLocalPort();
        }
        Map<String, String> environment = environment();
        environment.put("DATASOURCES_DEFAULT_URL", "jdbc:mysql://localhost:" + closed + "/portevoix?password=hidden");
        String line = assertThrows(Refusal.class, () -> Database.external(environment))
                .line();
        assertTrue(line.contains("localhost:" + closed + "/portevoix ne répond pas"), line);
        assertFalse(line.contains("hidden"), line);
    }

    @Test
    void failedMigrationIsNamed() {
        Migrations broken = new Migrations("classpath:db/broken-migration", url(), owner());
        String line = assertThrows(Refusal.class, broken::run).line();
        assertTrue(line.contains("V20260101_0000__break.sql"), line);
        assertTrue(line.contains("NO_SUCH_WORD"), line);
        assertEquals(1, line.lines().count(), line);
    }

    private static Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>();
        environment.put("DATASOURCES_DEFAULT_URL", url());
        environment.put("DATASOURCES_DEFAULT_USERNAME", site().username());
        environment.put("DATASOURCES_DEFAULT_PASSWORD", site().password());
        return environment;
    }

    private static String url() {
        return EmbeddedDatabase.url(TestDatabase.folder()).replace("/portevoix?", "/" + SCHEMA + "?");
    }

    private static Account owner() {
        return EmbeddedDatabase.owner(TestDatabase.folder());
    }

    private static Account site() {
        return EmbeddedDatabase.site(TestDatabase.folder());
    }

    private static void asOwner(String... statements) throws SQLException {
        try (Connection connection = TestDatabase.ownerConnection();
                Statement statement = connection.createStatement()) {
            for (String each : statements) {
                statement.execute(each);
            }
        }
    }

    private static void asSite(String... statements) throws SQLException {
        try (Connection connection = TestDatabase.siteConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("USE " + SCHEMA);
            for (String each : statements) {
                statement.execute(each);
            }
        }
    }
}
