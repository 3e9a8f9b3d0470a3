package org.portevoix.team;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.Optional;

@JdbcRepository(dialect = Dialect.MYSQL)
interface NoticeRepository extends GenericRepository<Notice, Long> {

    Optional<Notice> findByAccountId(long accountId);

    @Query("INSERT IGNORE INTO notice (account_id, seen) VALUES (:accountId, '')")
    void begin(long accountId);

    @Query("""
            INSERT INTO notice (account_id, wish, seen)
            VALUES (:accountId, :wish, '')
            ON DUPLICATE KEY UPDATE wish = VALUES(wish)
            """)
    void wish(long accountId, Wish wish);

    @Query("UPDATE notice SET seen = :seen WHERE account_id = :accountId")
    void see(long accountId, String seen);

    @Query("UPDATE notice SET has_digest = :hasDigest WHERE account_id = :accountId")
    void digest(long accountId, boolean hasDigest);

    /** 1 for the machine that may write, 0 when another one just did. */
    @Query("""
            UPDATE notice
            SET written_at = :now, seen = :seen
            WHERE account_id = :accountId
              AND (written_at IS NULL OR written_at <= :before)
            """)
    int write(long accountId, String seen, Instant now, Instant before);
}
