package org.portevoix.operation;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.internal.exception.FlywayMigrateException;

/** Brings the tables to what this version of the site knows. Any number of machines may try at once: one does it, the others wait. */
final class Migrations {
    static final String HISTORY = "flyway_schema_history";

    private final String location;

    Migrations(String location) {
        this.location = location;
    }

    void run(String url, Account owner) {
        Flyway flyway = Flyway.configure()
                .dataSource(url, owner.username(), owner.password())
                .locations(location)
                .table(HISTORY)
                .baselineOnMigrate(false)
                .cleanDisabled(true)
                .validateMigrationNaming(true)
                .load();
        try {
            flyway.migrate();
        } catch (FlywayException failure) {
            throw refusal(failure);
        }
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
