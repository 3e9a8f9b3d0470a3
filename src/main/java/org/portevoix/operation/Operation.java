package org.portevoix.operation;

import io.micronaut.context.ApplicationContext;
import io.micronaut.context.ApplicationContextBuilder;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.Closeable;
import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.portevoix.web.StartupStep;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens what the site needs in order (data folder, database, site) and closes it in the reverse order, also when it is told to stop midway. */
final class Operation implements Closeable {
    /** The environment of a command: everything but the HTTP server and the scheduled jobs. */
    static final String COMMAND = "command";

    private static final Logger LOG = LoggerFactory.getLogger(Operation.class);
    private static final int DEFAULT_PORT = 8080;
    /** What a site that is told to stop leaves to the commands that use its database; systemd gives it 90 s. */
    private static final Duration GRACE = Duration.ofSeconds(20);

    private final Map<String, String> environment;
    private final Consumer<String> say;
    private final Deque<Closeable> opened = new ConcurrentLinkedDeque<>();
    private final ReentrantLock closing = new ReentrantLock();
    private volatile boolean isStopping;

    private Operation(Map<String, String> environment, Consumer<String> say) {
        this.environment = environment;
        this.say = say;
    }

    /** What a command does with the site; its result is the program's exit code. */
    interface SiteWork {
        int with(ApplicationContext site) throws Exception;
    }

    /**
     * Runs a command: the whole site without its HTTP server and scheduled jobs, on the database of the site that serves, or else on
     * a database started for the occasion.
     */
    static int withSite(SiteWork work) throws Exception {
        try (Operation operation = new Operation(System.getenv(), line -> System.err.println(line))) {
            operation.closeOnSignal();
            Database database = operation.openDatabase(Use.SHARED).broughtUpToDate();
            return work.with(operation.site(operation.settings(database), COMMAND));
        }
    }

    /** Runs a command that needs no site, and opens the database itself. */
    static int withoutSite(OperatorWork work) throws Exception {
        try (Operation operation = new Operation(System.getenv(), line -> System.err.println(line))) {
            operation.closeOnSignal();
            return work.with(operation);
        }
    }

    /** What a command does without the site; its result is the program's exit code. */
    interface OperatorWork {
        int with(Operation operation) throws Exception;
    }

    /** Runs the site until the process is told to stop. */
    static int serve() throws InterruptedException {
        Operation operation = new Operation(System.getenv(), line -> System.out.println(line));
        operation.closeOnSignal();
        try {
            operation.open();
        } catch (RuntimeException failure) {
            if (operation.isStopping) {
                // Told to stop while it started: what it then misses is no news.
                Thread.sleep(Long.MAX_VALUE);
            }
            operation.close();
            throw failure;
        }
        Thread.currentThread().join();
        return 0;
    }

    private void open() {
        refuseTakenPort();
        ApplicationContext site = site(settings(openDatabase(Use.SITE).broughtUpToDate()));
        List<StartupStep> steps = site.getBeansOfType(StartupStep.class).stream()
                .sorted(Comparator.comparingInt(StartupStep::order))
                .toList();
        steps.stream().filter(step -> step.order() < 0).forEach(step -> step.run(say));
        EmbeddedServer server = site.getBean(EmbeddedServer.class);
        startServer(server);
        say.accept("Porte-Voix est ouvert : " + address(server));
        steps.stream().filter(step -> step.order() >= 0).forEach(step -> step.run(say));
    }

    private String address(EmbeddedServer server) {
        String published = environment.getOrDefault("PORTEVOIX_URL", "");
        return published.isBlank() ? "http://localhost:" + server.getPort() + "/" : published;
    }

    /** Told before the minute that the database may take. */
    private void refuseTakenPort() {
        String wanted = environment.getOrDefault("MICRONAUT_SERVER_PORT", "");
        int port;
        try {
            port = wanted.isBlank() ? DEFAULT_PORT : Integer.parseInt(wanted);
        } catch (NumberFormatException notANumber) {
            throw new Refusal("MICRONAUT_SERVER_PORT doit être un nombre : « " + wanted + " » n'en est pas un.");
        }
        if (port <= 0) {
            return;
        }
        if (port > 65_535) {
            throw new Refusal("MICRONAUT_SERVER_PORT doit être au plus 65535 : « " + wanted + " ».");
        }
        try (ServerSocket probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(new InetSocketAddress(port));
        } catch (IOException taken) {
            throw taken(port, taken);
        }
    }

