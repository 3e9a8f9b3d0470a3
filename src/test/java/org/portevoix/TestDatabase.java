package org.portevoix;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import org.portevoix.operation.DataFolder;
import org.portevoix.operation.Database;

/**
 * One real database for all the tests of this JVM: tables up to date and empty when the JVM starts, accounts and rights as in
 * production. A test leaves what it writes; it reads by its own slugs and names, never "all the rows".
 */
public final class TestDatabase {
    /** Kept between runs: unpacking a server takes longer than emptying one. */
    private static final DataFolder FOLDER = firstFree();

    private static final Database DATABASE = open();

    private TestDatabase() {}

    /** Settings for Micronaut, from a test's {@code TestPropertyProvider}. */
    public static Map<String, Object> properties() {
        Map<String, Object> properties = DATABASE.properties();
        properties.put("portevoix.secret", FOLDER.secret());
        properties.put("datasources.default.maximum-pool-size", 5);
        return properties;
    }

    /** As the owner of the tables, who may do everything: for what a test needs to prepare or to look at. */
    public static Connection ownerConnection() throws SQLException {
        return DATABASE.ownerConnection();
    }

    /** As the site, with its rights and no more. */
    public static Connection siteConnection() throws SQLException {
        return DATABASE.siteConnection();
    }

    /** Where this JVM's database is. */
    public static DataFolder folder() {
        return FOLDER;
    }

    /** Two builds may test at once: each has its own. */
    private static DataFolder firstFree() {
        int number = 1;
        while (true) {
            DataFolder folder = DataFolder.at(Path.of("target", "test-data-" + number));
            if (folder.lock()) {
                return folder;
            }
            number++;
        }
    }

    private static Database open() {
        try {
            Database database = Database.emptied(FOLDER);
            Runtime.getRuntime().addShutdownHook(new Thread(database::close, "stop test database"));
            return database;
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
