package org.portevoix.participation;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Adds lines of the ledger to its sums: {@code ledger_cube}, of which the figures are made, {@code ledger_fact}, the acts
 * alike behind them, and {@code ledger_time}, the minutes given to missions.
 */
@Singleton
class LineCounting {
    private final JdbcOperations database;

    LineCounting(JdbcOperations database) {
        this.database = database;
    }

    /** Written in the order of the tables' keys, so that neighbours are found beside each other. */
    private static final Comparator<Key> IN_ORDER = Comparator.comparingLong(Key::contractId)
            .thenComparing(key -> key.place().dimension().name())
            .thenComparing(key -> key.place().category())
            .thenComparing(Key::month)
            .thenComparing(Key::act)
            .thenComparing(Key::level);

    private record Key(
            long contractId, Dimension.Place place, String month, String act, String level, boolean isSensitive) {}

    private record FactKey(Key of, long sheet, String channel) {}

    private record Mission(long contractId, long id) {}

    private static final class Sum {
        private long count;
        private long moved;
    }

    /** What some lines add up to. */
    private static final class Sums {
        private final List<byte[]> ids = new ArrayList<>();
        private final Map<Key, Sum> cells = new HashMap<>();
        private final Map<FactKey, Long> facts = new HashMap<>();
        private final Map<Mission, Long> minutes = new HashMap<>();

        void add(ResultSet row) throws SQLException {
            ids.add(row.getBytes("id"));
            Act act = Act.valueOf(row.getString("act"));
            long contract = row.getLong("contract_id");
            String level = or(row.getString("level"));
            int count = row.getInt("count");
            for (Dimension.Place place : told(act, row).places()) {
                Key key = new Key(
                        contract, place, row.getString("month"), act.name(), level, row.getBoolean("is_sensitive"));
                Sum sum = cells.computeIfAbsent(key, unused -> new Sum());
                sum.count += count;
                sum.moved += Math.abs(count);
                if (act.kind() == LineKind.PARTICIPATION
                        && !level.isEmpty()
                        && place.dimension().hasFacts()) {
                    facts.merge(
                            new FactKey(key, row.getLong("action_sheet_id"), or(row.getString("channel"))),
                            (long) count,
                            Long::sum);
                }
            }
            long given = row.getLong("minutes");
            long mission = row.getLong("mission_id");
            if (act.kind() == LineKind.PARTICIPATION && given != 0 && mission != 0) {
                minutes.merge(new Mission(contract, mission), given, Long::sum);
            }
        }

        private static Dimension.Told told(Act act, ResultSet row) throws SQLException {
            LocalTime from = row.getObject("held_from", LocalTime.class);
            Object first = row.getObject("first_time");
            return new Dimension.Told(
                    act,
                    or(row.getString("action_sheet_id")),
                    or(row.getString("phase")),
                    or(row.getString("home")),
                    or(row.getString("place")),
                    or(row.getString("channel")),
                    or(row.getString("council_id")),
                    or(row.getString("language")),
                    or(row.getString("age_band")),
                    or(row.getString("gender")),
                    first == null ? null : row.getBoolean("first_time"),
                    from == null ? null : from.getHour(),
                    row.getBoolean("is_weekend"),
                    row.getBoolean("has_child_care"),
                    row.getBoolean("has_interpreter"));
        }

        private static String or(@Nullable String value) {
            return Objects.requireNonNullElse(value, "");
        }
    }

