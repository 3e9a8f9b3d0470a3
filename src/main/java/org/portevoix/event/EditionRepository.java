package org.portevoix.event;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Editions of an event as residents may read them, and how many came. */
@JdbcRepository(dialect = Dialect.MYSQL)
interface EditionRepository extends GenericRepository<EventRow, Long> {

    @Query("""
            SELECT id, slug, title_text, report_text
            FROM event
            WHERE id = :eventId
              AND state = 'PUBLISHED'
              AND is_sensitive = FALSE
            """)
    Optional<Edition> findEdition(long eventId);

    @Query("""
            SELECT id, slug, title_text, report_text
            FROM event
            WHERE previous_event_id = :eventId
              AND state = 'PUBLISHED'
              AND is_sensitive = FALSE
            ORDER BY id DESC
            LIMIT 1
            """)
    Optional<Edition> findNext(long eventId);

    @Query("""
            SELECT id, slug, title_text, report_text
            FROM event
            WHERE id IN (:ids)
              AND state = 'PUBLISHED'
              AND is_sensitive = FALSE
            """)
    List<Edition> findPublic(Collection<Long> ids);

    @Query("""
            SELECT id, slug, title_text, report_text
            FROM event
            WHERE contract_id = :contractId
              AND slug = :slug
              AND state = 'PUBLISHED'
              AND is_sensitive = FALSE
            """)
    Optional<Edition> findPublic(long contractId, String slug);

    /** The report of an event, published or not; empty while nobody has written it, and of a sensitive one. */
    @Query("""
            SELECT report_text
            FROM event
            WHERE id = :eventId
              AND contract_id = :contractId
              AND is_sensitive = FALSE
              AND report_text IS NOT NULL
            """)
    Optional<Long> findReport(long contractId, long eventId);

    /** The last of the contract's order first. */
    @Query("""
            SELECT id, slug, title_text, report_text
            FROM event
            WHERE contract_id = :contractId
              AND state = 'PUBLISHED'
              AND is_sensitive = FALSE
            ORDER BY position DESC, id DESC
            LIMIT :count
            """)
    List<Edition> findLatest(long contractId, int count);

    /** The people counted at all sessions of an event, by where they live; none of a sensitive one. */
    @Query("""
            SELECT h.home, CAST(SUM(h.people) AS SIGNED) AS people
            FROM head_count c
            JOIN event_session s ON s.id = c.event_session_id
            JOIN head_count_home h ON h.head_count_id = c.id
            WHERE s.event_id = :eventId
              AND c.is_current = TRUE
              AND c.is_sensitive = FALSE
            GROUP BY h.home
            """)
    List<HeadCountHome> findHeads(long eventId);
}