    private static Refusal taken(int port, Throwable cause) {
        return new Refusal(
                "Le port " + port + " n'est pas libre (" + cause.getMessage()
                        + ") : arrêtez l'autre programme, ou choisissez un autre port avec MICRONAUT_SERVER_PORT=8081 ./run",
                cause);
    }

    private static void startServer(EmbeddedServer server) {
        try {
            server.start();
        } catch (RuntimeException failure) {
            for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
                if (cause instanceof BindException) {
                    throw taken(server.getPort(), cause);
                }
            }
            throw failure;
        }
    }

    /** With whom the embedded database is used. */
    enum Use {
        /** With the site that serves, or with other commands. */
        SHARED,
        /** By the site, which commands may join. */
        SITE,
        /** By nobody else. */
        ALONE
    }

    /** The database, its tables as they are. */
    Database openDatabase(Use use) {
        if (Database.isExternal(environment)) {
            return Database.externalAsItIs(environment);
        }
        DataFolder taken = opening(folder());
        boolean told = false;
        while (true) {
            boolean isOurs = use == Use.SITE ? taken.lock() : taken.lockForACommand();
            if (isOurs && (use != Use.ALONE || taken.isUnused())) {
                return Database.embeddedAsItIs(taken, say, server -> {
                    opening(server);
                    opening(() -> awaitOtherUsers(taken));
                });
            }
            if (!isOurs && use != Use.SHARED && taken.isHeldByASite()) {
                throw new Refusal("Le dossier de données " + taken.path()
                        + " sert déjà à un autre Porte-Voix (processus " + taken.holder()
                        + ") : arrêtez-le, ou choisissez un autre dossier avec PORTEVOIX_DATA.");
            }
            if (!isOurs && use == Use.SHARED && taken.use()) {
                return Database.runningElsewhere(taken);
            }
            if (!told) {
                say.accept("J'attends la fin d'une autre commande, qui se sert de la base de données…");
                told = true;
            }
            pause();
        }
    }

    /** Whoever runs the database stops it last: others may be in the middle of a backup. Told to stop, it gives them a while. */
    private void awaitOtherUsers(DataFolder taken) {
        Instant toldAt = Instant.MAX;
        boolean said = false;
        while (!taken.isUnused()) {
            if (isStopping && toldAt.equals(Instant.MAX)) {
                toldAt = Instant.now();
            }
            if (isStopping && Instant.now().isAfter(toldAt.plus(GRACE))) {
                return;
            }
            if (!said) {
                say.accept("J'attends la fin d'une autre commande, qui se sert de la base de données…");
                said = true;
            }
            pause();
        }
    }

    static void pause() {
        try {
            Thread.sleep(Duration.ofMillis(200));
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    private Map<String, Object> settings(Database database) {
        Map<String, Object> settings = database.properties();
        settings.put("portevoix.secret", secret());
        settings.put("portevoix.data", folder().path().toString());
        return settings;
    }

    DataFolder folder() {
        String path = environment.getOrDefault("PORTEVOIX_DATA", "");
        return DataFolder.at(Path.of(path.isBlank() ? "data" : path));
    }

    /** What the operator gave, and where nothing, what the data folder keeps: made there the first time. */
    private String secret() {
        String given = givenSecret();
        return given.isEmpty() ? folder().secret() : given;
    }

    /** PORTEVOIX_SECRET; empty when the operator leaves it to the data folder. */
    String givenSecret() {
        return environment.getOrDefault("PORTEVOIX_SECRET", "").strip();
    }

    Map<String, String> environment() {
        return environment;
    }

    void say(String line) {
        say.accept(line);
    }

    private ApplicationContext site(Map<String, Object> properties, String... environments) {
        ApplicationContextBuilder builder = ApplicationContext.builder()
                .mainClass(Main.class)
                .banner(false)
                .environments(environments)
                .properties(properties);
        ApplicationContext site = builder.build();
        opening(site);
        return site.start();
    }

    /** To be closed before all that was opened earlier. */
    <T extends Closeable> T opening(T part) {
        opened.push(part);
        return part;
    }

    private void closeOnSignal() {
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            isStopping = true;
                            close();
                        },
                        "stop"));
    }

    /** One at a time: a signal that comes while the work is being closed waits for that. */
    @Override
    public void close() {
        closing.lock();
        try {
            closeAll();
        } finally {
            closing.unlock();
        }
    }

    private void closeAll() {
        while (true) {
            Closeable last = opened.poll();
            if (last == null) {
                return;
            }
            try {
                last.close();
            } catch (IOException | RuntimeException failure) {
                LOG.warn("while closing: {}", Failures.named(failure));
            }
        }
    }
}
