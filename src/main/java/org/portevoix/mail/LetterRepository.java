package org.portevoix.mail;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

@JdbcRepository(dialect = Dialect.MYSQL)
interface LetterRepository extends GenericRepository<LetterRow, Long> {

    /** One letter a key: the same once more changes nothing. */
    @Query("""
            INSERT INTO letter (contract_id, letter_key, kind, language, recipient, content, receipt_hash, written_at,
                next_attempt_at)
            VALUES (:contractId, :letterKey, :kind, :language, :recipient, :content, :receiptHash, :writtenAt,
                :nextAttemptAt)
            ON DUPLICATE KEY UPDATE letter_key = letter_key
            """)
    void add(
            @Nullable Long contractId,
            String letterKey,
            String kind,
            String language,
            byte[] recipient,
            byte[] content,
            byte @Nullable [] receiptHash,
            Instant writtenAt,
            Instant nextAttemptAt);

    @Query("""
            UPDATE letter
            SET state = 'DROPPED', recipient = NULL, content = NULL, ended_at = :now
            WHERE receipt_hash = :receiptHash
              AND state = 'WAITING'
            """)
    void drop(byte[] receiptHash, Instant now);

    @Query("""
            UPDATE letter
            SET state = 'DROPPED', recipient = NULL, content = NULL, ended_at = :now
            WHERE letter_key = :letterKey
              AND state = 'WAITING'
            """)
    void dropByKey(String letterKey, Instant now);
}
