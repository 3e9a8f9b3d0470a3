package org.portevoix.moderation;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.portevoix.search.WordSearch;

/**
 * Finds the opinions that wait: distress first, then the oldest. By the place of the last one seen, so that the thousandth page costs
 * what the first does.
 */
@Singleton
class QueueReading {

    private static final int TURNS = 2;

    private final JdbcOperations database;
    private final WordSearch search;

    QueueReading(JdbcOperations database, WordSearch search) {
        this.database = database;
        this.search = search;
    }

    /**
     * @param consultationId null for all
     * @param accountId whose opinions "mine" are
     * @param after null for the first page
     */
    @Transactional(readOnly = true)
    List<Place> waiting(
            long contractId,
            QueueFilter filter,
            @Nullable Long consultationId,
            long accountId,
            @Nullable Place after,
            int count) {
        WordSearch.Condition words = search.condition(contractId, filter.words());
        List<Place> found = new ArrayList<>();
        for (int turn = after == null ? 0 : after.turn(); turn < TURNS && found.size() < count; turn++) {
            Place from = after != null && after.turn() == turn ? after : null;
            found.addAll(
                    inTurn(contractId, filter, words, consultationId, accountId, turn, from, count - found.size()));
        }
        return found;
    }

    private List<Place> inTurn(
            long contractId,
            QueueFilter filter,
            WordSearch.Condition words,
            @Nullable Long consultationId,
            long accountId,
            int turn,
            @Nullable Place after,
            int count) {
        List<Object> values = new ArrayList<>(words.fromValues());
        values.addAll(List.of(contractId, turn));
        StringBuilder sql = new StringBuilder("""
                SELECT o.turn, o.received_at, o.id
                FROM %s
                WHERE o.contract_id = ?
                  AND o.state = 'WAITING'
                  AND o.turn = ?
                """.formatted(words.from()));
        if (after != null) {
            sql.append(" AND o.received_at >= ? AND (o.received_at > ? OR o.id > ?)");
            values.addAll(List.of(after.receivedAt(), after.receivedAt(), after.id()));
        }
        if (consultationId != null) {
            sql.append(" AND o.consultation_id = ?");
            values.add(consultationId);
        }
        if (!filter.language().isEmpty()) {
            sql.append(" AND o.language = ?");
            values.add(filter.language());
        }
        if (!filter.flag().isEmpty()) {
            sql.append(" AND EXISTS (SELECT 1 FROM opinion_flag f WHERE f.opinion_id = o.id AND f.kind = ?)");
            values.add(filter.flag());
        }
        if (filter.isMine()) {
            sql.append(
                    " AND EXISTS (SELECT 1 FROM opinion_assignment a WHERE a.opinion_id = o.id AND a.account_id = ?)");
            values.add(accountId);
        }
        if (filter.isFree()) {
            sql.append(" AND NOT EXISTS (SELECT 1 FROM opinion_assignment a WHERE a.opinion_id = o.id)");
        }
        if (!filter.theme().isEmpty()) {
            sql.append(" AND EXISTS (SELECT 1 FROM opinion_theme t WHERE t.opinion_id = o.id AND t.theme = ?)");
            values.add(filter.theme());
        }
        sql.append(words.where());
        values.addAll(words.whereValues());
        sql.append(" ORDER BY o.received_at, o.id LIMIT ?");
        values.add(count);
        return database.prepareStatement(sql.toString(), statement -> places(statement, values));
    }

    private static List<Place> places(PreparedStatement statement, List<Object> values) throws SQLException {
        for (int i = 0; i < values.size(); i++) {
            statement.setObject(i + 1, values.get(i));
        }
        List<Place> places = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                places.add(new Place(rows.getInt(1), rows.getObject(2, LocalDateTime.class), rows.getLong(3)));
            }
        }
        return places;
    }

    /** Where an opinion stands in the queue. @param receivedAt UTC */
    record Place(int turn, LocalDateTime receivedAt, long id) {

        /** As an address says it. */
        String written() {
            return turn + "_" + receivedAt + "_" + id;
        }

        /** Empty when it says nothing. */
        static Optional<Place> read(String written) {
            String[] parts = written.split("_", -1);
            if (parts.length != 3
                    || !parts[0].matches("[01]")
                    || !parts[1].matches(
                            "[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-2][0-9]:[0-5][0-9](:[0-5][0-9](\\.[0-9]{1,6})?)?")
                    || !parts[2].matches("[0-9]{1,18}")) {
                return Optional.empty();
            }
            try {
                return Optional.of(
                        new Place(Integer.parseInt(parts[0]), LocalDateTime.parse(parts[1]), Long.parseLong(parts[2])));
            } catch (java.time.DateTimeException e) {
                return Optional.empty();
            }
        }
    }
}
