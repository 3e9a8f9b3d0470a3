package org.portevoix.operation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.portevoix.TestDatabase;

/** A backup put back is the same to the byte, and a damaged one is never put back. */
class RestoreTest {
    private static final String SCHEMA = "portevoix_backup_test";
    private static final String ELSEWHERE = "portevoix_restore_test";
    private static final String SECRET = "the secret of this site, of some length";
    private static final String WORDS = "L’été à l’école\n\ttab \\ \\N \"quotes\" 'x' السلام 🌳 \u0001 `;-- \r\n";

    @TempDir
    Path folder;

    @BeforeEach
    void twoSchemas() throws SQLException {
        for (String schema : List.of(SCHEMA, ELSEWHERE)) {
            asOwner("DROP DATABASE IF EXISTS " + schema, "CREATE DATABASE " + schema + " CHARACTER SET utf8mb4");
        }
    }

    @AfterEach
    void noTrace() throws SQLException {
        for (String schema : List.of(SCHEMA, ELSEWHERE)) {
            asOwner("DROP DATABASE IF EXISTS " + schema);
        }
    }

    @Test
    void everyValueComesBackToTheByte() throws Exception {
        Database database = filled();
        Path first = backup(database, "first.gz", true);
        Database elsewhere = database(ELSEWHERE);
        restore(elsewhere, first, false);

        assertEquals(tables(first), tables(backup(elsewhere, "second.gz", true)));
        try (Connection connection = elsewhere.ownerConnection()) {
            assertEquals(List.of(WORDS), Sql.strings(connection, "SELECT body FROM paragraph"));
            assertEquals(
                    List.of("2026-11-22 03:04:05.678901"),
                    Sql.strings(connection, "SELECT changed_at FROM page_change"));
            assertEquals(
                    List.of("FF00801F" + "00".repeat(12)), Sql.strings(connection, "SELECT HEX(id) FROM ledger_line"));
            Sql.execute(connection, "INSERT INTO text (source_language) VALUES ('fr')");
            assertEquals(
                    List.of("91"),
                    Sql.strings(connection, "SELECT MAX(id) FROM text"),
                    "a number that was given once, and its row erased, is not given again");
            assertThrows(SQLException.class, () -> Sql.execute(connection, "DELETE FROM ledger_line"));
        }
        try (Connection site = elsewhere.siteConnection()) {
            assertThrows(SQLException.class, () -> Sql.execute(site, "UPDATE ledger_line SET count = 2 WHERE 1 = 0"));
        }
    }

    @Test
    void theLongestVoiceComesBackToTheByte() throws Exception {
        Database database = filled();
        byte[] voice = new byte[4 << 20];
        new java.util.Random(5).nextBytes(voice);
        try (Connection connection = database.ownerConnection()) {
            Sql.execute(connection, "SET SESSION foreign_key_checks = 0");
            try (PreparedStatement insert = connection.prepareStatement("""
                    INSERT INTO recording (contract_id, list, item_id, slug, language, short_text, media_type, seconds, digest,
                        bytes, recorder_id, recorded_at, consented_at, state)
                    VALUES (1, 'events', 1, 'forum', 'snk', '', 'audio/mp4', 180, REPEAT('a', 32), ?, 1, UTC_TIMESTAMP(),
                        UTC_TIMESTAMP(), 'WAITING')
                    """)) {
                insert.setBytes(1, voice);
                insert.execute();
            }
        }
        Path file = backup(database, "voice.gz", true);
        Database elsewhere = database(ELSEWHERE);
        restore(elsewhere, file, false);
        String sum = java.util.HexFormat.of()
                .formatHex(java.security.MessageDigest.getInstance("SHA-256").digest(voice));
        try (Connection connection = elsewhere.ownerConnection()) {
            assertEquals(List.of(sum), Sql.strings(connection, "SELECT SHA2(bytes, 256) FROM recording"));
        }
    }

