package org.portevoix.consultation;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** The statements by which opinions are forgotten and their counts kept. All in the transaction of who calls. */
@Singleton
class OpinionErasure {

    /** Those that are past their term and not erased yet; two values: the contract, the day. */
    private static final String PAST = """
            o.erased_on IS NULL
              AND o.consultation_id IN (
                  SELECT id
                  FROM consultation
                  WHERE contract_id = ?
                    AND closes_on < ?)
            """;

    private final JdbcOperations database;

    OpinionErasure(JdbcOperations database) {
        this.database = database;
    }

    List<Past> find(long contractId, LocalDate before) {
        return database.prepareStatement(
                "SELECT o.id, o.receipt_hash, o.state FROM opinion o WHERE " + PAST + " ORDER BY o.id FOR UPDATE",
                statement -> {
                    statement.setLong(1, contractId);
                    statement.setObject(2, before);
                    List<Past> found = new ArrayList<>();
                    try (ResultSet rows = statement.executeQuery()) {
                        while (rows.next()) {
                            found.add(new Past(
                                    rows.getLong(1),
                                    rows.getBytes(2),
                                    rows.getString(3).equals("PUBLISHED")));
                        }
                    }
                    return found;
                });
    }

    /** How often each answer was given, by opinions that count. */
    void tallyAnswers(long contractId, LocalDate before) {
        run("""
                INSERT INTO answer_tally (question_id, choice, scale, count)
                SELECT a.question_id, a.choice, COALESCE(a.scale, 0), COUNT(*)
                FROM answer a
                JOIN opinion o ON o.id = a.opinion_id
                WHERE a.body IS NULL
                  AND o.is_counted
                  AND %s
                GROUP BY a.question_id, a.choice, COALESCE(a.scale, 0)
                ON DUPLICATE KEY UPDATE count = count + VALUES(count)
                """, contractId, before);
    }

    void tallyOpinions(long contractId, LocalDate before) {
        run("""
                INSERT INTO opinion_tally (consultation_id, received, decided)
                SELECT o.consultation_id, COUNT(*), COUNT(CASE WHEN o.state IN ('PASSED_ON', 'REFUSED') THEN 1 END)
                FROM opinion o
                WHERE o.state NOT IN ('PUBLISHED', 'WITHDRAWN')
                  AND %s
                GROUP BY o.consultation_id
                ON DUPLICATE KEY UPDATE received = received + VALUES(received), decided = decided + VALUES(decided)
                """, contractId, before);
    }

    /** With their answers, what was decided about them and what was answered. */
    void delete(long contractId, LocalDate before) {
        run("DELETE o FROM opinion o WHERE o.state <> 'PUBLISHED' AND %s", contractId, before);
    }

    /** What was ticked beside words that stay. */
    void deleteCountedAnswers(long contractId, LocalDate before) {
        run("""
                DELETE a
                FROM answer a
                JOIN opinion o ON o.id = a.opinion_id
                WHERE a.body IS NULL
                  AND %s
                """, contractId, before);
    }

    /** Of words that stay, all else goes; of the day on which they came, the month is left. */
    void loosen(long contractId, LocalDate before, LocalDate today) {
        run("""
                UPDATE opinion o
                SET o.home = 'inconnu',
                    o.age_band = NULL,
                    o.gender = NULL,
                    o.first_time = NULL,
                    o.entered_by = NULL,
                    o.has_contact = FALSE,
                    o.turn = 1,
                    o.is_looked_at = FALSE,
                    o.submission_hash = o.receipt_hash,
                    o.received_at = CONCAT(o.month, '-01'),
                    o.erased_on = '%s'
                WHERE %%s
                """.formatted(today), contractId, before);
    }

    private void run(String sql, long contractId, LocalDate before) {
        database.prepareStatement(sql.formatted(PAST), statement -> {
            statement.setLong(1, contractId);
            statement.setObject(2, before);
            return statement.executeUpdate();
        });
    }

    /** @param isShown whether its words stay */
    record Past(long id, byte[] receiptHash, boolean isShown) {}
}
