package org.portevoix.operation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.portevoix.TestDatabase;

/** The doctor finds what is wrong, says what to do, and finds nothing where nothing is. */
class DoctorTest {
    private static final String SCHEMA = "portevoix_doctor_test";

    @TempDir
    Path temporary;

    @Test
    void settingsThatWouldHarmAreFaults() {
        assertFault(Map.of("PORTEVOIX_URL", "http://sante.ville.example"), "https://");
        assertFault(Map.of("PORTEVOIX_URL", "sante.ville.example"), "entière");
        assertFault(Map.of("PORTEVOIX_URL", "https://sante ville"), "pas une adresse");
        assertFault(Map.of("PORTEVOIX_URL", "https://sante.ville.example"), "PORTEVOIX_PROXIES");
        assertFault(Map.of("PORTEVOIX_PROXIES", "127.0.0.1, proxy.local"), "proxy.local");
        assertFault(Map.of("PORTEVOIX_METRICS_TOKEN", "court"), "16 signes");
        assertFault(
                Map.of(
                        "JAVAMAIL_PROPERTIES_MAIL_SMTP_HOST",
                        "127.0.0.1",
                        "JAVAMAIL_PROPERTIES_MAIL_SMTP_PORT",
                        "9",
                        "MICRONAUT_EMAIL_FROM_EMAIL",
                        "sante@ville.example"),
                "ne répond pas");
        assertFault(Map.of("JAVAMAIL_PROPERTIES_MAIL_SMTP_HOST", "127.0.0.1"), "MICRONAUT_EMAIL_FROM_EMAIL");
    }

    @Test
    void aSiteSetAsItShouldBeHasNoFault() {
        List<Finding> findings = new SettingChecks(Map.of(
                        "PORTEVOIX_URL",
                        "https://sante.ville.example",
                        "PORTEVOIX_PROXIES",
                        "127.0.0.1 ::1",
                        "PORTEVOIX_METRICS_TOKEN",
                        "un-jeton-assez-long"))
                .all();
        assertFalse(findings.stream().anyMatch(Finding::isFault), findings::toString);
    }

    @Test
    void aFolderThatOthersReadIsAFault() throws IOException {
        DataFolder folder = DataFolder.at(temporary.resolve("data"));
        folder.secret();
        assertFalse(new MachineChecks(folder, "").all().stream().anyMatch(Finding::isFault));
        Files.setPosixFilePermissions(folder.path(), PosixFilePermissions.fromString("rwxr-x---"));
        Files.setPosixFilePermissions(folder.resolve("secret"), PosixFilePermissions.fromString("rw-r--r--"));
        List<String> faults = new MachineChecks(folder, "")
                .all().stream().filter(Finding::isFault).map(Finding::line).toList();
        assertEquals(2, faults.size(), faults::toString);
        assertTrue(faults.getFirst().contains("chmod 700"), faults::toString);
        assertTrue(faults.getLast().contains("chmod 600"), faults::toString);
    }

    @Test
    void aLedgerThatCouldBeChangedIsAFault() throws Exception {
        try (Connection connection = TestDatabase.ownerConnection()) {
            Sql.execute(connection, "DROP DATABASE IF EXISTS " + SCHEMA);
            Sql.execute(connection, "CREATE DATABASE " + SCHEMA + " CHARACTER SET utf8mb4");
            try {
                Database database = database().broughtUpToDate();
                assertEquals(List.of(), faults(database));
                Sql.execute(connection, "DROP TRIGGER " + SCHEMA + ".tr_ledger_line_never_goes");
                Sql.execute(
                        connection, "GRANT UPDATE, DELETE ON " + SCHEMA + ".ledger_line TO portevoix_site@127.0.0.1");
                Sql.execute(connection, "ALTER DATABASE " + SCHEMA + " CHARACTER SET latin1");
                List<String> faults = faults(database);
                assertEquals(3, faults.size(), faults::toString);
                assertTrue(faults.get(0).contains("latin1"), faults::toString);
                assertTrue(faults.get(1).contains("déclencheurs"), faults::toString);
                assertTrue(faults.get(2).contains("./run migrate"), faults::toString);
                database.broughtUpToDate();
                assertEquals(2, faults(database).size(), "migrate takes the right back");
            } finally {
                Sql.execute(connection, "DROP DATABASE IF EXISTS " + SCHEMA);
            }
        }
    }

    @Test
    void everyFaultIsALineAndTheExitCodeTells() throws Exception {
        Path folder = temporary.resolve("fresh");
        try (SiteProcess doctor = SiteProcess.start(
                Map.of("PORTEVOIX_DATA", folder.toString(), "PORTEVOIX_URL", "http://sante.ville.example"), "doctor")) {
            assertEquals(1, doctor.exitCode());
            assertTrue(doctor.out().contains("[FAUTE   ] PORTEVOIX_URL"), doctor.out());
            assertTrue(doctor.out().endsWith("Une faute.\n"), doctor.out());
            assertEquals(List.of(), doctor.errors());
            assertFalse(Files.exists(folder.resolve("database")), "looking changes nothing");
        }
        try (SiteProcess doctor = SiteProcess.start(
                Map.of(
                        "PORTEVOIX_DATA",
                        folder.toString(),
                        "DATASOURCES_DEFAULT_URL",
                        "jdbc:mysql://127.0.0.1:9/portevoix"),
                "doctor")) {
            assertEquals(1, doctor.exitCode());
            assertTrue(
                    doctor.out().contains("[FAUTE   ] La base de données 127.0.0.1:9/portevoix ne répond pas"),
                    doctor.out());
        }
    }

    private static List<String> faults(Database database) {
        return new DatabaseChecks(database)
                .all().stream().filter(Finding::isFault).map(Finding::line).toList();
    }

    private static Database database() {
        Map<String, String> environment = new HashMap<>();
        environment.put(
                "DATASOURCES_DEFAULT_URL",
                EmbeddedDatabase.url(TestDatabase.folder()).replace("/portevoix?", "/" + SCHEMA + "?"));
        Account site = EmbeddedDatabase.site(TestDatabase.folder());
        Account owner = EmbeddedDatabase.owner(TestDatabase.folder());
        environment.put("DATASOURCES_DEFAULT_USERNAME", site.username());
        environment.put("DATASOURCES_DEFAULT_PASSWORD", site.password());
        environment.put("PORTEVOIX_MIGRATION_USERNAME", owner.username());
        environment.put("PORTEVOIX_MIGRATION_PASSWORD", owner.password());
        return Database.externalAsItIs(environment);
    }

    private static void assertFault(Map<String, String> settings, String expected) {
        List<Finding> faults = new SettingChecks(settings)
                .all().stream().filter(Finding::isFault).toList();
        assertTrue(faults.stream().anyMatch(fault -> fault.line().contains(expected)), () -> settings + " " + faults);
    }
}
