package org.portevoix.participation;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The SQL of editions. */
@Singleton
class EditionRepository {
    private final JdbcOperations database;

    EditionRepository(JdbcOperations database) {
        this.database = database;
    }

    /** The last edition of a contract, without its cells. */
    @Transactional(readOnly = true)
    Optional<Edition> findLast(long contractId) {
        return database.prepareStatement("""
                SELECT id, number, as_of, act_count, head_count
                FROM edition
                WHERE contract_id = ?
                ORDER BY number DESC
                LIMIT 1
                """, statement -> {
            statement.setLong(1, contractId);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? Optional.of(edition(contractId, row)) : Optional.empty();
            }
        });
    }

    /** The edition with its cells, what it hides and the sheets it was made of. */
    @Transactional(readOnly = true)
    Edition fill(Edition edition) {
        List<EditionCell> cells = findCells(edition.id());
        return database.prepareStatement("SELECT hidden, sheets FROM edition WHERE id = ?", statement -> {
            statement.setLong(1, edition.id());
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return edition.with(cells).made(hidden(row.getString("hidden")), sheets(row.getString("sheets")));
            }
        });
    }

    @Transactional(readOnly = true)
    List<EditionCell> findCells(long editionId) {
        return database.prepareStatement("""
                SELECT breakdown, category, level, month, acts, sensitive_acts, heads, moved
                FROM edition_cell
                WHERE edition_id = ?
                ORDER BY position
                """, statement -> {
            statement.setLong(1, editionId);
            try (ResultSet row = statement.executeQuery()) {
                List<EditionCell> cells = new ArrayList<>();
                while (row.next()) {
                    cells.add(cell(row));
                }
                return cells;
            }
        });
    }

    /** Adds an edition whole; of two with the same number, the second meets the unique key. */
    @Transactional
    void insert(Edition edition) {
        long id = database.execute(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(
                    "INSERT INTO edition (contract_id, number, as_of, act_count, head_count, hidden, sheets) VALUES (?, ?, ?, ?, ?, ?, ?)",
                    Statement.RETURN_GENERATED_KEYS)) {
                statement.setLong(1, edition.contractId());
                statement.setInt(2, edition.number());
                statement.setObject(3, LocalDateTime.ofInstant(edition.asOf(), ZoneOffset.UTC));
                statement.setLong(4, edition.actCount());
                statement.setLong(5, edition.headCount());
                statement.setString(6, String.join("\n", edition.hidden()));
                statement.setString(7, written(edition.sheets()));
                statement.executeUpdate();
                try (ResultSet keys = statement.getGeneratedKeys()) {
                    keys.next();
                    return keys.getLong(1);
                }
            }
        });
        insertCells(id, edition.cells());
    }

    /** Forgets the figures, never the fact, of editions up to {@code number} that another of the same day has replaced, or made before {@code limit}. */
    @Transactional
    int forgetCells(long contractId, int number, Instant limit) {
        database.prepareStatement("""
                UPDATE edition
                JOIN edition later ON later.contract_id = edition.contract_id AND later.number = edition.number + 1
                SET edition.hidden = NULL, edition.sheets = NULL
                WHERE edition.contract_id = ?
                AND edition.number <= ?
                AND edition.hidden IS NOT NULL
                AND (DATE(later.as_of) = DATE(edition.as_of) OR edition.as_of < ?)
                """, statement -> forget(statement, contractId, number, limit));
        return database.prepareStatement("""
                DELETE edition_cell
                FROM edition_cell
                JOIN edition ON edition.id = edition_cell.edition_id
                JOIN edition later ON later.contract_id = edition.contract_id AND later.number = edition.number + 1
                WHERE edition.contract_id = ?
                AND edition.number <= ?
                AND (DATE(later.as_of) = DATE(edition.as_of) OR edition.as_of < ?)
                """, statement -> forget(statement, contractId, number, limit));
    }

    private static int forget(PreparedStatement statement, long contractId, int number, Instant limit)
            throws SQLException {
        statement.setLong(1, contractId);
        statement.setInt(2, number);
        statement.setObject(3, LocalDateTime.ofInstant(limit, ZoneOffset.UTC));
        return statement.executeUpdate();
    }

    private void insertCells(long editionId, List<EditionCell> cells) {
        database.prepareStatement("""
                INSERT INTO edition_cell
                    (edition_id, position, breakdown, category, level, month, acts, sensitive_acts, heads, moved)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """, statement -> {
            for (int position = 0; position < cells.size(); position++) {
                set(statement, editionId, position, cells.get(position));
                statement.addBatch();
            }
            return statement.executeBatch().length;
        });
    }

    private static void set(PreparedStatement statement, long editionId, int position, EditionCell cell)
            throws SQLException {
        statement.setLong(1, editionId);
        statement.setInt(2, position);
        statement.setString(3, cell.breakdown().name());
        statement.setString(4, cell.category());
        statement.setString(5, cell.level() == null ? null : cell.level().name());
        statement.setString(6, cell.month() == null ? null : cell.month().toString());
        statement.setLong(7, cell.acts());
        statement.setLong(8, cell.sensitiveActs());
        statement.setLong(9, cell.heads());
        statement.setLong(10, cell.moved());
    }

    private static Edition edition(long contractId, ResultSet row) throws SQLException {
        return new Edition(
                row.getLong("id"),
                contractId,
                row.getInt("number"),
                row.getObject("as_of", LocalDateTime.class).toInstant(ZoneOffset.UTC),
                row.getLong("act_count"),
                row.getLong("head_count"),
                List.of(),
                Set.of(),
                null);
    }

    private static Set<String> hidden(@Nullable String names) {
        return names == null || names.isEmpty() ? Set.of() : Set.of(names.split("\n"));
    }

    private static @Nullable String written(@Nullable List<Edition.Listed> sheets) {
        return sheets == null
                ? null
                : sheets.stream()
                        .map(sheet -> String.join(
                                " ",
                                Long.toString(sheet.id()),
                                sheet.slug(),
                                sheet.axis(),
                                Boolean.toString(sheet.isSensitive())))
                        .collect(Collectors.joining("\n"));
    }

    private static @Nullable List<Edition.Listed> sheets(@Nullable String written) {
        return written == null
                ? null
                : written.lines()
                        .map(line -> line.split(" "))
                        .map(words -> new Edition.Listed(
                                Long.parseLong(words[0]), words[1], words[2], Boolean.parseBoolean(words[3])))
                        .toList();
    }

    private static EditionCell cell(ResultSet row) throws SQLException {
        String month = row.getString("month");
        return new EditionCell(
                Breakdown.valueOf(row.getString("breakdown")),
                row.getString("category"),
                level(row.getString("level")),
                month == null ? null : YearMonth.parse(month),
                row.getLong("acts"),
                row.getLong("sensitive_acts"),
                row.getLong("heads"),
                row.getLong("moved"));
    }

    private static @Nullable ParticipationLevel level(@Nullable String name) {
        return name == null ? null : ParticipationLevel.valueOf(name);
    }
}