    /**
     * Adds at most {@code most} lines that wait to the sums, each once whoever else counts. Returns how many they were. While
     * another counts, whoever {@code waits} counts after them, and who doesn't counts nothing.
     */
    @Transactional
    int countSome(int most, boolean waits) {
        if (!takeTurn(waits ? "" : "SKIP LOCKED")) {
            return 0;
        }
        Sums sums = new Sums();
        database.prepareStatement("""
                SELECT line.id, contract_id, month, act, level, channel, phase, action_sheet_id, council_id, home, place,
                    language, age_band, gender, first_time, is_sensitive, count, held_from, is_weekend, has_child_care,
                    has_interpreter, mission_id, minutes
                FROM ledger_uncounted uncounted
                JOIN ledger_line line ON line.id = uncounted.line_id
                LIMIT ?
                """, statement -> {
            statement.setInt(1, most);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    sums.add(row);
                }
            }
            return sums.ids.size();
        });
        if (!sums.ids.isEmpty()) {
            writeCells(sums.cells);
            writeFacts(sums.facts);
            writeTime(sums.minutes);
            takeOut(sums.ids);
        }
        return sums.ids.size();
    }

    /** Forgets all the sums, and has every line of the ledger counted anew. */
    @Transactional
    void forgetAll() {
        takeTurn("");
        for (String sums : List.of("ledger_cube", "ledger_fact", "ledger_time")) {
            database.prepareStatement("DELETE FROM " + sums, statement -> statement.executeUpdate());
        }
        database.prepareStatement(
                "INSERT IGNORE INTO ledger_uncounted (line_id) SELECT id FROM ledger_line",
                statement -> statement.executeUpdate());
    }

    /** One at a time. A backup from before there was a cube brings no row to hold. */
    private boolean takeTurn(String whereTaken) {
        if (holdTurn(whereTaken)) {
            return true;
        }
        if (database.prepareStatement("SELECT id FROM ledger_cube_turn", LineCounting::hasRow)) {
            return false;
        }
        database.prepareStatement(
                "INSERT IGNORE INTO ledger_cube_turn (id) VALUES (1)", statement -> statement.executeUpdate());
        return holdTurn(whereTaken);
    }

    private boolean holdTurn(String whereTaken) {
        return database.prepareStatement(
                "SELECT id FROM ledger_cube_turn FOR UPDATE " + whereTaken, LineCounting::hasRow);
    }

    private static boolean hasRow(PreparedStatement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery()) {
            return row.next();
        }
    }

    private void writeCells(Map<Key, Sum> cells) {
        database.prepareStatement("""
                INSERT INTO ledger_cube
                    (contract_id, dimension, category, month, act, level, is_sensitive, count, moved)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                ON DUPLICATE KEY UPDATE count = count + VALUES(count), moved = moved + VALUES(moved)
                """, statement -> {
            for (Map.Entry<Key, Sum> entry : sorted(cells, IN_ORDER)) {
                setKey(statement, entry.getKey());
                statement.setLong(8, entry.getValue().count);
                statement.setLong(9, entry.getValue().moved);
                statement.addBatch();
            }
            return statement.executeBatch().length;
        });
    }

    private void writeFacts(Map<FactKey, Long> facts) {
        database.prepareStatement("""
                INSERT INTO ledger_fact
                    (contract_id, dimension, category, month, act, level, is_sensitive, action_sheet_id, channel, count)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                ON DUPLICATE KEY UPDATE count = count + VALUES(count)
                """, statement -> {
            for (Map.Entry<FactKey, Long> entry : sorted(
                    facts,
                    Comparator.comparing(FactKey::of, IN_ORDER)
                            .thenComparingLong(FactKey::sheet)
                            .thenComparing(FactKey::channel))) {
                setKey(statement, entry.getKey().of());
                statement.setLong(8, entry.getKey().sheet());
                statement.setString(9, entry.getKey().channel());
                statement.setLong(10, entry.getValue());
                statement.addBatch();
            }
            return statement.executeBatch().length;
        });
    }

    private static <K, V> List<Map.Entry<K, V>> sorted(Map<K, V> sums, Comparator<K> order) {
        return sums.entrySet().stream().sorted(Map.Entry.comparingByKey(order)).toList();
    }

    private static void setKey(PreparedStatement statement, Key key) throws SQLException {
        statement.setLong(1, key.contractId());
        statement.setString(2, key.place().dimension().name());
        statement.setString(3, key.place().category());
        statement.setString(4, key.month());
        statement.setString(5, key.act());
        statement.setString(6, key.level());
        statement.setBoolean(7, key.isSensitive());
    }

    private void writeTime(Map<Mission, Long> minutes) {
        database.prepareStatement("""
                INSERT INTO ledger_time (contract_id, mission_id, minutes)
                VALUES (?, ?, ?)
                ON DUPLICATE KEY UPDATE minutes = minutes + VALUES(minutes)
                """, statement -> {
            for (Map.Entry<Mission, Long> given : minutes.entrySet()) {
                statement.setLong(1, given.getKey().contractId());
                statement.setLong(2, given.getKey().id());
                statement.setLong(3, given.getValue());
                statement.addBatch();
            }
            return statement.executeBatch().length;
        });
    }

    /** Each by its own key, so that no gap is locked before a line that comes. */
    private void takeOut(List<byte[]> ids) {
        database.prepareStatement("DELETE FROM ledger_uncounted WHERE line_id = ?", statement -> {
            for (byte[] id : ids) {
                statement.setBytes(1, id);
                statement.addBatch();
            }
            return statement.executeBatch().length;
        });
    }
}
