package org.portevoix.account;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

@JdbcRepository(dialect = Dialect.MYSQL)
interface DeskSessionRepository extends GenericRepository<DeskSession, byte[]> {

    @Query("""
            INSERT INTO desk_session (token_hash, account_id, created_at, seen_at)
            VALUES (:tokenHash, :accountId, :now, :now)
            """)
    void add(byte[] tokenHash, long accountId, Instant now);

    @Query("""
            SELECT * FROM desk_session
            WHERE token_hash = :tokenHash
              AND created_at > :oldest
              AND seen_at > :idlest
            """)
    Optional<DeskSession> find(byte[] tokenHash, Instant oldest, Instant idlest);

    @Query("""
            SELECT * FROM desk_session
            WHERE account_id = :accountId
              AND created_at > :oldest
              AND seen_at > :idlest
            ORDER BY seen_at DESC, created_at DESC
            LIMIT 100
            """)
    List<DeskSession> findAll(long accountId, Instant oldest, Instant idlest);

    @Query("DELETE FROM desk_session WHERE account_id = :accountId AND token_hash <> :tokenHash")
    int deleteOthers(long accountId, byte[] tokenHash);

    @Query("DELETE FROM desk_session WHERE seen_at < :before")
    int deleteSeenBefore(Instant before);

    @Query("UPDATE desk_session SET seen_at = :now WHERE token_hash = :tokenHash")
    void see(byte[] tokenHash, Instant now);

    @Query("DELETE FROM desk_session WHERE token_hash = :tokenHash")
    void delete(byte[] tokenHash);

    @Query("DELETE FROM desk_session WHERE account_id = :accountId")
    void deleteAll(long accountId);

    @Query("DELETE FROM desk_session WHERE created_at <= :oldest OR seen_at <= :idlest")
    void deleteOver(Instant oldest, Instant idlest);
}
