package org.portevoix.moderation;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Collection;
import java.util.List;

@JdbcRepository(dialect = Dialect.MYSQL)
interface ModerationDecisionRepository extends GenericRepository<ModerationDecision, Long> {

    ModerationDecision save(ModerationDecision decision);

    /** Oldest first. */
    @Query("SELECT * FROM moderation_decision WHERE opinion_id IN (:opinionIds) ORDER BY id")
    List<ModerationDecision> findByOpinions(Collection<Long> opinionIds);
}
