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
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.portevoix.web.StartupStep;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens what the site needs in order (data folder, database, site) and closes it in the reverse order, also when it is told to stop midway. */
final class Operation implements Closeable {
    /** The environment of a command: everything but the HTTP server and the scheduled jobs. */
    static final String COMMAND = "command";

    private static final Logger LOG = LoggerFactory.getLogger(Operation.class);
    private static final int DEFAULT_PORT = 8080;

    private final Map<String, String> environment;
    private final Consumer<String> say;
    private final Deque<Closeable> opened = new ArrayDeque<>();
    private boolean stopping;

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
            return work.with(operation.site(operation.openDatabase(false), COMMAND));
        }
    }

    /** Runs the site until the process is told to stop. */
    static int serve() throws InterruptedException {
        Operation operation = new Operation(System.getenv(), line -> System.out.println(line));
        operation.closeOnSignal();
        try {
            operation.open();
        } catch (RuntimeException failure) {
            if (operation.isStopping()) {
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
        ApplicationContext site = site(openDatabase(true));
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

    /** @return the site's settings */
    private Map<String, Object> openDatabase(boolean alone) {
        DataFolder folder = null;
        Database database;
        if (Database.isExternal(environment)) {
            database = Database.external(environment);
        } else {
            folder = opening(folder());
            if (folder.lock()) {
                database = Database.embedded(folder, say, this::opening);
            } else if (alone) {
                throw new Refusal("Le dossier de données " + folder.path()
                        + " sert déjà à un autre Porte-Voix (processus " + folder.holder()
                        + ") : arrêtez-le, ou choisissez un autre dossier avec PORTEVOIX_DATA.");
            } else {
                database = Database.runningElsewhere(folder);
            }
        }
        Map<String, Object> properties = database.properties();
        properties.put("portevoix.secret", secret(folder));
        return properties;
    }

    private DataFolder folder() {
        String path = environment.getOrDefault("PORTEVOIX_DATA", "");
        return DataFolder.at(Path.of(path.isBlank() ? "data" : path));
    }

    private String secret(@Nullable DataFolder folder) {
        String given = environment.getOrDefault("PORTEVOIX_SECRET", "");
        if (!given.isBlank()) {
            return given;
        }
        return (folder == null ? folder() : folder).secret();
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

    private synchronized <T extends Closeable> T opening(T part) {
        opened.push(part);
        return part;
    }

    private synchronized boolean isStopping() {
        return stopping;
    }

    private void closeOnSignal() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::close, "stop"));
    }

    @Override
    public void close() {
        synchronized (this) {
            stopping = true;
        }
        while (true) {
            Closeable last;
            synchronized (this) {
                last = opened.poll();
            }
            if (last == null) {
                return;
            }
            try {
                last.close();
            } catch (IOException | RuntimeException failure) {
                LOG.warn("while closing: {}", failure.toString());
            }
        }
    }
}
