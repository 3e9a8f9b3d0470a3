package org.portevoix.moderation;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

@JdbcRepository(dialect = Dialect.MYSQL)
interface ModerationDecisionRepository extends GenericRepository<ModerationDecision, Long> {

    ModerationDecision save(ModerationDecision decision);

    /** Of one that stands; 0 when it was undone before. */
    @Query("""
            UPDATE moderation_decision
            SET undone_by = :accountId, undone_at = :now, undone_reason = :why
            WHERE id = :id
              AND opinion_id = :opinionId
              AND undone_at IS NULL
            """)
    int undo(long id, long opinionId, long accountId, Instant now, @Nullable Reason why);

    /** Undone ones too, oldest first. */
    @Query("SELECT * FROM moderation_decision WHERE opinion_id IN (:opinionIds) ORDER BY id")
    List<ModerationDecision> findByOpinions(Collection<Long> opinionIds);

    @Query("DELETE FROM moderation_decision WHERE opinion_id = :opinionId")
    void deleteByOpinion(long opinionId);

    /** Opinions of this contract that were refused before this moment. */
    @Query("""
            SELECT DISTINCT d.opinion_id
            FROM moderation_decision d
            JOIN opinion o ON o.id = d.opinion_id
            WHERE o.contract_id = :contractId
              AND d.decision = 'REFUSE'
              AND d.decided_at < :before
            """)
    List<Long> findRefused(long contractId, Instant before);
}