    @Test
    void aTableThatPorteVoixDoesNotKnowIsSavedAndLeftAside() throws Exception {
        Database database = filled();
        try (Connection connection = database.ownerConnection()) {
            Sql.execute(connection, "CREATE TABLE own_notes (id INT PRIMARY KEY, half INT AS (id / 2))");
            Sql.execute(connection, "INSERT INTO own_notes (id) VALUES (4)");
        }
        Path file = backup(database, "own.gz", true);
        List<String> said = new ArrayList<>();
        BackupFile backup = new BackupFile(file, said::add);
        new Restore(database(ELSEWHERE), backup, said::add).write(backup.check());
        assertTrue(said.stream().anyMatch(line -> line.contains("own_notes")), said::toString);
        assertTrue(tables(file).contains("[\"4\"]"), () -> "saved, but for what the server computes");
    }

    @Test
    void aDamagedFileIsRefused() throws Exception {
        Path good = backup(filled(), "good.gz", true);
        byte[] bytes = Files.readAllBytes(good);
        Path bad = folder.resolve("bad.gz");
        for (int at = 0; at < bytes.length; at += 1 + bytes.length / 97) {
            byte[] changed = bytes.clone();
            changed[at] ^= 0x10;
            // Bytes 3 to 9 of a gzip file tell nothing of its content: time, system (RFC 1952, 2.3).
            if (at < 4 || at > 9) {
                refused(Files.write(bad, changed), "byte " + at);
            }
        }
        for (int length : new int[] {0, 1, 500, bytes.length / 2, bytes.length - 1}) {
            refused(Files.write(bad, java.util.Arrays.copyOf(bytes, length)), "length " + length);
        }
        List<String> lines = unzipped(good);
        for (int i = 0; i < lines.size(); i++) {
            List<String> shorter = new ArrayList<>(lines);
            shorter.remove(i);
            refused(zipped(bad, shorter), "without line " + i);
        }
        List<String> other = new ArrayList<>(lines);
        other.replaceAll(line -> line.replace("école", "ecole"));
        refused(zipped(bad, other), "another word");
        List<String> longer = new ArrayList<>(lines);
        longer.add("{}");
        refused(zipped(bad, longer), "a line more");
        refused(Files.writeString(bad, "bonjour"), "another file");
        refused(folder.resolve("none.gz"), "no file");
        assertEquals(lines.size(), unzipped(zipped(bad, lines)).size());
        new BackupFile(bad, line -> {}).check();
    }

    @Test
    void whatIsThereIsNotOverwritten() throws Exception {
        Database database = filled();
        Path file = backup(database, "first.gz", true);
        assertTrue(assertThrows(Refusal.class, () -> backup(database, "first.gz", true))
                .line()
                .contains("existe déjà"));
        assertTrue(assertThrows(Refusal.class, () -> restore(database, file, false))
                .line()
                .contains("contient déjà des données"));
        restore(database, file, true);
        assertEquals(tables(file), tables(backup(database, "second.gz", true)));
    }

    @Test
    void aBackupFromAnOlderPorteVoixIsBroughtUpToDate() throws Exception {
        Database old = database(SCHEMA);
        old.migrations().runUntil("20261122.0313");
        try (Connection connection = old.ownerConnection()) {
            Sql.execute(connection, "INSERT INTO first_start VALUES (1, '2026-01-02 03:04:05')");
        }
        Path file = backup(old, "old.gz", true);
        Database elsewhere = database(ELSEWHERE);
        restore(elsewhere, file, false);
        try (Connection connection = elsewhere.ownerConnection()) {
            assertEquals(List.of("1"), Sql.strings(connection, "SELECT COUNT(*) FROM first_start"));
            assertEquals(elsewhere.migrations().known(), Sql.migrations(connection), "the tables of today");
        }
    }

    @Test
    void aBackupFromANewerPorteVoixIsRefused() throws Exception {
        Database database = filled();
        try (Connection connection = database.ownerConnection()) {
            Sql.execute(connection, """
                    INSERT INTO flyway_schema_history
                    SELECT 9999, '29991231.2359', description, type, 'V29991231_2359__x.sql', 1, installed_by, installed_on, 1, 1
                    FROM flyway_schema_history
                    WHERE installed_rank = 1
                    """);
        }
        Path file = backup(database, "newer.gz", true);
        assertTrue(assertThrows(Refusal.class, () -> restore(database(ELSEWHERE), file, false))
                .line()
                .contains("plus récent"));
    }

