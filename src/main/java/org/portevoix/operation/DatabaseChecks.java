package org.portevoix.operation;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the doctor looks at in the database, without changing anything in it. */
final class DatabaseChecks {
    private static final Set<Integer> DENIED = Set.of(1142, 1143);
    private static final Duration CLOCKS_APART = Duration.ofSeconds(5);
    private static final long LEAST_PACKET = 16L << 20;
    private static final Pattern VERSION = Pattern.compile("([0-9]+)\\.([0-9]+)");

    private final Database database;

    DatabaseChecks(Database database) {
        this.database = database;
    }

    List<Finding> all() {
        database.refuseSilence();
        List<Finding> findings = new ArrayList<>();
        try (Connection owner = database.ownerConnection();
                Connection site = database.siteConnection()) {
            findings.add(version(owner));
            findings.add(clock(owner));
            findings.add(charset(owner));
            findings.add(packet(owner));
            findings.addAll(tables(owner, site));
        } catch (SQLException failure) {
            findings.add(Finding.fault("La base de données " + database.name() + " refuse : " + failure.getMessage()));
        }
        return findings;
    }

    private Finding version(Connection connection) throws SQLException {
        String version = Sql.strings(connection, "SELECT VERSION()").getFirst();
        boolean isMariaDb = version.contains("MariaDB");
        Matcher number = VERSION.matcher(version);
        int known = number.find() ? Integer.parseInt(number.group(1)) * 100 + Integer.parseInt(number.group(2)) : 0;
        String line = "Base de données " + database.name() + " : " + (isMariaDb ? "" : "MySQL ") + version;
        return known < (isMariaDb ? 1006 : 800)
                ? Finding.fault(line + " est trop ancienne : MariaDB 10.6 ou MySQL 8.0 au moins.")
                : Finding.good(line);
    }

    private static Finding clock(Connection connection) throws SQLException {
        String now = Sql.strings(connection, "SELECT DATE_FORMAT(UTC_TIMESTAMP(6), '%Y-%m-%dT%H:%i:%s.%f')")
                .getFirst();
        Instant theirs =
                DateTimeFormatter.ISO_LOCAL_DATE_TIME.withZone(ZoneOffset.UTC).parse(now, Instant::from);
        Duration apart = Duration.between(theirs, Instant.now()).abs();
        return apart.compareTo(CLOCKS_APART) > 0
                ? Finding.fault("L'heure de la base et celle de cette machine ont " + apart.toSeconds()
                        + " s d'écart : réglez-les sur le réseau (chrony, systemd-timesyncd).")
                : Finding.good("Heure : la même ici et dans la base");
    }

    private static Finding charset(Connection connection) throws SQLException {
        String charset = Sql.strings(connection, """
                        SELECT default_character_set_name
                        FROM information_schema.schemata
                        WHERE schema_name = DATABASE()
                        """).getFirst();
        return charset.equals("utf8mb4")
                ? Finding.good("Jeu de caractères : utf8mb4")
                : Finding.fault("Le jeu de caractères de la base est " + charset
                        + " : ALTER DATABASE … CHARACTER SET utf8mb4 (certaines écritures se perdraient).");
    }

    private static Finding packet(Connection connection) throws SQLException {
        long bytes = Long.parseLong(
                Sql.strings(connection, "SELECT @@max_allowed_packet").getFirst());
        return bytes < LEAST_PACKET
                ? Finding.fault("max_allowed_packet vaut " + (bytes >> 20) + " Mo : mettez-le à 16 Mo au moins.")
                : Finding.good("max_allowed_packet : " + (bytes >> 20) + " Mo");
    }

    private List<Finding> tables(Connection owner, Connection site) throws SQLException {
        if (StoredTable.all(owner).isEmpty()) {
            return List.of(Finding.remark("La base est vide : ./run crée les tables."));
        }
        List<Finding> findings = new ArrayList<>(List.of(migrations()));
        for (String table : new TreeSet<>(Grants.APPEND_ONLY)) {
            findings.add(triggers(owner, table));
            findings.add(rights(site, table));
        }
        return findings;
    }

    private Finding migrations() {
        int waiting = database.migrations().waiting().size();
        return waiting == 0
                ? Finding.good("Tables à jour")
                : Finding.remark("Tables : " + waiting + " mises à jour attendent ; ./run les fait à son ouverture"
                        + " (sauvegardez d'abord).");
    }

    private static Finding triggers(Connection connection, String table) throws SQLException {
        String sql = """
                SELECT event_manipulation
                FROM information_schema.triggers
                WHERE trigger_schema = DATABASE()
                AND event_object_table = ?
                AND action_timing = 'BEFORE'
                """;
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setString(1, table);
            return Sql.strings(query).containsAll(List.of("UPDATE", "DELETE"))
                    ? Finding.good("Table " + table + " : ses déclencheurs refusent tout changement")
                    : Finding.fault(
                            "La table " + table + " a perdu ses déclencheurs : restaurez une sauvegarde, ou recréez-les"
                                    + " depuis src/main/resources/db/migration.");
        }
    }

    /** Tries, on no row at all. */
    private Finding rights(Connection site, String table) throws SQLException {
        if (database.hasOneAccount()) {
            return Finding.remark(
                    "Table " + table + " : le compte du site est aussi celui des tables ; donnez-leur un compte à"
                            + " part (PORTEVOIX_MIGRATION_USERNAME).");
        }
        return isDenied(site, "DELETE FROM `" + table + "` WHERE 1 = 0")
                        && isDenied(site, "UPDATE `" + table + "` SET `" + column(site, table) + "` = NULL WHERE 1 = 0")
                ? Finding.good("Table " + table + " : le compte du site ne peut qu'y ajouter")
                : Finding.fault("Le compte du site peut changer la table " + table
                        + " : ./run migrate lui reprend ce droit ; voyez aussi ses droits sur *.*.");
    }

    private static String column(Connection site, String table) throws SQLException {
        try (Statement statement = site.createStatement();
                ResultSet none = statement.executeQuery("SELECT * FROM `" + table + "` LIMIT 0")) {
            return none.getMetaData().getColumnName(1);
        }
    }

    private static boolean isDenied(Connection site, String sql) throws SQLException {
        try {
            Sql.execute(site, sql);
            return false;
        } catch (SQLException failure) {
            if (DENIED.contains(failure.getErrorCode())) {
                return true;
            }
            throw failure;
        }
    }
}
