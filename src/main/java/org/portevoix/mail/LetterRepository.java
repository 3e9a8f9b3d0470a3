package org.portevoix.mail;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

@JdbcRepository(dialect = Dialect.MYSQL)
interface LetterRepository extends GenericRepository<LetterRow, Long> {

    /**
     * One letter a key: the same once more changes nothing. Micronaut Data does not see that an array may be null when only
     * its type says so.
     */
    @Query("""
            INSERT INTO letter (contract_id, letter_key, kind, language, recipient, content, receipt_hash, written_at,
                next_attempt_at, is_urgent)
            VALUES (:contractId, :letterKey, :kind, :language, :recipient, :content, :receiptHash, :writtenAt,
                :nextAttemptAt, :isUrgent)
            ON DUPLICATE KEY UPDATE letter_key = letter_key
            """)
    void add(
            @Nullable Long contractId,
            String letterKey,
            String kind,
            String language,
            byte[] recipient,
            byte[] content,
            @io.micronaut.core.annotation.Nullable byte @Nullable [] receiptHash,
            Instant writtenAt,
            Instant nextAttemptAt,
            boolean isUrgent);

    @Query("""
            UPDATE letter
            SET state = 'DROPPED', recipient = NULL, content = NULL, ended_at = :now
            WHERE receipt_hash = :receiptHash
              AND state = 'WAITING'
            """)
    void drop(byte[] receiptHash, Instant now);

    /** Those to send now that no machine is sending: urgent ones, then the soonest due. */
    @Query("""
            SELECT id FROM letter
            WHERE state = 'WAITING'
              AND next_attempt_at <= :now
              AND (claimed_until IS NULL OR claimed_until <= :now)
            ORDER BY is_urgent DESC, next_attempt_at, id
            LIMIT :most
            """)
    List<Long> findDue(Instant now, int most);

    /** 1 for the machine that may send it, 0 for any other, or when it was dropped meanwhile. */
    @Query("""
            UPDATE letter
            SET claimed_until = :until
            WHERE id = :id
              AND state = 'WAITING'
              AND next_attempt_at <= :now
              AND (claimed_until IS NULL OR claimed_until <= :now)
            """)
    int claim(long id, Instant now, Instant until);

    @Query("SELECT * FROM letter WHERE id = :id AND state = 'WAITING'")
    Optional<LetterRow> findWaiting(long id);

    @Query("""
            UPDATE letter
            SET state = 'SENT', recipient = NULL, content = NULL, claimed_until = NULL, failure = NULL, ended_at = :now
            WHERE id = :id
              AND state = 'WAITING'
            """)
    int end(long id, Instant now);

    @Query("""
            UPDATE letter
            SET attempts = attempts + 1, failure = :failure, next_attempt_at = :later, claimed_until = NULL
            WHERE id = :id
              AND state = 'WAITING'
            """)
    int postpone(long id, Failure failure, Instant later);

    @Query("""
            UPDATE letter
            SET state = 'REFUSED', attempts = attempts + 1, failure = :failure, claimed_until = NULL, ended_at = :now
            WHERE id = :id
              AND state = 'WAITING'
            """)
    int refuse(long id, Failure failure, Instant now);

    /** Those due that failed so often, or more often when {@code attempts} is the most that counts. */
    @Query("""
            UPDATE letter
            SET attempts = attempts + 1, failure = :failure, next_attempt_at = :later
            WHERE state = 'WAITING'
              AND next_attempt_at <= :now
              AND (claimed_until IS NULL OR claimed_until <= :now)
              AND attempts BETWEEN :attempts AND :atMost
            """)
    int postponeDue(int attempts, int atMost, Failure failure, Instant now, Instant later);

    /** The server works again: those that it held up are due. */
    @Query("""
            UPDATE letter
            SET next_attempt_at = :now
            WHERE state = 'WAITING'
              AND next_attempt_at > :now
              AND attempts > 0
              AND failure IN ('NO_ANSWER', 'LOGIN')
            """)
    int wake(Instant now);

    @Query("""
            UPDATE letter
            SET next_attempt_at = :now
            WHERE state = 'WAITING'
              AND next_attempt_at > :now
              AND attempts > 0
            """)
    int retryFailing(Instant now);

    /** Refused ones whose content is still there. */
    @Query("""
            UPDATE letter
            SET state = 'WAITING', next_attempt_at = :now, ended_at = NULL
            WHERE state = 'REFUSED'
              AND content IS NOT NULL
            """)
    int retryRefused(Instant now);

    @Query("""
            UPDATE letter
            SET recipient = NULL, content = NULL
            WHERE state = 'REFUSED'
              AND content IS NOT NULL
              AND ended_at < :before
            """)
    int emptyRefused(Instant before);

    @Query("DELETE FROM letter WHERE state <> 'WAITING' AND ended_at < :before")
    int deleteEnded(Instant before);

    /** Of all contracts when {@code contractId} is null. */
    @Query("""
            SELECT
                COUNT(CASE WHEN state = 'WAITING' AND attempts = 0 AND next_attempt_at > :now THEN 1 END) AS later,
                COUNT(CASE WHEN state = 'WAITING' AND attempts = 0 AND next_attempt_at <= :now THEN 1 END) AS due,
                COUNT(CASE WHEN state = 'WAITING' AND attempts > 0 THEN 1 END) AS failing,
                COUNT(CASE WHEN state = 'REFUSED' THEN 1 END) AS refused,
                MIN(CASE WHEN state = 'WAITING' AND attempts > 0 THEN written_at
                    WHEN state = 'WAITING' AND next_attempt_at <= :now THEN next_attempt_at END) AS oldest,
                MAX(CASE WHEN state = 'SENT' THEN ended_at END) AS last_sent
            FROM letter
            WHERE :contractId IS NULL OR contract_id = :contractId
            """)
    Standing standing(@Nullable Long contractId, Instant now);

    /** Kinds that wait after a failure or are refused, with why; the most first. */
    @Query("""
            SELECT kind, state, failure, COUNT(*) AS number, MIN(written_at) AS oldest,
                MIN(next_attempt_at) AS next
            FROM letter
            WHERE failure IS NOT NULL
              AND state IN ('WAITING', 'REFUSED')
              AND (:contractId IS NULL OR contract_id = :contractId)
            GROUP BY kind, state, failure
            ORDER BY number DESC, kind, failure
            LIMIT 100
            """)
    List<Trouble> troubles(@Nullable Long contractId);

    @Query("SELECT COUNT(*) FROM letter WHERE letter_key LIKE :keys AND state = 'WAITING'")
    long countWaiting(String keys);

    @Query("""
            UPDATE letter
            SET state = 'DROPPED', recipient = NULL, content = NULL, ended_at = :now
            WHERE letter_key = :letterKey
              AND state = 'WAITING'
            """)
    void dropByKey(String letterKey, Instant now);
}
