package org.portevoix.moderation;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

@JdbcRepository(dialect = Dialect.MYSQL)
interface AssignmentRepository extends GenericRepository<Assignment, Long> {

    /** 0 when somebody holds it. */
    @Query("""
            INSERT IGNORE INTO opinion_assignment (opinion_id, account_id, assigned_by, assigned_at)
            VALUES (:opinionId, :accountId, :assignedBy, :now)
            """)
    int take(long opinionId, long accountId, long assignedBy, Instant now);

    /** 0 when the one who held it no longer does. */
    @Query("""
            UPDATE opinion_assignment
            SET account_id = :accountId, assigned_by = :assignedBy, assigned_at = :now
            WHERE opinion_id = :opinionId
              AND account_id = :holder
            """)
    int give(long opinionId, long holder, long accountId, long assignedBy, Instant now);

    /** 0 when the one who held it no longer does. */
    @Query("DELETE FROM opinion_assignment WHERE opinion_id = :opinionId AND account_id = :holder")
    int release(long opinionId, long holder);

    @Query("DELETE FROM opinion_assignment WHERE opinion_id = :opinionId")
    void release(long opinionId);

    @Query("SELECT * FROM opinion_assignment WHERE opinion_id IN (:opinionIds)")
    List<Assignment> findByOpinions(Collection<Long> opinionIds);
}
