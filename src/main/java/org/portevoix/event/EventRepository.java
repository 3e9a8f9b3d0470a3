package org.portevoix.event;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

@JdbcRepository(dialect = Dialect.MYSQL)
interface EventRepository extends GenericRepository<EventRow, Long> {

    /** A session with what is true of all sessions of its event: an {@link EventSession}. */
    String SESSIONS = """
            SELECT s.id AS session_id, s.day, s.starts_at, s.ends_at, s.places, s.taken_places, s.last_number, s.revision,
                   s.state AS session_state, s.reason_text, e.*
            FROM event_session s
            JOIN event e ON e.id = s.event_id
            """;

    /** Not over yet, soonest first. */
    @Query(SESSIONS + """
            WHERE e.contract_id = :contractId
              AND e.state = 'PUBLISHED'
              AND s.ends_at > :now
              AND (:neighbourhoodId IS NULL OR e.neighbourhood_id = :neighbourhoodId)
            ORDER BY s.starts_at, s.id
            LIMIT :count OFFSET :skip
            """)
    List<EventSession> findComing(long contractId, Instant now, @Nullable Long neighbourhoodId, int count, int skip);

    /** How many sessions are not over yet in each neighbourhood that has some: as many as findComing finds there. */
    @Query("""
            SELECT e.neighbourhood_id, COUNT(*) AS sessions
            FROM event_session s
            JOIN event e ON e.id = s.event_id
            WHERE e.contract_id = :contractId
              AND e.state = 'PUBLISHED'
              AND e.neighbourhood_id IS NOT NULL
              AND s.ends_at > :now
            GROUP BY e.neighbourhood_id
            """)
    List<ComingSessions> countComing(long contractId, Instant now);

    /** The next session of each event that has one to come, soonest first. */
    @Query(SESSIONS + """
            WHERE e.contract_id = :contractId
              AND e.state = 'PUBLISHED'
              AND s.ends_at > :now
              AND s.state = 'PLANNED'
              AND (:actionSheetId IS NULL OR e.action_sheet_id = :actionSheetId)
              AND NOT EXISTS (SELECT 1 FROM event_session other
                              WHERE other.event_id = s.event_id
                                AND other.state = 'PLANNED'
                                AND other.ends_at > :now
                                AND other.starts_at < s.starts_at)
            ORDER BY s.starts_at, s.id
            LIMIT :count
            """)
    List<EventSession> findNext(long contractId, Instant now, @Nullable Long actionSheetId, int count);

    @Query(SESSIONS + """
            WHERE e.contract_id = :contractId
              AND e.slug = :slug
              AND e.state = 'PUBLISHED'
            ORDER BY s.starts_at, s.id
            """)
    List<EventSession> findSessions(long contractId, String slug);

    /** Of an event published or not: for the team alone. */
    @Query(SESSIONS + """
            WHERE e.contract_id = :contractId
              AND e.slug = :slug
            ORDER BY s.starts_at, s.id
            """)
    List<EventSession> findSessionsForPreview(long contractId, String slug);

    /** All that may be told beyond this site: not those of sensitive events. By event, then soonest first. */
    @Query(SESSIONS + """
            WHERE e.contract_id = :contractId
              AND e.state = 'PUBLISHED'
              AND e.is_sensitive = FALSE
            ORDER BY e.position, e.id, s.starts_at, s.id
            """)
    List<EventSession> findOpen(long contractId);

    @Query(SESSIONS + """
            WHERE s.id = :sessionId
            """)
    Optional<EventSession> findSession(long sessionId);

    @Query("SELECT COUNT(*) > 0 FROM event WHERE id = :id AND is_sensitive = TRUE")
    boolean isSensitive(long id);
}
