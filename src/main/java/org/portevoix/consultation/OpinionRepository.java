package org.portevoix.consultation;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

@JdbcRepository(dialect = Dialect.MYSQL)
interface OpinionRepository extends GenericRepository<Opinion, Long> {

    Optional<Opinion> findById(long id);

    Optional<Opinion> findByReceiptHash(byte[] receiptHash);

    @Query("SELECT * FROM opinion WHERE id IN (:ids)")
    List<Opinion> findByIds(Collection<Long> ids);

    /** Held until the transaction ends: who decides about it meanwhile waits. */
    @Query("SELECT id FROM opinion WHERE id = :id FOR UPDATE")
    Optional<Long> hold(long id);

    @Query("""
            SELECT contract_id, COUNT(*) AS waiting, SUM(turn = 0) AS urgent,
                   COALESCE(MIN(CASE WHEN turn <> 0 THEN received_at END), MIN(received_at)) AS oldest
            FROM opinion
            WHERE contract_id IN (:contractIds)
              AND state = 'WAITING'
            GROUP BY contract_id
            """)
    List<OpinionBacklog> findBacklog(Collection<Long> contractIds);

    /** Those that are erased included. */
    @Query("""
            SELECT consultation_id, SUM(received) AS received, SUM(waiting) AS waiting, SUM(decided) AS decided
            FROM (
                SELECT consultation_id,
                       COUNT(*) AS received,
                       COUNT(CASE WHEN state = 'WAITING' THEN 1 END) AS waiting,
                       COUNT(CASE WHEN state IN ('PUBLISHED', 'PASSED_ON', 'REFUSED') THEN 1 END) AS decided
                FROM opinion
                WHERE contract_id = :contractId
                  AND state <> 'WITHDRAWN'
                GROUP BY consultation_id
                UNION ALL
                SELECT t.consultation_id, t.received, 0 AS waiting, t.decided
                FROM opinion_tally t
                JOIN consultation c ON c.id = t.consultation_id
                WHERE c.contract_id = :contractId) counted
            GROUP BY consultation_id
            """)
    List<OpinionCount> countByConsultation(long contractId);

    @Query("SELECT COUNT(*) FROM opinion WHERE contract_id IN (:contractIds) AND state = 'WAITING'")
    long countWaiting(Collection<Long> contractIds);

    @Query("""
            SELECT * FROM opinion
            WHERE consultation_id = :consultationId
              AND state = 'PUBLISHED'
              AND may_show = TRUE
            ORDER BY received_at DESC, id DESC
            LIMIT :count
            """)
    List<Opinion> findShown(long consultationId, int count);

    /** Those with words of a contract, in these months (yyyy-mm), latest first. */
    @Query("""
            SELECT o.* FROM opinion o
            JOIN consultation c ON c.id = o.consultation_id
            WHERE o.contract_id = :contractId
              AND o.state = 'PUBLISHED'
              AND o.may_show = TRUE
              AND o.has_words = TRUE
              AND c.state = 'PUBLISHED'
              AND o.month BETWEEN :first AND :last
            ORDER BY o.month DESC, o.id DESC
            LIMIT :count OFFSET :skip
            """)
    List<Opinion> findShownIn(long contractId, String first, String last, int count, int skip);

    /** The words of all that is shown, answer by answer, those of one opinion together. */
    @Query("""
            SELECT o.id AS opinion_id, c.slug AS consultation, o.month, o.language, q.slug AS question, a.body AS words
            FROM opinion o
            JOIN consultation c ON c.id = o.consultation_id
            JOIN answer a ON a.opinion_id = o.id
            JOIN question q ON q.id = a.question_id
            WHERE o.contract_id = :contractId
              AND o.state = 'PUBLISHED'
              AND o.may_show = TRUE
              AND c.state = 'PUBLISHED'
              AND q.kind = 'TEXT'
              AND a.body IS NOT NULL
            ORDER BY o.id, q.position, q.id
            """)
    List<ShownWords> findShownWords(long contractId);

    @Query("SELECT * FROM answer WHERE opinion_id IN (:opinionIds) ORDER BY opinion_id, question_id, choice")
    List<Answer> findAnswers(Collection<Long> opinionIds);

    @Query("""
            INSERT INTO answer (opinion_id, question_id, choice, scale, body)
            VALUES (:opinionId, :questionId, :choice, :scale, :body)
            """)
    void addAnswer(long opinionId, long questionId, long choice, @Nullable Integer scale, @Nullable String body);

    @Query("""
            UPDATE answer
            SET body = :body, is_masked = :isMasked
            WHERE opinion_id = :opinionId
              AND question_id = :questionId
              AND choice = 0
              AND body IS NOT NULL
            """)
    int rewrite(long opinionId, long questionId, String body, boolean isMasked);

    @Query("DELETE FROM answer WHERE opinion_id = :opinionId")
    void deleteAnswers(long opinionId);

    /** From waiting to another state, once; only what was read, and published only with the writer's leave. */
    @Query("""
            UPDATE opinion
            SET state = :state
            WHERE id = :id
              AND state = 'WAITING'
              AND revision = :revision
              AND (:state <> 'PUBLISHED' OR may_show = TRUE)
            """)
    int decide(long id, int revision, OpinionState state);

    /** Those that still count, and whose writer left an address. */
    @Query("""
            SELECT * FROM opinion
            WHERE id IN (:ids)
              AND has_contact = TRUE
              AND is_counted = TRUE
            ORDER BY id
            """)
    List<Opinion> findReachable(Collection<Long> ids);

