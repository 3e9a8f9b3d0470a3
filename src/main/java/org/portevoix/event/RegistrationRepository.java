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
import org.portevoix.participation.ParticipationLevel;

@JdbcRepository(dialect = Dialect.MYSQL)
interface RegistrationRepository extends GenericRepository<Registration, Long> {

    Registration save(Registration registration);

    Optional<Registration> findById(long id);

    Optional<Registration> findByReceiptHash(byte[] receiptHash);

    /** By their turn. */
    @Query("""
            SELECT * FROM registration
            WHERE event_session_id = :sessionId
              AND state = :state
            ORDER BY number
            """)
    List<Registration> findBySession(long sessionId, RegistrationState state);

    /** Those of whom the ledger counts somebody as present. */
    @Query("""
            SELECT * FROM registration
            WHERE event_session_id = :sessionId
              AND present_people IS NOT NULL
            ORDER BY number
            """)
    List<Registration> findPresent(long sessionId);

    /** Confirmed, with an e-mail address, and not yet reminded of that day; by their turn. */
    @Query("""
            SELECT * FROM registration
            WHERE event_session_id = :sessionId
              AND state = 'CONFIRMED'
              AND contact_kind = 'EMAIL'
              AND (reminded_on IS NULL OR reminded_on <> :day)
            ORDER BY number
            """)
    List<Registration> findToRemind(long sessionId, LocalDate day);

    /** 0 when somebody else did. */
    @Query("""
            UPDATE registration
            SET reminded_on = :day
            WHERE id = :id
              AND (reminded_on IS NULL OR reminded_on <> :day)
            """)
    int remind(long id, LocalDate day);

    /** How many wait at this session before and with this turn. */
    @Query("""
            SELECT COUNT(*) FROM registration
            WHERE event_session_id = :sessionId
              AND state = 'WAITING'
              AND number <= :number
            """)
    int placeInOrder(long sessionId, int number);

    /** Of those who wait or are confirmed, in any order. */
    @Query("""
            SELECT event_session_id AS session_id,
                   SUM(CASE WHEN state = 'CONFIRMED' THEN people ELSE 0 END) AS confirmed_people,
                   SUM(CASE WHEN state = 'WAITING' THEN people ELSE 0 END) AS waiting_people,
                   SUM(CASE WHEN state = 'WAITING' THEN 1 ELSE 0 END) AS waiting_parties
            FROM registration
            WHERE event_session_id IN (:sessionIds)
              AND state <> 'WITHDRAWN'
            GROUP BY event_session_id
            """)
    List<SessionTurnout> findTurnout(Collection<Long> sessionIds);

    /** How many have to be called, by session, in any order. */
    @Query("""
            SELECT event_session_id AS session_id, COUNT(*) AS people
            FROM registration
            WHERE contract_id = :contractId
              AND to_call IS NOT NULL
            GROUP BY event_session_id
            """)
    List<SessionCalls> findCalls(long contractId);

    @Query("UPDATE registration SET state = 'CONFIRMED' WHERE id = :id AND state = 'WAITING'")
    int confirm(long id);

    @Query("UPDATE registration SET people = :people WHERE id = :id AND state <> 'WITHDRAWN'")
    int resize(long id, int people);

    /** To another session of the event, with its turn. */
    @Query("UPDATE registration SET event_session_id = :sessionId WHERE id = :id")
    int move(long id, long sessionId);

    @Query("UPDATE registration SET to_call = :call WHERE id = :id AND state <> 'WITHDRAWN'")
    int call(long id, @Nullable Call call);

    @Query("""
            UPDATE registration
            SET present_people = :people, present_month = :month, present_level = :level
            WHERE id = :id
              AND state = 'CONFIRMED'
              AND present_people IS NULL
            """)
    int arrive(long id, int people, String month, ParticipationLevel level);

    @Query("""
            UPDATE registration
            SET present_people = NULL, present_month = NULL, present_level = NULL
            WHERE id = :id
              AND present_people IS NOT NULL
            """)
    int notArrive(long id);

    /** Who they are goes, once; that there was a registration stays, for its receipt to say so. */
    @Query("""
            UPDATE registration
            SET state = 'WITHDRAWN',
                first_name = NULL,
                interpreter = NULL,
                needs_child_care = FALSE,
                needs_step_free = FALSE,
                contact_kind = NULL,
                to_call = NULL,
                present_people = NULL,
                present_month = NULL,
                present_level = NULL
            WHERE id = :id
              AND state <> 'WITHDRAWN'
            """)
    int withdraw(long id);

    /** Those of sessions that ended before then, with anything left that leads to somebody. */
    @Query("""
            SELECT registration.* FROM registration
            JOIN event_session ON event_session.id = registration.event_session_id
            WHERE registration.contract_id = :contractId
              AND registration.receipt_hash IS NOT NULL
              AND event_session.ends_at < :before
            ORDER BY registration.id
            """)
    List<Registration> findPast(long contractId, Instant before);

    /** What the ledger says stays, since it is about nobody. */
    @Query("""
            UPDATE registration
            SET first_name = NULL,
                interpreter = NULL,
                needs_child_care = FALSE,
                needs_step_free = FALSE,
                contact_kind = NULL,
                to_call = NULL,
                receipt_hash = NULL,
                submission_hash = NULL
            WHERE id = :id
              AND receipt_hash IS NOT NULL
            """)
    int erase(long id);
}
