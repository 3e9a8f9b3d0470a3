package org.portevoix.operation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/** A backup made while a forum answers, and restored elsewhere, is the site as it was at one moment. */
class BackupUnderLoadTest {
    private static final int RESIDENTS = 8;
    private static final int OPINIONS_BEFORE = 40;
    private static final Pattern OPEN = Pattern.compile("Porte-Voix est ouvert : (http://localhost:[0-9]+)/");

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    @Test
    void whatIsRestoredElsewhereEqualsTheMomentOfTheBackup() throws Exception {
        DataFolder target = DataFolder.at(Path.of("target"));
        for (String old : List.of("backup-data", "restored-data", "backups")) {
            target.delete(old);
        }
        Path backups = target.emptyFolder("backups");
        Path backup = backups.resolve("first.gz");
        DataFolder folder = DataFolder.at(target.resolve("backup-data"));

        String receipt;
        AtomicInteger given = new AtomicInteger();
        try (SiteProcess site = start(folder).awaitOpen()) {
            String address = address(site);
            receipt = give(address, 1);
            given.incrementAndGet();
            AtomicBoolean isOver = new AtomicBoolean();
            CountDownLatch before = new CountDownLatch(OPINIONS_BEFORE);
            try (ExecutorService residents = Executors.newFixedThreadPool(RESIDENTS)) {
                AtomicInteger number = new AtomicInteger(1);
                for (int i = 0; i < RESIDENTS; i++) {
                    residents.submit(() -> {
                        while (!isOver.get()) {
                            give(address, number.incrementAndGet());
                            given.incrementAndGet();
                            before.countDown();
                        }
                        return null;
                    });
                }
                before.await();
                try (SiteProcess command = start(folder, "backup", backup.toString())) {
                    assertEquals(0, command.exitCode(), () -> lines(command));
                    assertTrue(command.out().contains("Sauvegarde faite"), command.out());
                } finally {
                    isOver.set(true);
                }
            }
            assertEquals(143, site.signal("TERM").exitCode());
        }
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(backup)));
        assertEquals(List.of("first.gz"), names(backups), "nothing half-written stays");

        DataFolder restored = DataFolder.at(target.resolve("restored-data"));
        try (SiteProcess command =
                start(restored, "backup", backups.resolve("no.gz").toString())) {
            assertEquals(1, command.exitCode());
            assertTrue(command.errors().getLast().contains("secret"), () -> "it has none yet, and makes none");
        }
        try (SiteProcess command = start(restored, "restore", backup.toString())) {
            assertEquals(0, command.exitCode(), () -> lines(command));
        }
        Path again = backups.resolve("again.gz");
        try (SiteProcess command = start(restored, "backup", again.toString())) {
            assertEquals(0, command.exitCode(), () -> lines(command));
        }
        assertEquals(tables(backup), tables(again), "every table, line by line");
        try (SiteProcess command = start(restored, "verify-log")) {
            assertEquals(0, command.exitCode(), () -> lines(command));
        }

        try (SiteProcess site = start(restored).awaitOpen()) {
            String address = address(site);
            assertEquals(200, status(address + "/fr"));
            assertEquals(200, status(address + "/fr/bobigny/participation"));
            assertEquals(200, status(address + receipt), "a receipt given before the backup");
            long opinions = count(restored, "SELECT COUNT(*) FROM opinion");
            assertTrue(opinions > OPINIONS_BEFORE && opinions <= given.get(), opinions + " of " + given);
            assertEquals(opinions, count(restored, "SELECT SUM(count) FROM ledger_line WHERE act = 'OPINION'"));
            assertEquals(opinions * 2, count(restored, "SELECT COUNT(*) FROM answer"));
            give(address, 1_000_000);
            assertEquals(opinions + 1, count(restored, "SELECT COUNT(*) FROM opinion"));

            try (SiteProcess command = start(restored, "restore", backup.toString())) {
                assertEquals(1, command.exitCode(), "not under a serving site");
                assertTrue(command.errors().getLast().contains("sert déjà"), () -> lines(command));
            }
            site.signal("TERM").exitCode();
        }
        try (SiteProcess command = start(restored, "restore", backup.toString())) {
            assertEquals(1, command.exitCode(), "not over data");
            assertTrue(command.errors().getLast().contains("--replace"), () -> lines(command));
        }
        try (SiteProcess command = start(restored, "restore", "--replace", backup.toString())) {
            assertEquals(0, command.exitCode(), () -> lines(command));
        }
        try (SiteProcess command = start(restored, "doctor")) {
            assertEquals(0, command.exitCode(), () -> lines(command));
            assertFalse(command.out().contains("FAUTE"), command.out());
        }
    }

    /** Without the sealed log, to which a restoration adds its own line. */
    private static List<String> tables(Path backup) throws IOException {
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(backup)), StandardCharsets.UTF_8))) {
            List<String> all = lines.lines().toList();
            List<String> compared = new ArrayList<>();
            boolean isSealed = false;
            for (String line : all.subList(1, all.size() - 1)) {
                if (line.startsWith("{\"table\":")) {
                    isSealed = line.startsWith("{\"table\":\"sealed_line\"")
                            || line.startsWith("{\"table\":\"sealed_head\"");
                }
                if (!isSealed) {
                    compared.add(line);
                }
            }
            return compared;
        }
    }

    private static List<String> names(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    private static String lines(SiteProcess command) {
        try {
            return command.out() + command.errors();
        } catch (IOException unreadable) {
            return unreadable.toString();
        }
    }

    private static SiteProcess start(DataFolder folder, String... arguments) throws Exception {
        return SiteProcess.start(
                Map.of("PORTEVOIX_DATA", folder.path().toString(), "MICRONAUT_SERVER_PORT", "-1"), arguments);
    }

    private static String address(SiteProcess site) throws IOException {
        Matcher open = OPEN.matcher(site.out());
        assertTrue(open.find());
        return open.group(1);
    }

    /** The address of the receipt. */
    private String give(String address, int number) throws Exception {
        String form = "key=%032x&q-plu=%d&q-trouve=oui&home=courtillieres".formatted(number, 1 + number % 5);
        HttpRequest request = HttpRequest.newBuilder(URI.create(address + "/fr/bobigny/avis/forum-sante"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
        HttpResponse<Void> answer = http.send(request, HttpResponse.BodyHandlers.discarding());
        if (answer.statusCode() == 429) {
            Thread.sleep(100);
            return "";
        }
        assertEquals(303, answer.statusCode());
        return answer.headers().firstValue("Location").orElseThrow();
    }

    private int status(String address) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address)).build();
        return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    }

    private static long count(DataFolder folder, String query) throws Exception {
        try (Connection connection = Database.runningElsewhere(folder).siteConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }
}