    /** Those of a consultation that still count, and whose writer left an address. */
    @Query("""
            SELECT * FROM opinion
            WHERE consultation_id = :consultationId
              AND has_contact = TRUE
              AND is_counted = TRUE
            ORDER BY id
            """)
    List<Opinion> findReachableOf(long consultationId);

    /** Those with an address, of consultations that closed before this day. */
    @Query("""
            SELECT o.* FROM opinion o
            JOIN consultation c ON c.id = o.consultation_id
            WHERE o.contract_id = :contractId
              AND o.has_contact = TRUE
              AND c.closes_on < :before
            ORDER BY o.id
            """)
    List<Opinion> findContactsPastTerm(long contractId, LocalDate before);

    @Query("UPDATE opinion SET has_contact = TRUE WHERE receipt_hash = :receiptHash AND state <> 'WITHDRAWN'")
    int rememberContact(byte[] receiptHash);

    @Query("UPDATE opinion SET has_contact = FALSE WHERE id = :id AND has_contact = TRUE")
    int forgetContact(long id);

    @Query("""
            UPDATE opinion
            SET state = 'WITHDRAWN',
                has_contact = FALSE,
                turn = 1,
                is_looked_at = FALSE
            WHERE id = :id
              AND state <> 'WITHDRAWN'
            """)
    int withdraw(long id);

    @Query("UPDATE opinion SET is_counted = FALSE WHERE id = :id AND is_counted = TRUE AND erased_on IS NULL")
    int stopCounting(long id);

    /** What it said of its writer goes: nobody can be singled out by it any more. */
    @Query("""
            UPDATE opinion
            SET home = 'inconnu',
                age_band = NULL,
                gender = NULL,
                first_time = NULL,
                entered_by = NULL
            WHERE id = :id
            """)
    void forgetWriter(long id);

    @Query("DELETE FROM answer WHERE opinion_id IN (:opinionIds) AND body IS NOT NULL")
    int deleteWords(Collection<Long> opinionIds);

    @Query("UPDATE opinion SET has_words = FALSE, turn = 1, is_looked_at = FALSE WHERE id IN (:opinionIds)")
    void forgetWords(Collection<Long> opinionIds);

    @Query("UPDATE opinion SET is_counted = TRUE WHERE id = :id AND is_counted = FALSE")
    int countAgain(long id);

    /**
     * From decided to where it was before: waiting for a reading, or counted at once where it has no words. What everybody can
     * read can be taken down however old it is.
     */
    @Query("""
            UPDATE opinion
            SET state = CASE WHEN has_words THEN 'WAITING' ELSE 'READ' END,
                is_looked_at = FALSE
            WHERE id = :id
              AND (state = 'PUBLISHED' OR (state IN ('PASSED_ON', 'REFUSED') AND erased_on IS NULL))
            """)
    int reopen(long id);

    /** Without words there is nothing to read: spam and doubles alone are refused. */
    @Query("""
            UPDATE opinion
            SET state = 'REFUSED'
            WHERE id = :id
              AND consultation_id = :consultationId
              AND state = 'READ'
              AND revision = :revision
            """)
    int refuseWordless(long id, long consultationId, int revision);

    /** Those with words that count, latest first. */
    @Query("""
            SELECT * FROM opinion
            WHERE contract_id = :contractId
              AND has_words = TRUE
              AND is_counted = TRUE
            ORDER BY received_at DESC, id DESC
            LIMIT :count
            """)
    List<Opinion> findSaid(long contractId, int count);

    @Query("SELECT id FROM opinion WHERE consultation_id = :consultationId AND is_counted = TRUE ORDER BY id")
    List<Long> findCounted(long consultationId);

    /** Those without words, latest first. */
    @Query("""
            SELECT * FROM opinion
            WHERE consultation_id = :consultationId
              AND state = 'READ'
            ORDER BY turn, received_at DESC, id DESC
            LIMIT :count OFFSET :skip
            """)
    List<Opinion> findWordless(long consultationId, int count, int skip);

    /** Those in which nobody has looked for what a moderator should see, the oldest first. */
    @Query("SELECT * FROM opinion WHERE is_looked_at = FALSE ORDER BY id LIMIT :most")
    List<Opinion> findNotLookedAt(int most);

    @Query("SELECT * FROM opinion WHERE id IN (:ids) AND is_looked_at = FALSE ORDER BY id")
    List<Opinion> findNotLookedAt(Collection<Long> ids);

    /** Once, and only when it still is what was looked at. */
    @Query("""
            UPDATE opinion
            SET is_looked_at = TRUE
            WHERE id = :id
              AND is_looked_at = FALSE
              AND revision = :revision
              AND state = :state
              AND has_words = :hasWords
            """)
    int looked(long id, int revision, OpinionState state, boolean hasWords);

    @Query("UPDATE opinion SET is_looked_at = FALSE WHERE id = :id")
    void lookAgain(long id);

    @Query("UPDATE opinion SET turn = 0 WHERE id = :id AND turn = 1 AND state = 'WAITING'")
    int readFirst(long id);

    /** Only before the team has decided. */
    @Query("""
            UPDATE opinion
            SET may_show = :mayShow,
                has_words = :hasWords,
                state = :state,
                turn = LEAST(turn, :turn),
                is_looked_at = FALSE,
                revision = revision + 1
            WHERE id = :id
              AND state IN ('WAITING', 'READ')
            """)
    int correct(long id, @Nullable Boolean mayShow, boolean hasWords, OpinionState state, int turn);

    /** Of those that count. */
    @Query("""
            SELECT id, home
            FROM opinion
            WHERE contract_id = :contractId
              AND id IN (:ids)
              AND is_counted = TRUE
            """)
    List<OpinionHome> findHomes(long contractId, Collection<Long> ids);
}
