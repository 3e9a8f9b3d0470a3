package org.portevoix.operation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The site as the operator sees it: a process, signals, an exit code, lines on a console. */
class ServeTest {
    @Test
    void dataOutliveEveryWayToEnd() throws Exception {
        DataFolder folder = folder("serve-data");
        try (SiteProcess first = start(folder).awaitOpen()) {
            execute(folder, "CREATE TABLE kept (id INT PRIMARY KEY)", "INSERT INTO kept VALUES (1)");
            assertEquals(143, first.signal("TERM").exitCode());
            assertFalse(hasDatabase(folder), "the database ends with the site");
        }
        try (SiteProcess second = start(folder).awaitOpen();
                SiteProcess copy = start(folder);
                SiteProcess command = start(folder, "migrate")) {
            assertEquals(0, command.exitCode());
            assertEquals(List.of(), command.errors());
            assertEquals(1, rows(folder));
            assertEquals(1, copy.exitCode());
            assertOneLine("sert déjà à un autre Porte-Voix", copy);
            execute(folder, "INSERT INTO kept VALUES (2)");
            second.signal("KILL").exitCode();
        }
        try (SiteProcess third = start(folder).awaitOpen()) {
            assertEquals(2, rows(folder));
            third.signal("KILL").exitCode();
            for (int tries = 0; hasDatabase(folder) && tries < 100; tries++) {
                Thread.sleep(50);
            }
            assertFalse(hasDatabase(folder), "the database ends with a killed site");
        }
        folder.emptyFolder("server-" + EmbeddedDatabase.VERSION + ".new");
        folder.emptyFolder("database.new");
        try (SiteProcess fourth = start(folder).awaitOpen()) {
            assertEquals(2, rows(folder));
            assertEquals(130, fourth.signal("INT").exitCode());
        }
        try (SiteProcess command = start(folder, "migrate")) {
            assertEquals(0, command.exitCode(), () -> "a command starts the database by itself");
            assertFalse(hasDatabase(folder));
        }
    }

    @Test
    void whoeverRunsTheDatabaseStopsItLast() throws Exception {
        DataFolder folder = folder("shared-data");
        try (SiteProcess migrate = start(folder, "migrate")) {
            assertEquals(0, migrate.exitCode());
        }
        // A long command, which starts the database itself; one that joins it; and a site that wants to open.
        try (SiteProcess first = start(folder, "synthetic", "--opinions", "200", "--lines", "100")) {
            for (int tries = 0; !hasDatabase(folder) && tries < 400; tries++) {
                Thread.sleep(50);
            }
            DataFolder other = DataFolder.at(folder.path());
            assertFalse(other.lock(), "the command holds it");
            for (int tries = 0; !other.use() && tries < 400; tries++) {
                Thread.sleep(50);
            }
            try (SiteProcess site = start(folder)) {
                first.awaitLine("J'attends la fin d'une autre commande");
                site.awaitLine("J'attends la fin d'une autre commande");
                assertTrue(hasDatabase(folder), "somebody uses it");
                other.close();
                assertEquals(0, first.exitCode(), () -> "then it ends");
                site.awaitOpen();
                site.signal("TERM").exitCode();
            }
        }
        assertFalse(hasDatabase(folder));
    }

    @Test
    void takenPortIsSaidAtOnce() throws Exception {
        try (ServerSocket other = new ServerSocket(0)) {
            String port = Integer.toString(other.getLocalPort());
            try (SiteProcess site =
                    SiteProcess.start(Map.of("PORTEVOIX_DATA", "target/never-made", "MICRONAUT_SERVER_PORT", port))) {
                assertEquals(1, site.exitCode());
                assertOneLine("Le port " + port + " n'est pas libre", site);
                assertFalse(Files.exists(Path.of("target/never-made")));
            }
        }
    }

    @Test
    void folderThatCannotBeMadeIsOneLine() throws Exception {
        try (SiteProcess site =
                SiteProcess.start(Map.of("PORTEVOIX_DATA", "pom.xml/data", "MICRONAUT_SERVER_PORT", "-1"))) {
            assertEquals(1, site.exitCode());
            assertOneLine("dossier de données", site);
        }
    }

    @Test
    void unknownCommandIsOneLine() throws Exception {
        try (SiteProcess site = SiteProcess.start(Map.of(), "serv")) {
            assertEquals(2, site.exitCode());
            assertOneLine("serv", site);
        }
    }

    private static void assertOneLine(String expected, SiteProcess site) throws IOException {
        List<String> errors = site.errors();
        assertEquals(1, errors.size(), errors::toString);
        assertTrue(errors.getFirst().contains(expected), errors::toString);
    }

    private static DataFolder folder(String name) {
        DataFolder target = DataFolder.at(Path.of("target"));
        target.delete(name);
        return DataFolder.at(target.resolve(name));
    }

    private static SiteProcess start(DataFolder folder, String... arguments) throws IOException {
        return SiteProcess.start(
                Map.of("PORTEVOIX_DATA", folder.path().toString(), "MICRONAUT_SERVER_PORT", "-1"), arguments);
    }

    private static void execute(DataFolder folder, String... statements) throws SQLException {
        try (Connection connection = Database.runningElsewhere(folder).ownerConnection();
                Statement statement = connection.createStatement()) {
            for (String each : statements) {
                statement.execute(each);
            }
        }
    }

    private static int rows(DataFolder folder) throws SQLException {
        try (Connection connection = Database.runningElsewhere(folder).siteConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT COUNT(*) FROM kept")) {
            row.next();
            return row.getInt(1);
        }
    }

    private static boolean hasDatabase(DataFolder folder) {
        String datadir = "--datadir=" + folder.resolve("database");
        return ProcessHandle.allProcesses()
                .anyMatch(process -> Arrays.asList(process.info().arguments().orElse(new String[0]))
                        .contains(datadir));
    }
}
