package org.portevoix.content;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;

@JdbcRepository(dialect = Dialect.MYSQL)
interface ContentHistoryRepository extends GenericRepository<ContentHistoryLine, Long> {

    ContentHistoryLine save(ContentHistoryLine line);

    @Query("SELECT * FROM content_history WHERE id = :id AND contract_id = :contractId")
    Optional<ContentHistoryLine> find(long contractId, long id);

    /** Latest first. */
    @Query("""
            SELECT * FROM content_history
            WHERE contract_id = :contractId
            ORDER BY id DESC
            LIMIT :count OFFSET :skip
            """)
    List<ContentHistoryLine> findLatest(long contractId, int count, int skip);

    /** Latest first. */
    @Query("""
            SELECT * FROM content_history
            WHERE contract_id = :contractId
              AND kind = :kind
              AND item_id = :itemId
            ORDER BY id DESC
            LIMIT :count OFFSET :skip
            """)
    List<ContentHistoryLine> findLatest(long contractId, String kind, long itemId, int count, int skip);

    @Query("""
            SELECT COUNT(*) > 0 FROM content_history
            WHERE contract_id = :contractId
              AND kind = :kind
              AND item_id = :itemId
              AND what = 'PUBLISHED'
            """)
    boolean wasPublished(long contractId, String kind, long itemId);

    @Query("""
            SELECT COUNT(*) > 0 FROM content_history
            WHERE contract_id = :contractId
              AND kind = :kind
              AND item_id = :itemId
              AND what IN ('CREATED', 'COPIED')
            """)
    boolean wasMadeHere(long contractId, String kind, long itemId);
}
