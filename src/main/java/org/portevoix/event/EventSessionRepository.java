package org.portevoix.event;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Sessions as the team runs them: their places, their hours, what becomes of them. */
@JdbcRepository(dialect = Dialect.MYSQL)
interface EventSessionRepository extends GenericRepository<EventRow, Long> {

    /** Until the transaction ends nobody else registers, withdraws or counts at this session. Before any other reading. */
    @Query("SELECT id FROM event_session WHERE id = :sessionId FOR UPDATE")
    Optional<Long> lock(long sessionId);

    /** The table refuses more than there are, and less than none. */
    @Query("""
            UPDATE event_session
            SET taken_places = taken_places + :people
            WHERE id = :sessionId
            """)
    void take(long sessionId, int people);

    @Query("""
            UPDATE event_session
            SET last_number = :number
            WHERE id = :sessionId
            """)
    void number(long sessionId, int number);

    /** 0 where its people have more places already. */
    @Query("""
            UPDATE event_session
            SET starts_at = :startsAt,
                ends_at = :endsAt,
                places = :places,
                state = :state,
                reason_text = :reasonText,
                is_evening = :isEvening,
                changed_at = UTC_TIMESTAMP(6),
                revision = revision + 1
            WHERE id = :sessionId
              AND (:places IS NULL OR taken_places <= :places)
            """)
    int change(
            long sessionId,
            Instant startsAt,
            Instant endsAt,
            @Nullable Integer places,
            String state,
            @Nullable Long reasonText,
            boolean isEvening);

    /** 0 where the event has one that day. */
    @Query("""
            INSERT IGNORE INTO event_session (event_id, day, starts_at, ends_at, places, is_evening, is_repeated)
            VALUES (:eventId, :day, :startsAt, :endsAt, :places, :isEvening, :isRepeated)
            """)
    int add(
            long eventId,
            LocalDate day,
            Instant startsAt,
            Instant endsAt,
            @Nullable Integer places,
            boolean isEvening,
            boolean isRepeated);

    /** Those that are not over first, soonest first; then the past ones, latest first. */
    @Query(EventRepository.SESSIONS + """
            WHERE e.contract_id = :contractId
              AND e.state = 'PUBLISHED'
            ORDER BY s.ends_at <= :now, ABS(TIMESTAMPDIFF(SECOND, :now, s.starts_at)), s.id
            LIMIT :count OFFSET :skip
            """)
    List<EventSession> findForDesk(long contractId, Instant now, int count, int skip);

    /** Held, over between these two moments, and nobody has counted its people. */
    @Query(EventRepository.SESSIONS + """
            WHERE e.contract_id = :contractId
              AND e.state = 'PUBLISHED'
              AND s.state = 'PLANNED'
              AND s.ends_at BETWEEN :after AND :before
              AND NOT EXISTS (SELECT 1 FROM head_count h
                              WHERE h.event_session_id = s.id
                                AND h.is_current = TRUE)
            ORDER BY s.ends_at, s.id
            """)
    List<EventSession> findUncounted(long contractId, Instant after, Instant before);

    /** On, and beginning between these two moments. */
    @Query(EventRepository.SESSIONS + """
            WHERE e.contract_id = :contractId
              AND s.state = 'PLANNED'
              AND s.starts_at BETWEEN :after AND :before
            ORDER BY s.starts_at, s.id
            """)
    List<EventSession> findBeginning(long contractId, Instant after, Instant before);
}