    @Test
    void theSecretIsInTheFileOnlyWhereItIsWanted() throws Exception {
        Database database = filled();
        Path with = backup(database, "with.gz", true);
        Path without = backup(database, "without.gz", false);
        assertTrue(unzipped(with).getFirst().contains(SECRET));
        assertFalse(unzipped(without).getFirst().contains(SECRET));
        assertEquals(
                BackupLines.mark(SECRET),
                new BackupFile(without, line -> {}).check().start().secretMark());
    }

    private static void refused(Path file, String what) {
        assertThrows(Refusal.class, () -> new BackupFile(file, line -> {}).check(), what);
    }

    private static void restore(Database database, Path path, boolean replace) throws SQLException {
        BackupFile file = new BackupFile(path, line -> {});
        BackupFile.Content content = file.check();
        Restore restore = new Restore(database, file, line -> {});
        restore.refuseUnfit(content, replace);
        restore.write(content);
    }

    private Path backup(Database database, String name, boolean keepsSecret) {
        Path file = folder.resolve(name);
        new Backup(database, SECRET, keepsSecret, line -> {}).write(file);
        return file;
    }

    private static Database filled() throws SQLException {
        Database database = database(SCHEMA).broughtUpToDate();
        try (Connection connection = database.ownerConnection()) {
            Sql.execute(connection, "INSERT INTO text VALUES (7, 'fr'), (90, 'fr')");
            Sql.execute(connection, "DELETE FROM text WHERE id = 90");
            try (PreparedStatement insert = connection.prepareStatement("""
                    INSERT INTO paragraph (text_id, language, position, body, origin, digest, state)
                    VALUES (7, 'fr', 0, ?, 'SOURCE', 'x', 'REVIEWED')
                    """)) {
                insert.setString(1, WORDS);
                insert.execute();
            }
            Sql.execute(
                    connection, "INSERT INTO page_change (tag, changed_at) VALUES ('x', '2026-11-22 03:04:05.678901')");
            Sql.execute(connection, """
                    INSERT INTO ledger_line (id, contract_id, kind, month, act, count)
                    VALUES (UNHEX('FF00801F000000000000000000000000'), 1, 'ACTIVITY', '2026-11', 'REPLY', 1)
                    """);
        }
        return database;
    }

    private static Database database(String schema) {
        Map<String, String> environment = new HashMap<>();
        environment.put(
                "DATASOURCES_DEFAULT_URL",
                EmbeddedDatabase.url(TestDatabase.folder()).replace("/portevoix?", "/" + schema + "?"));
        Account site = EmbeddedDatabase.site(TestDatabase.folder());
        Account owner = EmbeddedDatabase.owner(TestDatabase.folder());
        environment.put("DATASOURCES_DEFAULT_USERNAME", site.username());
        environment.put("DATASOURCES_DEFAULT_PASSWORD", site.password());
        environment.put("PORTEVOIX_MIGRATION_USERNAME", owner.username());
        environment.put("PORTEVOIX_MIGRATION_PASSWORD", owner.password());
        return Database.externalAsItIs(environment);
    }

    private static void asOwner(String... statements) throws SQLException {
        try (Connection connection = TestDatabase.ownerConnection()) {
            for (String each : statements) {
                Sql.execute(connection, each);
            }
        }
    }

    private static List<String> tables(Path backup) throws IOException {
        List<String> all = unzipped(backup);
        return all.subList(1, all.size() - 1);
    }

    private static List<String> unzipped(Path file) throws IOException {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(Files.readAllBytes(file)))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        }
    }

    private static Path zipped(Path file, List<String> lines) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write((String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
        }
        return Files.write(file, bytes.toByteArray());
    }
}
