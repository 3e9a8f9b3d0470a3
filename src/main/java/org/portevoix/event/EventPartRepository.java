package org.portevoix.event;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;

/** The programme of an event, and who has a place in which part of it. */
@JdbcRepository(dialect = Dialect.MYSQL)
interface EventPartRepository extends GenericRepository<EventRow, Long> {

    /** In the team's own order, with what is taken at this session. */
    @Query("""
            SELECT p.id, p.kind, p.title_text, p.from_hour, p.until_hour, p.place_text, p.places,
                   p.is_cancelled AS is_cancelled_each_day,
                   t.is_cancelled AS is_cancelled_on_day,
                   p.revision, COALESCE(t.taken_places, 0) AS taken_places
            FROM event_part p
            LEFT JOIN session_part t ON t.event_part_id = p.id
                                    AND t.event_session_id = :sessionId
            WHERE p.event_id = :eventId
            ORDER BY p.position
            """)
    List<EventPart> findProgramme(long eventId, long sessionId);

    /** Those in which this party has its places. */
    @Query("""
            SELECT event_part_id FROM registration_part
            WHERE registration_id = :registrationId
              AND waiting_number IS NULL
            """)
    List<Long> findHeld(long registrationId);

    /** Those for whose places this party waits. */
    @Query("""
            SELECT event_part_id FROM registration_part
            WHERE registration_id = :registrationId
              AND waiting_number IS NOT NULL
            """)
    List<Long> findAwaited(long registrationId);

    /** How many wait for this part at the party's session before it and with it. */
    @Query("""
            SELECT COUNT(*)
            FROM registration_part mine
            JOIN registration me ON me.id = mine.registration_id
            JOIN registration_part h ON h.event_part_id = mine.event_part_id
                                    AND h.waiting_number <= mine.waiting_number
            JOIN registration r ON r.id = h.registration_id
                               AND r.event_session_id = me.event_session_id
            WHERE mine.registration_id = :registrationId
              AND mine.event_part_id = :partId
            """)
    int placeInOrder(long registrationId, long partId);

    /** All who wait for a part at this session, by their turn. */
    @Query("""
            SELECT h.registration_id, h.event_part_id AS part_id, r.language, h.waiting_number
            FROM registration_part h
            JOIN registration r ON r.id = h.registration_id
            WHERE r.event_session_id = :sessionId
              AND h.waiting_number IS NOT NULL
            ORDER BY h.waiting_number, h.registration_id
            """)
    List<HeldPart> findAwaitedAt(long sessionId);

    /** All that is held or waited for at this session, in any order. */
    @Query("""
            SELECT h.registration_id, h.event_part_id AS part_id, r.language, h.waiting_number
            FROM registration_part h
            JOIN registration r ON r.id = h.registration_id
            WHERE r.event_session_id = :sessionId
            """)
    List<HeldPart> findHeldAt(long sessionId);

    /**
     * All that is held or waited for in an event at sessions that are on and not over, by their turn; not where the part is
     * cancelled that day, since they know.
     */
    @Query("""
            SELECT h.registration_id, h.event_part_id AS part_id, r.language, h.waiting_number
            FROM event_part p
            JOIN registration_part h ON h.event_part_id = p.id
            JOIN registration r ON r.id = h.registration_id
            JOIN event_session s ON s.id = r.event_session_id
            LEFT JOIN session_part t ON t.event_session_id = s.id
                                    AND t.event_part_id = p.id
            WHERE p.event_id = :eventId
              AND COALESCE(t.is_cancelled, FALSE) = FALSE
              AND s.state = 'PLANNED'
              AND s.ends_at > :now
            ORDER BY s.starts_at, r.number
            """)
    List<HeldPart> findHeldInEvent(long eventId, Instant now);

    /** So that its places can be counted at this session. */
    @Query("""
            INSERT IGNORE INTO session_part (event_session_id, event_part_id, places)
            SELECT :sessionId, id, places
            FROM event_part
            WHERE id = :partId
            """)
    void count(long sessionId, long partId);

    /** The table refuses more than there are, and less than none. */
    @Query("""
            UPDATE session_part
            SET taken_places = taken_places + :people
            WHERE event_session_id = :sessionId
              AND event_part_id = :partId
            """)
    int take(long sessionId, long partId, int people);

    @Query("INSERT INTO registration_part (registration_id, event_part_id) VALUES (:registrationId, :partId)")
    void hold(long registrationId, long partId);

    /** The turn after the last of those who wait for this part at this session. */
    @Query("""
            SELECT COALESCE(MAX(h.waiting_number), 0) + 1
            FROM registration_part h
            JOIN registration r ON r.id = h.registration_id
            WHERE h.event_part_id = :partId
              AND r.event_session_id = :sessionId
            """)
    int nextTurn(long partId, long sessionId);

    @Query("""
            INSERT INTO registration_part (registration_id, event_part_id, waiting_number)
            VALUES (:registrationId, :partId, :turn)
            """)
    void await(long registrationId, long partId, int turn);

    /** They have their places; 0 where they no longer wait. */
    @Query("""
            UPDATE registration_part SET waiting_number = NULL
            WHERE registration_id = :registrationId
              AND event_part_id = :partId
              AND waiting_number IS NOT NULL
            """)
    int admit(long registrationId, long partId);

    /** That it is not held on this day, or is; 0 where that is said already. */
    @Query("""
            UPDATE session_part SET is_cancelled = :isCancelled
            WHERE event_session_id = :sessionId
              AND event_part_id = :partId
              AND is_cancelled <> :isCancelled
            """)
    int cancel(long sessionId, long partId, boolean isCancelled);

    /** Sessions that are on and not over, at which a part has places and somebody waits for it, in the order of their ids. */
    @Query("""
            SELECT DISTINCT r.event_session_id
            FROM registration_part h
            JOIN registration r ON r.id = h.registration_id
            JOIN event_session s ON s.id = r.event_session_id
            JOIN event_part p ON p.id = h.event_part_id
            LEFT JOIN session_part t ON t.event_session_id = s.id
                                    AND t.event_part_id = p.id
            WHERE h.waiting_number IS NOT NULL
              AND s.state = 'PLANNED'
              AND s.ends_at > :now
              AND p.is_cancelled = FALSE
              AND COALESCE(t.is_cancelled, FALSE) = FALSE
              AND (p.places IS NULL OR COALESCE(t.taken_places, 0) < p.places)
            ORDER BY r.event_session_id
            """)
    List<Long> findSessionsToPromote(Instant now);

    @Query("DELETE FROM registration_part WHERE registration_id = :registrationId AND event_part_id = :partId")
    int leave(long registrationId, long partId);

    @Query("DELETE FROM registration_part WHERE registration_id = :registrationId")
    void forget(long registrationId);

    /** Who has a place keeps it: a part that is given fewer than are taken is full. */
    @Query("""
            UPDATE session_part t
            JOIN event_part p ON p.id = t.event_part_id
            SET t.places = GREATEST(p.places, t.taken_places)
            WHERE p.event_id = :eventId
            """)
    void limit(long eventId);

    @Query("UPDATE event_part SET revision = :revision WHERE id = :partId")
    void revise(long partId, int revision);
}
