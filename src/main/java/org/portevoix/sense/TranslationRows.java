package org.portevoix.sense;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** The table of opinions in French. */
@Singleton
class TranslationRows {

    private final JdbcOperations database;

    TranslationRows(JdbcOperations database) {
        this.database = database;
    }

    @Transactional
    List<OpinionTranslations.Line> find(Collection<Long> opinionIds) {
        return database.prepareStatement("""
                SELECT opinion_id, question_id, body, origin
                FROM opinion_translation
                WHERE opinion_id IN (%s)
                ORDER BY opinion_id, question_id
                """.formatted(ThemeRows.marks(opinionIds.size())), statement -> {
            ThemeRows.set(statement, opinionIds);
            List<OpinionTranslations.Line> lines = new ArrayList<>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    lines.add(new OpinionTranslations.Line(
                            rows.getLong(1),
                            rows.getLong(2),
                            rows.getString(3),
                            OpinionTranslations.Origin.valueOf(rows.getString(4))));
                }
            }
            return lines;
        });
    }

    /**
     * Only while the opinion is what was translated, and no word of it was masked meanwhile: else 0. A machine never writes over a
     * person.
     *
     * @param source the words that were translated
     */
    @Transactional
    int save(OpinionTranslations.Line line, String source, int revision, long accountId, Instant at) {
        return database.prepareStatement("""
                INSERT INTO opinion_translation (opinion_id, question_id, body, origin, revision, account_id, written_at)
                SELECT o.id, ?, ?, ?, o.revision, ?, ?
                FROM opinion o
                WHERE o.id = ?
                  AND o.revision = ?
                  AND o.has_words
                  AND o.state <> 'WITHDRAWN'
                  AND EXISTS (
                      SELECT 1
                      FROM answer a
                      WHERE a.opinion_id = o.id
                        AND a.question_id = ?
                        AND a.body = ?)
                ON DUPLICATE KEY UPDATE
                    body = CASE WHEN VALUES(origin) = 'HUMAN' THEN VALUES(body) ELSE opinion_translation.body END,
                    origin = CASE WHEN VALUES(origin) = 'HUMAN' THEN 'HUMAN' ELSE opinion_translation.origin END
                """, statement -> {
            statement.setLong(1, line.questionId());
            statement.setString(2, line.body());
            statement.setString(3, line.origin().name());
            statement.setLong(4, accountId);
            statement.setObject(5, LocalDateTime.ofInstant(at, ZoneOffset.UTC));
            statement.setLong(6, line.opinionId());
            statement.setInt(7, revision);
            statement.setLong(8, line.questionId());
            statement.setString(9, source);
            return Math.min(1, statement.executeUpdate());
        });
    }

    @Transactional
    void delete(long opinionId, long questionId) {
        database.prepareStatement(
                "DELETE FROM opinion_translation WHERE opinion_id = ? AND question_id = ?", statement -> {
                    statement.setLong(1, opinionId);
                    statement.setLong(2, questionId);
                    return statement.executeUpdate();
                });
    }

    @Transactional
    void delete(long opinionId) {
        database.prepareStatement("DELETE FROM opinion_translation WHERE opinion_id = ?", statement -> {
            statement.setLong(1, opinionId);
            return statement.executeUpdate();
        });
    }

    /** What is said about something sensitive is sent to no machine. */
    @Transactional
    boolean isSensitive(long opinionId) {
        return database.prepareStatement("SELECT is_sensitive FROM opinion WHERE id = ?", statement -> {
            statement.setLong(1, opinionId);
            try (var rows = statement.executeQuery()) {
                return rows.next() && rows.getBoolean(1);
            }
        });
    }
}
