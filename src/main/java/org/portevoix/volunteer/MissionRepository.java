package org.portevoix.volunteer;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

@JdbcRepository(dialect = Dialect.MYSQL)
interface MissionRepository extends GenericRepository<Mission, Long> {

    @Query("SELECT * FROM mission WHERE contract_id = :contractId AND slug = :slug AND state = 'PUBLISHED'")
    Optional<Mission> findPublished(long contractId, String slug);

    /** Published or not: for the team alone. */
    @Query("SELECT * FROM mission WHERE contract_id = :contractId AND slug = :slug")
    Optional<Mission> findForPreview(long contractId, String slug);

    @Query("SELECT * FROM mission WHERE contract_id = :contractId AND state = 'PUBLISHED' ORDER BY position, id")
    List<Mission> findPublished(long contractId);

    @Query("""
            SELECT * FROM mission
            WHERE contract_id = :contractId
              AND state = 'PUBLISHED'
            ORDER BY position, id
            LIMIT :count OFFSET :skip
            """)
    List<Mission> findPublished(long contractId, int count, int skip);

    Optional<Mission> findById(long id);

    List<Mission> findByIdIn(Collection<Long> ids);

    /** For the desk: whatever their state, in the contract's own order. */
    @Query("SELECT * FROM mission WHERE contract_id = :contractId ORDER BY position, id")
    List<Mission> findAllOf(long contractId);

    @Query("SELECT * FROM mission WHERE contract_id = :contractId AND slug = :slug")
    Optional<Mission> findOf(long contractId, String slug);
}
