package org.portevoix.effect;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;

/** Effects as residents may read them. */
@JdbcRepository(dialect = Dialect.MYSQL)
interface EffectRepository extends GenericRepository<Effect, Long> {

    /** Latest first. */
    @Query("""
            SELECT *
            FROM effect
            WHERE contract_id = :contractId
              AND state = 'PUBLISHED'
            ORDER BY noticed_on DESC, id DESC
            LIMIT :count
            """)
    List<Effect> findLatest(long contractId, int count);

    /** Of an action, or of what was done about it after residents spoke; latest first. */
    @Query("""
            SELECT e.*
            FROM effect e
            LEFT JOIN followup f ON f.id = e.followup_id
            WHERE e.contract_id = :contractId
              AND e.state = 'PUBLISHED'
              AND COALESCE(e.action_sheet_id, f.action_sheet_id) = :actionSheetId
            ORDER BY e.noticed_on DESC, e.id DESC
            LIMIT :count
            """)
    List<Effect> findOfAction(long contractId, long actionSheetId, int count);
}
