import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Fills a contract's ledger with as many lines as asked: those that it has, again and again, each with an id of its own.
 * Arguments: data folder, slug of the contract, how many in all; or the data folder alone, for how many lines wait to be counted.
 */
final class Lines {
    private static final String COLUMNS = "contract_id, kind, month, act, level, channel, phase, action_sheet_id, home, place,"
            + " language, age_band, gender, first_time, is_sensitive, count";
    private static final int STEP = 5_000;

    private Lines() {}

    public static void main(String[] arguments) throws Exception {
        try (Connection owner = connection(Path.of(arguments[0]))) {
            if (arguments.length == 1) {
                System.out.println(number(owner, "SELECT COUNT(*) FROM ledger_uncounted"));
                return;
            }
            long contract = number(owner, "SELECT id FROM contract WHERE slug = '" + arguments[1] + "'");
            System.out.println(fill(owner, contract, Long.parseLong(arguments[2])));
        }
    }

    private static long fill(Connection owner, long contract, long wanted) throws SQLException {
        List<Object[]> pattern = pattern(owner, contract);
        Random random = new Random(contract);
        long begin = System.nanoTime();
        long done = pattern.size();
        owner.setAutoCommit(false);
        try (PreparedStatement line = owner.prepareStatement("INSERT INTO ledger_line (id, " + COLUMNS + ") VALUES (?"
                + ", ?".repeat(COLUMNS.split(",").length) + ")")) {
            while (done < wanted) {
                for (long end = Math.min(done + STEP, wanted); done < end; done++) {
                    line.setBytes(1, id(random, done, wanted));
                    Object[] values = pattern.get((int) (done % pattern.size()));
                    for (int column = 0; column < values.length; column++) {
                        line.setObject(column + 2, values[column]);
                    }
                    line.addBatch();
                }
                line.executeBatch();
                owner.commit();
                if (done % 500_000 == 0) {
                    System.err.printf("%,d lignes, %,d par seconde%n", done, done * 1_000_000_000L / (System.nanoTime() - begin));
                }
            }
        }
        return done;
    }

    /** Spread over all ids, as a site's are, but in their order: ten million are then written in minutes, not in hours. */
    private static byte[] id(Random random, long number, long wanted) {
        byte[] id = new byte[16];
        random.nextBytes(id);
        ByteBuffer.wrap(id).putLong(Long.divideUnsigned(-1, wanted) * number + (random.nextInt() & 0xFFFF));
        return id;
    }

    private static List<Object[]> pattern(Connection owner, long contract) throws SQLException {
        List<Object[]> pattern = new ArrayList<>();
        try (Statement statement = owner.createStatement();
                ResultSet row = statement.executeQuery("SELECT " + COLUMNS + " FROM ledger_line WHERE contract_id = " + contract)) {
            while (row.next()) {
                Object[] values = new Object[row.getMetaData().getColumnCount()];
                for (int column = 0; column < values.length; column++) {
                    values[column] = row.getObject(column + 1);
                }
                pattern.add(values);
            }
        }
        return pattern;
    }

    private static long number(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            return row.next() ? row.getLong(1) : 0;
        }
    }

    private static Connection connection(Path folder) throws Exception {
        String port = Files.readString(folder.resolve("port")).strip();
        String password = Files.readString(folder.resolve("owner-password")).strip();
        return DriverManager.getConnection(
                "jdbc:mysql://127.0.0.1:" + port + "/portevoix?sslMode=DISABLED&allowPublicKeyRetrieval=true"
                        + "&rewriteBatchedStatements=true&connectionTimeZone=UTC&forceConnectionTimeZoneToSession=true",
                "portevoix_owner",
                password);
    }
}
