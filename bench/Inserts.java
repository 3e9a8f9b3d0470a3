import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * How many durable rows a second the site's own database takes, one row a transaction: the yardstick of contributions.
 * Into a schema of its own beside the site's. Arguments: data folder, clients, seconds; prints one number.
 */
final class Inserts {
    private static final String SCHEMA = "portevoix_bench";

    private Inserts() {}

    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[0]);
        int clients = Integer.parseInt(arguments[1]);
        long seconds = Long.parseLong(arguments[2]);
        try (Connection owner = connection(folder, "");
                Statement statement = owner.createStatement()) {
            statement.execute("DROP DATABASE IF EXISTS " + SCHEMA);
            statement.execute("CREATE DATABASE " + SCHEMA);
            statement.execute("CREATE TABLE " + SCHEMA + ".written (id BIGINT AUTO_INCREMENT PRIMARY KEY,"
                    + " said VARCHAR(200) NOT NULL, written_at DATETIME(6) NOT NULL) ENGINE = InnoDB");
            System.out.println(rate(folder, clients, seconds));
            statement.execute("DROP DATABASE " + SCHEMA);
        }
    }

    private static long rate(Path folder, int clients, long seconds) throws Exception {
        List<Connection> connections = new ArrayList<>();
        for (int i = 0; i < clients; i++) {
            connections.add(connection(folder, SCHEMA));
        }
        var isOver = new AtomicBoolean();
        try (var threads = Executors.newFixedThreadPool(clients)) {
            List<Future<Long>> rows = new ArrayList<>();
            long start = System.nanoTime();
            for (Connection connection : connections) {
                rows.add(threads.submit(insert(connection, isOver)));
            }
            Thread.sleep(seconds * 1_000);
            isOver.set(true);
            long all = 0;
            for (Future<Long> each : rows) {
                all += each.get();
            }
            return all * 1_000_000_000L / (System.nanoTime() - start);
        }
    }

    private static Callable<Long> insert(Connection connection, AtomicBoolean isOver) {
        return () -> {
            long rows = 0;
            try (connection;
                    PreparedStatement insert =
                            connection.prepareStatement("INSERT INTO written (said, written_at) VALUES (?, NOW(6))")) {
                while (!isOver.get()) {
                    insert.setString(1, "Plus de bancs au parc, pour souffler quand on marche avec les enfants. " + rows);
                    insert.executeUpdate();
                    rows++;
                }
            }
            return rows;
        };
    }

    private static Connection connection(Path folder, String schema) throws Exception {
        String port = Files.readString(folder.resolve("port")).strip();
        String password = Files.readString(folder.resolve("owner-password")).strip();
        try {
            return DriverManager.getConnection(
                    "jdbc:mysql://127.0.0.1:" + port + "/" + schema
                            + "?sslMode=DISABLED&allowPublicKeyRetrieval=true&useServerPrepStmts=true&cachePrepStmts=true"
                            + "&useLocalSessionState=true",
                    "portevoix_owner",
                    password);
        } catch (SQLException e) {
            throw new IllegalStateException("The database of " + folder + " does not answer", e);
        }
    }
}
