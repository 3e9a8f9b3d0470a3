package org.portevoix.operation;

import static org.flywaydb.core.api.MigrationState.FUTURE_SUCCESS;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.core.internal.exception.FlywayMigrateException;

/** Brings the tables to what this version of the site knows. Any number of machines may try at once: one does it, the others wait. */
final class Migrations {
    static final String HISTORY = "flyway_schema_history";

    private final FluentConfiguration configuration;

    Migrations(String location, String url, Account owner) {
        configuration = Flyway.configure()
                .dataSource(url, owner.username(), owner.password())
                .locations(location)
                .table(HISTORY)
                .baselineOnMigrate(false)
                .cleanDisabled(true)
                .validateMigrationNaming(true);
    }

    void run() {
        migrate(configuration.load());
    }

    /** The tables as they were at that migration, such as {@code 20261122.0310}. */
    void runUntil(String version) {
        migrate(Flyway.configure()
                .configuration(configuration)
                .target(MigrationVersion.fromVersion(version))
                .load());
    }

    private static void migrate(Flyway flyway) {
        try {
            flyway.migrate();
        } catch (FlywayException failure) {
            throw refusal(failure);
        }
    }

    /** The versions that this site knows, oldest first. */
    List<String> known() {
        return versions(
                Arrays.stream(configuration.load().info().all()).filter(each -> each.getState() != FUTURE_SUCCESS));
    }

    /** Of those, the ones that this database has not seen. */
    List<String> waiting() {
        return versions(Arrays.stream(configuration.load().info().pending()));
    }

    private static List<String> versions(Stream<MigrationInfo> migrations) {
        return migrations
                .map(migration -> String.valueOf(migration.getVersion()))
                .toList();
    }

    private static Refusal refusal(FlywayException failure) {
        String script = failure instanceof FlywayMigrateException inOne
                ? inOne.getMigration().getScript() + " : "
                : "";
        return new Refusal("La mise à jour de la base de données a échoué : " + script + reason(failure), failure);
    }

    /** The database's own words where it has spoken, else the first lines of the tool's, on one line. */
    private static String reason(Throwable failure) {
        Throwable deepest = failure;
        while (deepest.getCause() != null) {
            deepest = deepest.getCause();
        }
        String words =
                String.valueOf(deepest.getMessage()).replaceAll("\\s+", " ").strip();
        return words.length() > 400 ? words.substring(0, 400) + "…" : words;
    }
}
