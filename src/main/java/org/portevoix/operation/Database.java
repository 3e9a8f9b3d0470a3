package org.portevoix.operation;

import java.io.Closeable;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The database the site works on, up to date and ready: the embedded one, or the operator's own. */
public final class Database implements Closeable {
    private static final Logger LOG = LoggerFactory.getLogger(Database.class);
    private static final Duration OTHER_PROCESS_OPENS = Duration.ofMinutes(2);

    private final ConnectionUrl url;
    private final Account site;
    private final Account owner;
    private final @Nullable EmbeddedDatabase embedded;

    private Database(ConnectionUrl url, Account site, Account owner, @Nullable EmbeddedDatabase embedded) {
        this.url = url;
        this.site = site;
        this.owner = owner;
        this.embedded = embedded;
    }

    /** True when the operator brings a database: the embedded one is not started. */
    static boolean isExternal(Map<String, String> environment) {
        return !environment.getOrDefault("DATASOURCES_DEFAULT_URL", "").isBlank();
    }

    /** The operator's own, from DATASOURCES_DEFAULT_* and, to keep the ledger from the site's account, PORTEVOIX_MIGRATION_*. */
    static Database external(Map<String, String> environment) {
        return externalAsItIs(environment).broughtUpToDate();
    }

    /** The same, whose tables stay as they are. */
    static Database externalAsItIs(Map<String, String> environment) {
        ConnectionUrl url = ConnectionUrl.of(environment.getOrDefault("DATASOURCES_DEFAULT_URL", ""));
        Account site = account(environment, "DATASOURCES_DEFAULT_");
        Account migration = account(environment, "PORTEVOIX_MIGRATION_");
        return new Database(url, site, migration.username().isEmpty() ? site : migration, null);
    }

    private static Account account(Map<String, String> environment, String prefix) {
        return new Account(
                environment.getOrDefault(prefix + "USERNAME", ""), environment.getOrDefault(prefix + "PASSWORD", ""));
    }

    /**
     * The one in a data folder that this process has locked; stopped by {@link #close()}.
     *
     * @param opened told of the database before it starts, so that a stop in the middle ends it cleanly
     */
    static Database embedded(DataFolder folder, Consumer<String> say, Consumer<Closeable> opened) {
        return embeddedAsItIs(folder, say, opened).broughtUpToDate();
    }

    /** The same, whose tables stay as they are. */
    static Database embeddedAsItIs(DataFolder folder, Consumer<String> say, Consumer<Closeable> opened) {
        EmbeddedDatabase server = new EmbeddedDatabase(folder, say);
        opened.accept(server);
        server.start();
        return of(folder, server);
    }

    /** The embedded one, with an empty schema of tables up to date: what it held before is gone. For tests. */
    public static Database emptied(DataFolder folder) throws SQLException {
        EmbeddedDatabase server = new EmbeddedDatabase(folder, line -> LOG.info("{}", line));
        server.start();
        Database database = of(folder, server);
        try (Connection connection = database.ownerConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("DROP DATABASE " + database.url.schema());
            statement.execute("CREATE DATABASE " + database.url.schema());
        }
        return database.broughtUpToDate();
    }

    /** The embedded one that another process runs on this folder, perhaps still starting. */
    static Database runningElsewhere(DataFolder folder) {
        Instant deadline = Instant.now().plus(OTHER_PROCESS_OPENS);
        while (!answers(folder)) {
            if (Instant.now().isAfter(deadline)) {
                throw new Refusal("Le dossier de données " + folder.path() + " est pris par le processus "
                        + folder.holder() + ", mais sa base de données ne répond pas.");
            }
            Operation.pause();
        }
        return of(folder, null);
    }

    private static boolean answers(DataFolder folder) {
        return !EmbeddedDatabase.url(folder).isEmpty()
                && EmbeddedDatabase.answers(EmbeddedDatabase.url(folder), EmbeddedDatabase.owner(folder));
    }

    private static Database of(DataFolder folder, @Nullable EmbeddedDatabase server) {
        return new Database(
                ConnectionUrl.of(EmbeddedDatabase.url(folder)),
                EmbeddedDatabase.site(folder),
                EmbeddedDatabase.owner(folder),
                server);
    }

    /** Refuses in one line when one of the accounts gets no answer. */
    void refuseSilence() {
        identity(site);
        identity(owner);
    }

    Database broughtUpToDate() {
        bringUpToDate();
        return this;
    }

    private void bringUpToDate() {
        String grantee = identity(site);
        identity(owner);
        migrations().run();
        if (hasOneAccount()) {
            LOG.warn("the site's account owns the tables: only triggers keep the ledger append-only"
                    + " (PORTEVOIX_MIGRATION_USERNAME names another owner)");
            return;
        }
        try {
            new Grants(url.plain(), owner).give(url.schema(), grantee);
        } catch (SQLException failure) {
            throw new Refusal(
                    "Le compte « " + owner + " » ne peut pas donner ses droits au compte « " + site + " » : "
                            + failure.getMessage() + " (il lui faut GRANT ALL ON " + url.schema()
                            + ".* … WITH GRANT OPTION)",
                    failure);
        }
    }

    /** The account as the server names it; refused in one line when it does not answer to it. */
    private String identity(Account account) {
        try (Connection connection =
                        DriverManager.getConnection(url.withoutSchema(), account.username(), account.password());
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT CURRENT_USER()")) {
            row.next();
            return row.getString(1);
        } catch (SQLException failure) {
            throw refusal(account, failure);
        }
    }

    private Refusal refusal(Account account, SQLException failure) {
        String state = String.valueOf(failure.getSQLState());
        if (state.startsWith("28")) {
            return new Refusal(
                    "La base de données " + url.name() + " refuse le compte « " + account
                            + " » : vérifiez son nom et son mot de passe.",
                    failure);
        }
        if (state.startsWith("08")) {
            return new Refusal(
                    "La base de données " + url.name()
                            + " ne répond pas : est-elle démarrée, l'adresse est-elle la bonne ?",
                    failure);
        }
        return new Refusal(
                "La base de données " + url.name() + " refuse : "
                        + String.valueOf(failure.getMessage()).replaceAll("\\s+", " "),
                failure);
    }

    /** What brings its tables up to date. */
    Migrations migrations() {
        return new Migrations("classpath:db/migration", url.plain(), owner);
    }

    /** True when the site owns its tables: only triggers then keep the ledger. */
    boolean hasOneAccount() {
        return owner.username().equals(site.username());
    }

    /** Hosts and schema, for a console. */
    String name() {
        return url.name();
    }

    /** The site's settings for this database. */
    public Map<String, Object> properties() {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("datasources.default.url", url.forSite());
        properties.put("datasources.default.username", site.username());
        properties.put("datasources.default.password", site.password());
        properties.put("datasources.default.driver-class-name", "com.mysql.cj.jdbc.Driver");
        return properties;
    }

    /** As the owner of the tables: for migrations, backups and tests, never for the site. */
    public Connection ownerConnection() throws SQLException {
        return DriverManager.getConnection(url.forSite(), owner.username(), owner.password());
    }

    /** As the site. */
    public Connection siteConnection() throws SQLException {
        return DriverManager.getConnection(url.forSite(), site.username(), site.password());
    }

    /** Stops the embedded server, when it is this process's. */
    @Override
    public void close() {
        if (embedded != null) {
            embedded.close();
        }
    }
}
