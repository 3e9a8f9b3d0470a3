package org.portevoix.council;

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
interface CouncilProposalRepository extends GenericRepository<CouncilProposal, Long> {

    /** 0 when this form was sent before. */
    @Query("""
            INSERT IGNORE INTO council_proposal (council_id, kind, title, what, held, place, why, entered_by, entered_at,
                form_key)
            VALUES (:councilId, :kind, :title, :what, :held, :place, :why, :enteredBy, :now, :formKey)
            """)
    int add(
            long councilId,
            ProposalKind kind,
            String title,
            String what,
            String held,
            String place,
            String why,
            long enteredBy,
            Instant now,
            String formKey);

    /** Latest first. */
    @Query(
            "SELECT * FROM council_proposal WHERE council_id = :councilId ORDER BY entered_at DESC, id DESC LIMIT :count")
    List<CouncilProposal> findLatest(long councilId, int count);

    /** Latest first. */
    @Query("""
            SELECT p.*
            FROM council_proposal p
            JOIN council c ON c.id = p.council_id
            WHERE c.contract_id = :contractId
            ORDER BY p.entered_at DESC, p.id DESC
            LIMIT :count
            """)
    List<CouncilProposal> findLatestOfContract(long contractId, int count);

    /** Latest first, of those in this state. */
    @Query("""
            SELECT p.*
            FROM council_proposal p
            JOIN council c ON c.id = p.council_id
            WHERE c.contract_id = :contractId
              AND p.state = :state
            ORDER BY p.entered_at DESC, p.id DESC
            LIMIT :count
            """)
    List<CouncilProposal> findOfContract(long contractId, String state, int count);

    /** All of a contract, the first first. */
    @Query("""
            SELECT p.id, p.council_id, p.title, p.entered_at, p.state, p.decided_at
            FROM council_proposal p
            JOIN council c ON c.id = p.council_id
            WHERE c.contract_id = :contractId
            ORDER BY p.entered_at, p.id
            """)
    List<ProposalStanding> findStandings(long contractId);

    /** Of this contract and no other. */
    @Query("""
            SELECT p.*
            FROM council_proposal p
            JOIN council c ON c.id = p.council_id
            WHERE p.id = :id
              AND c.contract_id = :contractId
            """)
    Optional<CouncilProposal> find(long contractId, long id);

    /** Once. */
    @Query("""
            UPDATE council_proposal
            SET state = :state,
                answer = :answer,
                decided_by = :decidedBy,
                decided_at = :now
            WHERE id = :id
              AND state = 'WAITING'
            """)
    int decide(long id, String state, @Nullable String answer, long decidedBy, Instant now);

    @Query("""
            SELECT c.contract_id, COUNT(*) AS waiting, MIN(p.entered_at) AS oldest
            FROM council_proposal p
            JOIN council c ON c.id = p.council_id
            WHERE c.contract_id IN (:contractIds)
              AND p.state = 'WAITING'
            GROUP BY c.contract_id
            """)
    List<Backlog> findBacklog(Collection<Long> contractIds);
}
