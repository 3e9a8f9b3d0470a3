package org.portevoix.moderation;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

@JdbcRepository(dialect = Dialect.MYSQL)
interface ModerationDecisionRepository extends GenericRepository<ModerationDecision, Long> {

    ModerationDecision save(ModerationDecision decision);

    /** Of one that stands; 0 when it was undone before. */
    @Query("""
            UPDATE moderation_decision
            SET undone_by = :accountId, undone_at = :now
            WHERE id = :id
              AND opinion_id = :opinionId
              AND undone_at IS NULL
            """)
    int undo(long id, long opinionId, long accountId, Instant now);

    /** Undone ones too, oldest first. */
    @Query("SELECT * FROM moderation_decision WHERE opinion_id IN (:opinionIds) ORDER BY id")
    List<ModerationDecision> findByOpinions(Collection<Long> opinionIds);
}
