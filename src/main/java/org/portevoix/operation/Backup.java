package org.portevoix.operation;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * The whole site in one file, while it serves: every table as it was at one moment, and the secret without which receipts open
 * nothing. Written under another name and named at its end, so that a file with its name is a whole backup.
 */
final class Backup {
    private static final int TABLE_CHANGED = 1412;

    private final Database database;
    private final String secret;
    private final boolean keepsSecret;
    private final Consumer<String> say;

    Backup(Database database, String secret, boolean keepsSecret, Consumer<String> say) {
        this.database = database;
        this.secret = secret;
        this.keepsSecret = keepsSecret;
        this.say = say;
    }

    /** The hidden name under which the file grows. */
    static Path draft(Path file) {
        return file.resolveSibling(
                "." + file.getFileName() + "." + ProcessHandle.current().pid() + ".part");
    }

    BackupLines.End write(Path file) {
        if (Files.exists(file)) {
            throw new Refusal("Le fichier " + file + " existe déjà : donnez un autre nom, avec le jour par exemple.");
        }
        Path draft = draft(file);
        try {
            BackupLines.End end = writeDraft(draft);
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
            return end;
        } catch (IOException failure) {
            throw new Refusal(
                    "Je ne peux pas écrire la sauvegarde " + file + " : " + reason(failure) + ". Rien n'est gardé.",
                    failure);
        } catch (SQLException failure) {
            throw failure.getErrorCode() == TABLE_CHANGED ? tablesChanged() : stopped(failure);
        } finally {
            forget(draft);
        }
    }

    private static void forget(Path draft) {
        try {
            Files.deleteIfExists(draft);
        } catch (IOException leftThere) {
            // Its name says that it is no backup.
        }
    }

    private static String reason(IOException failure) {
        String reason = String.valueOf(failure.getMessage());
        return switch (failure) {
            case java.nio.file.NoSuchFileException missing -> "son dossier n'existe pas";
            case java.nio.file.AccessDeniedException denied -> "je n'ai pas le droit d'écrire dans son dossier";
            default -> reason.contains("No space left") ? "le disque est plein" : reason;
        };
    }

    private BackupLines.End writeDraft(Path draft) throws IOException, SQLException {
        MessageDigest digest = TableDigest.sha256();
        Files.deleteIfExists(draft);
        DataFolder.createOwned(draft);
        try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE);
                OutputStream file = new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16);
                GZIPOutputStream compressed = new GZIPOutputStream(file, 1 << 16);
                DigestOutputStream out = new DigestOutputStream(compressed, digest);
                Connection connection = database.ownerConnection()) {
            BackupLines.End end = writeSnapshot(connection, out, digest);
            compressed.finish();
            file.flush();
            channel.force(true);
            return end;
        }
    }

    private BackupLines.End writeSnapshot(Connection connection, OutputStream out, MessageDigest digest)
            throws SQLException, IOException {
        Sql.execute(connection, "SET SESSION TRANSACTION ISOLATION LEVEL REPEATABLE READ");
        showFreshNumbers(connection);
        Sql.execute(connection, "START TRANSACTION WITH CONSISTENT SNAPSHOT, READ ONLY");
        List<StoredTable> tables = StoredTable.all(connection);
        if (tables.isEmpty()) {
            throw new Refusal("La base de données " + database.name() + " est vide : il n'y a rien à sauvegarder.");
        }
        List<String> migrations = Sql.migrations(connection);
        line(out, BackupLines.of(start(connection, migrations)));
        Progress progress = new Progress(say, "Je sauvegarde");
        long rows = 0;
        for (StoredTable table : tables) {
            line(out, BackupLines.of(table));
            TableDigest written = rows(connection, table, row -> {
                line(out, row);
                progress.row(table.table());
            });
            line(out, BackupLines.of(new BackupLines.TableEnd(written.rows(), written.hex())));
            rows += written.rows();
        }
        List<String> triggers = Sql.triggers(connection);
        Sql.execute(connection, "COMMIT");
        if (!Sql.migrations(connection).equals(migrations)) {
            throw tablesChanged();
        }
        out.flush();
        BackupLines.End end = new BackupLines.End(
                tables.size(), rows, triggers, HexFormat.of().formatHex(digest.digest()));
        line(out, BackupLines.of(end));
        return end;
    }

    /** MySQL else shows numbers of yesterday; MariaDB does not know the word. */
    private static void showFreshNumbers(Connection connection) {
        try {
            Sql.execute(connection, "SET SESSION information_schema_stats_expiry = 0");
        } catch (SQLException alwaysFresh) {
            // MariaDB.
        }
    }

    private BackupLines.Start start(Connection connection, List<String> migrations) throws SQLException {
        @Nullable String kept = keepsSecret ? secret : null;
        return new BackupLines.Start(
                BackupLines.KIND,
                BackupLines.FORMAT,
                Instant.now().toString(),
                Sql.strings(connection, "SELECT VERSION()").getFirst(),
                migrations,
                BackupLines.mark(secret),
                kept);
    }

    /** Gives each row of the table, as a line of a backup. */
    static TableDigest rows(Connection connection, StoredTable table, RowWork work) throws SQLException, IOException {
        TableDigest digest = new TableDigest();
        try (Statement statement =
                connection.createStatement(ResultSet.TYPE_FORWARD_ONLY, ResultSet.CONCUR_READ_ONLY)) {
            // Connector/J's word for: one row at a time, never all of them in memory.
            statement.setFetchSize(Integer.MIN_VALUE);
            try (ResultSet rows = statement.executeQuery(table.select())) {
                String[] values = new String[table.columns().size()];
                while (rows.next()) {
                    for (int i = 0; i < values.length; i++) {
                        values[i] = rows.getString(i + 1);
                    }
                    byte[] line = BackupLines.of(values);
                    digest.add(line);
                    work.with(line);
                }
            }
        }
        return digest;
    }

    private static void line(OutputStream out, byte[] line) throws IOException {
        out.write(line);
        out.write('\n');
    }

    private static Refusal tablesChanged() {
        return new Refusal("Les tables ont été mises à jour pendant la sauvegarde : relancez-la. Rien n'est gardé.");
    }

    private Refusal stopped(SQLException failure) {
        return new Refusal(
                "La base de données " + database.name() + " s'est arrêtée pendant la sauvegarde ("
                        + Failures.named(failure) + ") : relancez-la. Rien n'est gardé.",
                failure);
    }

    /** What is done with each line. */
    interface RowWork {
        void with(byte[] line) throws IOException, SQLException;
    }
}
