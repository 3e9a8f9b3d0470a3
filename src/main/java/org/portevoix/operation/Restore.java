package org.portevoix.operation;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Puts a backup back into an empty database: the tables as they were when it was made, its rows in one transaction, read again and
 * compared before they stay; then the tables of today. Interrupted, it leaves no row.
 */
final class Restore {
    private static final int ROWS_AT_ONCE = 500;
    private static final int CHARACTERS_AT_ONCE = 1 << 20;

    private final Database database;
    private final BackupFile file;
    private final Consumer<String> say;

    Restore(Database database, BackupFile file, Consumer<String> say) {
        this.database = database;
        this.file = file;
        this.say = say;
    }

    /** Refuses what can't be restored here, before anything is written. {@code replace}: what the database holds may be lost. */
    void refuseUnfit(BackupFile.Content content, boolean replace) throws SQLException {
        database.refuseSilence();
        refuseTheFuture(content.start());
        if (!replace) {
            try (Connection connection = database.ownerConnection()) {
                refuseData(connection);
            }
        }
    }

    /** What the database holds is lost. {@code content}: of the same file, checked. */
    void write(BackupFile.Content content) throws SQLException {
        try (Connection connection = database.ownerConnection()) {
            dropTables(connection);
        }
        say.accept("Je recrée les tables…");
        database.migrations().runUntil(content.start().migrations().getLast());
        try (Connection connection = database.ownerConnection()) {
            load(connection, content);
        }
        database.broughtUpToDate();
    }

    private void refuseTheFuture(BackupLines.Start start) {
        Set<String> unknown = new HashSet<>(start.migrations());
        database.migrations().known().forEach(unknown::remove);
        if (!unknown.isEmpty()) {
            throw new Refusal("La sauvegarde vient d'un Porte-Voix plus récent que celui-ci : mettez celui-ci à jour,"
                    + " puis recommencez.");
        }
    }

    private void refuseData(Connection connection) throws SQLException {
        for (StoredTable table : StoredTable.all(connection)) {
            if (!Sql.strings(connection, "SELECT 1 FROM `" + table.table() + "` LIMIT 1")
                    .isEmpty()) {
                throw new Refusal("La base de données " + database.name()
                        + " contient déjà des données : restaurez dans un dossier neuf (PORTEVOIX_DATA) ou une base vide,"
                        + " ou ajoutez --replace pour les effacer d'abord.");
            }
        }
    }

    private static void dropTables(Connection connection) throws SQLException {
        List<String> names = Sql.strings(connection, """
                SELECT table_name
                FROM information_schema.tables
                WHERE table_schema = DATABASE()
                AND table_type = 'BASE TABLE'
                """);
        Sql.execute(connection, "SET SESSION foreign_key_checks = 0");
        for (String name : names) {
            Sql.execute(connection, "DROP TABLE `" + name + "`");
        }
    }

    private void load(Connection connection, BackupFile.Content content) throws SQLException {
        Sql.execute(connection, "SET SESSION foreign_key_checks = 0");
        // A zero is a zero, and a value that does not fit is an error.
        Sql.execute(connection, "SET SESSION sql_mode = 'NO_AUTO_VALUE_ON_ZERO,STRICT_ALL_TABLES'");
        Map<String, StoredTable> here = new LinkedHashMap<>();
        StoredTable.all(connection).forEach(table -> here.put(table.table(), table));
        Loading loading = new Loading(connection, here);
        keepNumbers(connection, content.tables(), here);
        connection.setAutoCommit(false);
        loading.empty();
        file.read("J'écris", loading);
        say.accept("Je relis tout…");
        loading.verify();
        if (!new HashSet<>(Sql.triggers(connection)).containsAll(content.end().triggers())) {
            throw new Refusal("Il manque des déclencheurs dans la base restaurée (droit CREATE TRIGGER,"
                    + " log_bin_trust_function_creators) : rien n'est gardé.");
        }
        connection.commit();
    }

    /** A number once given, and erased since, is never given again: lines of the ledger may still name it. */
    private static void keepNumbers(Connection connection, List<StoredTable> stored, Map<String, StoredTable> here)
            throws SQLException {
        for (StoredTable each : stored) {
            if (each.next() != null && here.containsKey(each.table())) {
                Sql.execute(connection, "ALTER TABLE `" + each.table() + "` AUTO_INCREMENT = " + each.next());
            }
        }
    }

    private final class Loading implements BackupFile.Reader {
        private final Connection connection;
        private final Map<String, StoredTable> here;
        private final Map<StoredTable, BackupLines.TableEnd> written = new LinkedHashMap<>();
        private @Nullable StoredTable table;
        private @Nullable PreparedStatement insert;
        private int rows;
        private int characters;

        private Loading(Connection connection, Map<String, StoredTable> here) {
            this.connection = connection;
            this.here = here;
        }

        /** What migrations write by themselves is in the backup too. */
        private void empty() throws SQLException {
            for (String name : here.keySet()) {
                Sql.execute(connection, "DELETE FROM `" + name + "`");
            }
        }

        @Override
        public void start(BackupLines.Start start) {}

        @Override
        public void table(StoredTable stored) throws SQLException {
            table = null;
            StoredTable target = here.get(stored.table());
            if (target == null) {
                say.accept("La table " + stored.table() + " n'est pas de Porte-Voix : je la laisse de côté.");
                return;
            }
            if (!target.columnNames().containsAll(stored.columnNames())) {
                throw new Refusal("La table " + stored.table()
                        + " de la sauvegarde n'a pas les mêmes colonnes qu'ici : rien n'est gardé.");
            }
            // Triggers wrote into tables whose own rows now come.
            Sql.execute(connection, "DELETE FROM `" + stored.table() + "`");
            table = stored;
            insert = connection.prepareStatement(stored.insert());
        }

        @Override
        public void row(String[] values) throws SQLException {
            PreparedStatement statement = insert;
            StoredTable stored = table;
            if (stored == null || statement == null) {
                return;
            }
            for (int i = 0; i < values.length; i++) {
                String value = values[i];
                if (value != null && stored.columns().get(i).isBytes()) {
                    statement.setBytes(i + 1, HexFormat.of().parseHex(value));
                } else {
                    statement.setString(i + 1, value);
                }
                characters += value == null ? 1 : value.length();
            }
            statement.addBatch();
            rows++;
            if (rows >= ROWS_AT_ONCE || characters >= CHARACTERS_AT_ONCE) {
                send(statement);
            }
        }

        private void send(PreparedStatement statement) throws SQLException {
            statement.executeBatch();
            rows = 0;
            characters = 0;
        }

        @Override
        public void tableEnd(BackupLines.TableEnd end) throws SQLException {
            PreparedStatement statement = insert;
            StoredTable stored = table;
            if (stored == null || statement == null) {
                return;
            }
            send(statement);
            statement.close();
            insert = null;
            written.put(stored, end);
        }

        /** Reads what the database now holds, as a backup would. */
        private void verify() throws SQLException {
            for (Map.Entry<StoredTable, BackupLines.TableEnd> each : written.entrySet()) {
                TableDigest found = digest(each.getKey());
                if (found.rows() != each.getValue().rows()
                        || !found.hex().equals(each.getValue().digest())) {
                    throw new Refusal("La table " + each.getKey().table()
                            + ", relue, n'est pas celle de la sauvegarde : rien n'est gardé.");
                }
            }
        }

        private TableDigest digest(StoredTable stored) throws SQLException {
            try {
                return Backup.rows(connection, stored, line -> {});
            } catch (IOException never) {
                throw new IllegalStateException(never);
            }
        }
    }
}
