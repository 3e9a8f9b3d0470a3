package org.portevoix.volunteer;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

@JdbcRepository(dialect = Dialect.MYSQL)
interface MissionSlotRepository extends GenericRepository<MissionSlot, Long> {

    Optional<MissionSlot> findById(long id);

    List<MissionSlot> findByIdIn(Collection<Long> ids);

    /** The row as it is now, for this transaction alone until it ends. */
    @Query("SELECT * FROM mission_slot WHERE id = :id FOR UPDATE")
    Optional<MissionSlot> lock(long id);

    @Query("SELECT * FROM mission_slot WHERE open_mission_id = :missionId")
    Optional<MissionSlot> findOpen(long missionId);

    /** Soonest first; the one without a date last. */
    @Query("""
            SELECT * FROM mission_slot
            WHERE mission_id IN (:missionIds)
            ORDER BY starts_at IS NULL, starts_at, id
            """)
    List<MissionSlot> findByMission(Collection<Long> missionIds);

    /** The slot of a mission without dates; its places follow the mission's, and never fall under those that are held. */
    @Query("""
            INSERT INTO mission_slot (mission_id, open_mission_id, places)
            VALUES (:missionId, :missionId, :places)
            ON DUPLICATE KEY UPDATE places = IF(VALUES(places) IS NULL, NULL, GREATEST(VALUES(places), held))
            """)
    void keepOpen(long missionId, @Nullable Integer places);

    /** 0 when there is one at that time already. */
    @Query("""
            INSERT IGNORE INTO mission_slot (mission_id, starts_at, ends_at, places)
            VALUES (:missionId, :startsAt, :endsAt, :places)
            """)
    int add(long missionId, Instant startsAt, Instant endsAt, @Nullable Integer places);

    @Query("""
            UPDATE mission_slot
            SET starts_at = :startsAt, ends_at = :endsAt, places = :places, revision = revision + :moves
            WHERE id = :id
              AND state = 'PLANNED'
              AND (:places IS NULL OR held <= :places)
            """)
    int change(long id, Instant startsAt, Instant endsAt, @Nullable Integer places, int moves);

    @Query("UPDATE mission_slot SET state = 'CANCELLED', held = 0, waiting = 0 WHERE id = :id AND state = 'PLANNED'")
    int cancel(long id);

    /** 1 for the one who gets the place, 0 for whoever comes after. */
    @Query("""
            UPDATE mission_slot
            SET held = held + 1
            WHERE id = :id
              AND state = 'PLANNED'
              AND waiting = 0
              AND (places IS NULL OR held < places)
            """)
    int take(long id);

    @Query("UPDATE mission_slot SET waiting = waiting + 1 WHERE id = :id AND state = 'PLANNED'")
    int queue(long id);

    /** 1 when a place is free and somebody waits for one. */
    @Query("""
            UPDATE mission_slot
            SET held = held + 1, waiting = waiting - 1
            WHERE id = :id
              AND state = 'PLANNED'
              AND (starts_at IS NULL OR starts_at > :now)
              AND waiting > 0
              AND (places IS NULL OR held < places)
            """)
    int promote(long id, Instant now);

    @Query("UPDATE mission_slot SET held = held - 1 WHERE id = :id AND held > 0")
    int release(long id);

    @Query("UPDATE mission_slot SET waiting = waiting - 1 WHERE id = :id AND waiting > 0")
    int leaveQueue(long id);

    /** Slots with a free place for which somebody waits: after an import that gave more places. */
    @Query("""
            SELECT id FROM mission_slot
            WHERE state = 'PLANNED'
              AND waiting > 0
              AND (places IS NULL OR held < places)
              AND (starts_at IS NULL OR starts_at > :now)
            """)
    List<Long> findUnfilled(Instant now);
}
