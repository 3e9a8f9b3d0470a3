package org.portevoix.followup;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import org.portevoix.receipt.Said;

@JdbcRepository(dialect = Dialect.MYSQL)
interface FollowupRepository extends GenericRepository<Followup, Long> {

    /** Latest decision first. */
    @Query(
            "SELECT * FROM followup WHERE contract_id = :contractId ORDER BY decided_on DESC, position, id LIMIT :count OFFSET :skip")
    List<Followup> findLatest(long contractId, int count, int skip);

    /** Latest decision first. */
    @Query("SELECT * FROM followup WHERE contract_id = :contractId ORDER BY decided_on DESC, position, id")
    List<Followup> findLatest(long contractId);

    /** Latest decision first. */
    @Query("""
            SELECT f.*
            FROM followup f
            JOIN followup_said s ON s.followup_id = f.id
            WHERE s.kind = :kind
              AND s.said_id = :saidId
            ORDER BY f.decided_on DESC, f.position, f.id
            """)
    List<Followup> findAnswering(Said.Kind kind, long saidId);
}
