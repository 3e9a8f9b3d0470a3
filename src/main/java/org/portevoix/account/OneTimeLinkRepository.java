package org.portevoix.account;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

@JdbcRepository(dialect = Dialect.MYSQL)
interface OneTimeLinkRepository extends GenericRepository<OneTimeLink, byte[]> {

    @Query("""
            INSERT INTO one_time_link (token_hash, account_id, expires_at)
            VALUES (:tokenHash, :accountId, :expiresAt)
            """)
    void add(byte[] tokenHash, @Nullable Long accountId, Instant expiresAt);

    @Query("SELECT * FROM one_time_link WHERE token_hash = :tokenHash AND expires_at > :now")
    Optional<OneTimeLink> find(byte[] tokenHash, Instant now);

    /** 1 for the one who uses it, 0 for whoever comes after. */
    @Query("DELETE FROM one_time_link WHERE token_hash = :tokenHash AND expires_at > :now")
    int use(byte[] tokenHash, Instant now);

    @Query("DELETE FROM one_time_link WHERE account_id = :accountId")
    void deleteAll(long accountId);

    @Query("SELECT COUNT(*) FROM one_time_link WHERE account_id = :accountId AND expires_at > :after")
    long countAfter(long accountId, Instant after);

    @Query("DELETE FROM one_time_link WHERE account_id IS NULL")
    void deleteThoseOfTheFirstAdministrator();

    @Query("DELETE FROM one_time_link WHERE expires_at <= :now")
    void deleteOver(Instant now);
}
