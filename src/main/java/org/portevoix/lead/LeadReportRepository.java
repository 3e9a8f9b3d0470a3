package org.portevoix.lead;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

@JdbcRepository(dialect = Dialect.MYSQL)
interface LeadReportRepository extends GenericRepository<LeadReport, Long> {

    LeadReport save(LeadReport report);

    @Query("SELECT * FROM lead_report WHERE id = :id AND contract_id = :contractId")
    Optional<LeadReport> find(long contractId, long id);

    @Query("SELECT COUNT(*) FROM lead_report WHERE submission_hash = :submissionHash")
    long countSubmission(byte[] submissionHash);

    /** Latest first. */
    @Query("SELECT * FROM lead_report WHERE link_id = :linkId ORDER BY id DESC LIMIT 30")
    List<LeadReport> findByLink(long linkId);

    /** Oldest first. */
    @Query("""
            SELECT * FROM lead_report
            WHERE contract_id = :contractId
              AND state = 'WAITING'
            ORDER BY sent_at, id
            LIMIT 50
            """)
    List<LeadReport> findWaiting(long contractId);

    /** Latest decision first. */
    @Query("""
            SELECT * FROM lead_report
            WHERE contract_id = :contractId
              AND state <> 'WAITING'
            ORDER BY decided_at DESC, id DESC
            LIMIT 20
            """)
    List<LeadReport> findDecided(long contractId);

    @Query("INSERT INTO lead_report_heads (report_id, home, heads) VALUES (:reportId, :home, :heads)")
    void addHeads(long reportId, String home, int heads);

    @Query("SELECT report_id, home, heads FROM lead_report_heads WHERE report_id IN (:reportIds) ORDER BY home")
    List<Heads> findHeads(Collection<Long> reportIds);

    /** From one state to another, once. */
    @Query("""
            UPDATE lead_report
            SET state = :to, decided_by = :accountId, decided_at = :now, word = :word
            WHERE id = :id
              AND state = :from
            """)
    int decide(long id, ReportState from, ReportState to, long accountId, Instant now, @Nullable String word);

    @Query("""
            SELECT contract_id, COUNT(*) AS waiting, MIN(sent_at) AS oldest FROM lead_report
            WHERE contract_id IN (:contractIds)
              AND state = 'WAITING'
            GROUP BY contract_id
            """)
    List<ReportBacklog> findBacklog(Collection<Long> contractIds);
}
