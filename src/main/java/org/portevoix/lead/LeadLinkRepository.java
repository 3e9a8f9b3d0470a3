package org.portevoix.lead;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

@JdbcRepository(dialect = Dialect.MYSQL)
interface LeadLinkRepository extends GenericRepository<LeadLink, Long> {

    /** 0 when this form was sent before. */
    @Query("""
            INSERT IGNORE INTO lead_link
                (contract_id, action_sheet_id, token_hash, form_key, holder, created_by, created_at, expires_at)
            VALUES (:contractId, :actionSheetId, :tokenHash, :formKey, :holder, :createdBy, :createdAt, :expiresAt)
            """)
    int add(
            long contractId,
            long actionSheetId,
            byte[] tokenHash,
            String formKey,
            String holder,
            long createdBy,
            Instant createdAt,
            Instant expiresAt);

    @Query("""
            SELECT * FROM lead_link
            WHERE token_hash = :tokenHash
              AND revoked_at IS NULL
              AND expires_at > :now
            """)
    Optional<LeadLink> findGood(byte[] tokenHash, Instant now);

    @Query("UPDATE lead_link SET last_used_at = :now WHERE id = :id")
    void used(long id, Instant now);

    @Query("""
            UPDATE lead_link
            SET revoked_at = :now
            WHERE id = :id
              AND contract_id = :contractId
              AND revoked_at IS NULL
            """)
    int revoke(long contractId, long id, Instant now);

    /** Latest first. */
    @Query("SELECT * FROM lead_link WHERE contract_id = :contractId ORDER BY id DESC LIMIT 300")
    List<LeadLink> findByContract(long contractId);
}
