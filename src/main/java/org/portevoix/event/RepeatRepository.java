package org.portevoix.event;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rules by which events come back, and the sessions that they make. */
@JdbcRepository(dialect = Dialect.MYSQL)
interface RepeatRepository extends GenericRepository<EventRow, Long> {

    @Query("""
            UPDATE event
            SET repeat_rule = :rule,
                repeat_starts = :starts,
                repeat_from = :from,
                repeat_until = :until,
                repeat_places = :places,
                repeat_except = :except
            WHERE id = :eventId
            """)
    void keep(
            long eventId,
            String rule,
            LocalDate starts,
            String from,
            String until,
            @Nullable Integer places,
            String except);

    /** Those of these sessions for which anybody registered, even if they withdrew since. */
    @Query("SELECT DISTINCT event_session_id FROM registration WHERE event_session_id IN (:sessionIds)")
    List<Long> findRegistered(Collection<Long> sessionIds);

    /** 0 where it has begun, was called off, or anybody registered. */
    @Query("""
            UPDATE event_session
            SET starts_at = :startsAt,
                ends_at = :endsAt,
                places = :places,
                is_evening = :isEvening,
                is_repeated = TRUE,
                changed_at = UTC_TIMESTAMP(6),
                revision = revision + 1
            WHERE id = :sessionId
              AND state = 'PLANNED'
              AND starts_at > :now
              AND NOT EXISTS (SELECT 1 FROM registration r WHERE r.event_session_id = :sessionId)
            """)
    int change(
            long sessionId, Instant startsAt, Instant endsAt, @Nullable Integer places, boolean isEvening, Instant now);

    @Query("UPDATE event_session SET is_repeated = TRUE WHERE id = :sessionId")
    void mark(long sessionId);

    /** 0 where it has begun, was called off, or anybody registered. */
    @Query("""
            DELETE FROM event_session
            WHERE id = :sessionId
              AND state = 'PLANNED'
              AND starts_at > :now
              AND NOT EXISTS (SELECT 1 FROM registration r WHERE r.event_session_id = :sessionId)
            """)
    int remove(long sessionId, Instant now);
}
