package org.portevoix.content;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

@JdbcRepository(dialect = Dialect.MYSQL)
interface PublicationPlanRepository extends GenericRepository<PublicationPlan, Long> {

    PublicationPlan save(PublicationPlan plan);

    @Query("""
            SELECT * FROM publication_plan
            WHERE contract_id = :contractId
              AND kind = :kind
              AND item_id = :itemId
            """)
    Optional<PublicationPlan> find(long contractId, Kind kind, long itemId);

    /** By their hours. */
    @Query("SELECT * FROM publication_plan WHERE contract_id = :contractId ORDER BY publish_at, id LIMIT 500")
    List<PublicationPlan> findAll(long contractId);

    @Query("""
            SELECT * FROM publication_plan
            WHERE hindered_at IS NULL
              AND publish_at <= :now
            ORDER BY publish_at, id
            LIMIT 50
            """)
    List<PublicationPlan> findDue(Instant now);

    @Query("""
            DELETE FROM publication_plan
            WHERE contract_id = :contractId
              AND kind = :kind
              AND item_id = :itemId
            """)
    int delete(long contractId, Kind kind, long itemId);

    /** 0 where another machine of the site, or somebody of the team, was first. */
    @Query("DELETE FROM publication_plan WHERE id = :id AND hindered_at IS NULL AND publish_at <= :now")
    int take(long id, Instant now);

    @Query("""
            UPDATE publication_plan SET slug = :slug
            WHERE contract_id = :contractId
              AND kind = :kind
              AND item_id = :itemId
            """)
    void rename(long contractId, Kind kind, long itemId, String slug);
}
