package org.portevoix.retention;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;

@JdbcRepository(dialect = Dialect.MYSQL)
interface RetentionRepository extends GenericRepository<RetentionRepository.Row, Long> {

    @Query("SELECT kind, months, days FROM retention_term WHERE contract_id = :contractId")
    List<RetentionTerm> findTerms(long contractId);

    @Query("""
            INSERT INTO retention_term (contract_id, kind, months, days, changed_by, changed_at)
            VALUES (:contractId, :kind, :months, :days, :changedBy, :now)
            ON DUPLICATE KEY UPDATE months = VALUES(months), days = VALUES(days), changed_by = VALUES(changed_by),
                changed_at = VALUES(changed_at)
            """)
    void setTerm(long contractId, String kind, int months, int days, long changedBy, Instant now);

    /** 1 on the one machine that is to do it that day; 0 on the others. */
    @Query("""
            INSERT IGNORE INTO retention_run (contract_id, kind, day, claimed_at)
            VALUES (:contractId, :kind, :day, :now)
            """)
    int claim(long contractId, String kind, LocalDate day, Instant now);

    @Query("""
            UPDATE retention_run
            SET erased = :erased
            WHERE contract_id = :contractId
              AND kind = :kind
              AND day = :day
            """)
    void done(long contractId, String kind, LocalDate day, int erased);

    @Query("""
            UPDATE retention_run
            SET failure = :failure
            WHERE contract_id = :contractId
              AND kind = :kind
              AND day = :day
            """)
    void failed(long contractId, String kind, LocalDate day, String failure);

    /** Of each kind, the latest day. */
    @Query("""
            SELECT r.contract_id, r.kind, r.day, r.claimed_at, r.erased, r.failure
            FROM retention_run r
            JOIN (
                SELECT contract_id, kind, MAX(day) AS day
                FROM retention_run
                WHERE contract_id IN (:contractIds)
                GROUP BY contract_id, kind) latest
              ON latest.contract_id = r.contract_id
             AND latest.kind = r.kind
             AND latest.day = r.day
            """)
    List<RetentionRun> findLatest(Collection<Long> contractIds);

    /** Those of that day that failed, or that nobody finished, so that they are done again. */
    @Query("""
            DELETE FROM retention_run
            WHERE contract_id = :contractId
              AND day = :day
              AND erased IS NULL
              AND (failure IS NOT NULL OR claimed_at < :anHourAgo)
            """)
    void giveUp(long contractId, LocalDate day, Instant anHourAgo);

    @Query("DELETE FROM retention_run WHERE contract_id = :contractId AND day < :before")
    void deleteRuns(long contractId, LocalDate before);

    /** Gives the repository its table. */
    @MappedEntity("retention_run")
    record Row(@Id long contractId, String kind) {}
}
