package org.portevoix.content;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

@JdbcRepository(dialect = Dialect.MYSQL)
interface TranslationWaitRepository extends GenericRepository<TranslationWait, Long> {

    TranslationWait save(TranslationWait wait);

    @Query("DELETE FROM translation_wait WHERE id = :id")
    void delete(long id);

    @Query("""
            SELECT * FROM translation_wait
            WHERE contract_id = :contractId
              AND kind = :kind
              AND item_id = :itemId
            """)
    List<TranslationWait> findItem(long contractId, Kind kind, long itemId);

    /** Of each language: what somebody else than this person wrote, and what is stale or missing. */
    @Query("""
            SELECT language,
                COUNT(CASE WHEN draft > 0 THEN 1 END) AS draft,
                COUNT(CASE WHEN draft > 0 AND (sole_author IS NULL OR sole_author <> :accountId) THEN 1 END) AS to_review,
                MIN(CASE WHEN draft > 0 AND (sole_author IS NULL OR sole_author <> :accountId) THEN since END)
                    AS review_since,
                COUNT(CASE WHEN stale > 0 THEN 1 END) AS stale,
                MIN(CASE WHEN stale > 0 THEN since END) AS stale_since,
                COUNT(CASE WHEN missing > 0 THEN 1 END) AS missing,
                MIN(CASE WHEN missing > 0 THEN since END) AS missing_since
            FROM translation_wait
            WHERE contract_id = :contractId
              AND (until_day IS NULL OR until_day >= :today)
            GROUP BY language
            ORDER BY language
            """)
    List<TranslationToDo> findToDo(long contractId, long accountId, LocalDate today);

    /** Longest waiting first. @param what DRAFT, STALE or MISSING */
    @Query("""
            SELECT * FROM translation_wait
            WHERE contract_id = :contractId
              AND language = :language
              AND (until_day IS NULL OR until_day >= :today)
              AND (:what = 'DRAFT' AND draft > 0
                OR :what = 'STALE' AND stale > 0
                OR :what = 'MISSING' AND missing > 0)
            ORDER BY since, id
            LIMIT :count OFFSET :skip
            """)
    List<TranslationWait> findWaiting(
            long contractId, String language, String what, LocalDate today, int count, int skip);

    @Query("UPDATE translation_recount SET wanted_at = :now WHERE contract_id = :contractId")
    int wantAgain(long contractId, Instant now);

    @Query("INSERT INTO translation_recount (contract_id, wanted_at) VALUES (:contractId, :now)")
    void want(long contractId, Instant now);

    @Query("SELECT contract_id, wanted_at FROM translation_recount ORDER BY wanted_at LIMIT 20")
    List<TranslationRecount> findRecounts();

    @Query("DELETE FROM translation_recount WHERE contract_id = :contractId AND wanted_at = :wantedAt")
    int recounted(long contractId, Instant wantedAt);
}
