package org.portevoix.event;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

@JdbcRepository(dialect = Dialect.MYSQL)
interface EventRepository extends GenericRepository<EventRow, Long> {

    String COLUMNS = """
            s.id AS session_id, s.day, s.starts_at, s.ends_at, s.places, s.taken_places, s.last_number, s.revision,
                   s.is_evening, s.is_repeated, s.changed_at, s.state AS session_state, s.reason_text, e.*
            """;

    /** A session with what is true of all sessions of its event: an {@link EventSession}. */
    String SESSIONS = "SELECT " + COLUMNS + """
            FROM event_session s
            JOIN event e ON e.id = s.event_id
            """;

    /**
     * Chosen, and not over yet. Read along the index of their beginnings, soonest first, until there are enough: neither the past
     * nor the number of events costs anything. Left to itself the database reads them all, and sorts.
     */
    String COMING = """
            FROM event_session s FORCE INDEX (ix_event_session_starts_at)
            JOIN event e ON e.id = s.event_id
            WHERE e.contract_id = :contractId
              AND e.state = 'PUBLISHED'
              AND s.starts_at > :after
              AND s.day BETWEEN :from AND :until
              AND s.ends_at > :now
              AND (:neighbourhoodId IS NULL OR e.neighbourhood_id = :neighbourhoodId)
              AND (:language IS NULL
                   OR CONCAT(' ', e.languages, ' ', e.interpreters, ' ') LIKE CONCAT('% ', :language, ' %'))
              AND (:isFreeTime = FALSE OR s.is_evening = TRUE OR DAYOFWEEK(s.day) IN (1, 7))
              AND (:isWithSensitive = TRUE OR e.is_sensitive = FALSE)
            """;

    /** Soonest first. */
    @Query("SELECT STRAIGHT_JOIN " + COLUMNS + COMING + """
            ORDER BY s.starts_at, s.id
            LIMIT :count OFFSET :skip
            """)
    List<EventSession> findComing(
            long contractId,
            Instant now,
            @Nullable Long neighbourhoodId,
            @Nullable String language,
            boolean isFreeTime,
            boolean isWithSensitive,
            Instant after,
            LocalDate from,
            LocalDate until,
            int count,
            int skip);

    default List<EventSession> findComing(Agenda.Wanted wanted, int count, int skip) {
        return findComing(
                wanted.contractId(),
                wanted.now(),
                wanted.neighbourhoodId(),
                wanted.language(),
                wanted.isFreeTime(),
                wanted.isWithSensitive(),
                wanted.after(),
                wanted.from(),
                wanted.until(),
                count,
                skip);
    }

    /** Of the same, how many a day, in any order; of a month at most, of which each beginning is read. */
    @Query("SELECT STRAIGHT_JOIN s.day, COUNT(*) AS sessions " + COMING + """
              AND s.starts_at < :before
            GROUP BY s.day
            """)
    List<DayCount> countByDay(
            long contractId,
            Instant now,
            @Nullable Long neighbourhoodId,
            @Nullable String language,
            boolean isFreeTime,
            boolean isWithSensitive,
            Instant after,
            LocalDate from,
            LocalDate until,
            Instant before);

    default List<DayCount> countByDay(Agenda.Wanted wanted, Instant before) {
        return countByDay(
                wanted.contractId(),
                wanted.now(),
                wanted.neighbourhoodId(),
                wanted.language(),
                wanted.isFreeTime(),
                wanted.isWithSensitive(),
                wanted.after(),
                wanted.from(),
                wanted.until(),
                before);
    }

    /** How many sessions are not over yet in this neighbourhood, of those that findComing finds there; {@code most} at most. */
    @Query("""
            SELECT COUNT(*)
            FROM (SELECT s.id
                  FROM event e
                  JOIN event_session s ON s.event_id = e.id
                  WHERE e.contract_id = :contractId
                    AND e.state = 'PUBLISHED'
                    AND e.neighbourhood_id = :neighbourhoodId
                    AND s.ends_at > :now
                  LIMIT :most) found
            """)
    int countComing(long contractId, long neighbourhoodId, Instant now, int most);

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

    /** In any order. */
    @Query(SESSIONS + """
            WHERE s.id IN (:sessionIds)
            """)
    List<EventSession> findSessions(Collection<Long> sessionIds);

    @Query("SELECT COUNT(*) > 0 FROM event WHERE id = :id AND is_sensitive = TRUE")
    boolean isSensitive(long id);
}
