package org.portevoix.moderation;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;

@JdbcRepository(dialect = Dialect.MYSQL)
interface SavedFilterRepository extends GenericRepository<SavedFilter, Long> {

    SavedFilter save(SavedFilter filter);

    /** One's own and those of all, by name. */
    @Query("""
            SELECT * FROM saved_filter
            WHERE contract_id = :contractId
              AND list = :list
              AND (account_id = :accountId OR is_shared = TRUE)
            ORDER BY name, id
            LIMIT 50
            """)
    List<SavedFilter> findFor(long contractId, SavedFilter.Listed list, long accountId);

    /** One's own, or one of all. */
    @Query("""
            DELETE FROM saved_filter
            WHERE id = :id
              AND contract_id = :contractId
              AND (account_id = :accountId OR is_shared = TRUE)
            """)
    int delete(long id, long contractId, long accountId);
}
