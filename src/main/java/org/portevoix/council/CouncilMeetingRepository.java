package org.portevoix.council;

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
interface CouncilMeetingRepository extends GenericRepository<CouncilMeeting, Long> {

    /** Nothing when the council has a meeting on that day already. */
    @Query("""
            INSERT IGNORE INTO council_meeting (council_id, held_on, held_from, place, has_child_care, has_interpreter,
                is_shown, created_at)
            VALUES (:councilId, :heldOn, :heldFrom, :place, :hasChildCare, :hasInterpreter, :isShown, :now)
            """)
    int add(
            long councilId,
            LocalDate heldOn,
            String heldFrom,
            String place,
            boolean hasChildCare,
            boolean hasInterpreter,
            boolean isShown,
            Instant now);

    @Query("SELECT * FROM council_meeting WHERE council_id = :councilId AND held_on = :heldOn")
    Optional<CouncilMeeting> find(long councilId, LocalDate heldOn);

    @Query("SELECT * FROM council_meeting WHERE council_id = :councilId AND id = :id")
    Optional<CouncilMeeting> find(long councilId, long id);

    /** Nobody else counts it until the transaction ends. */
    @Query("SELECT * FROM council_meeting WHERE id = :id FOR UPDATE")
    Optional<CouncilMeeting> hold(long id);

    /** Latest first. */
    @Query("""
            SELECT * FROM council_meeting
            WHERE council_id = :councilId
              AND held_on <= :today
            ORDER BY held_on DESC
            LIMIT :count
            """)
    List<CouncilMeeting> findPast(long councilId, LocalDate today, int count);

    /** Soonest first, shown or not. */
    @Query("""
            SELECT * FROM council_meeting
            WHERE council_id IN (:councilIds)
              AND held_on >= :today
              AND revision = 0
            ORDER BY held_on, id
            """)
    List<CouncilMeeting> findComing(Collection<Long> councilIds, LocalDate today);

    @Query(
            "SELECT meeting_id, SUM(count) AS heads FROM council_head_count WHERE meeting_id IN (:ids) GROUP BY meeting_id")
    List<MeetingHeads> sumHeads(Collection<Long> ids);

    @Query("SELECT home, count FROM council_head_count WHERE meeting_id = :id ORDER BY home")
    List<HeadCount> findHeads(long id);

    @Query("DELETE FROM council_head_count WHERE meeting_id = :id")
    void deleteHeads(long id);

    @Query("INSERT INTO council_head_count (meeting_id, home, count) VALUES (:id, :home, :count)")
    void addHeads(long id, String home, int count);

    @Query("""
            UPDATE council_meeting
            SET held_from = :heldFrom,
                place = :place,
                kind = :kind,
                has_child_care = :hasChildCare,
                has_interpreter = :hasInterpreter,
                counted_place = :countedPlace,
                revision = revision + 1
            WHERE id = :id
            """)
    void count(
            long id,
            String heldFrom,
            String place,
            MeetingKind kind,
            boolean hasChildCare,
            boolean hasInterpreter,
            @Nullable String countedPlace);

    @Query("UPDATE council_meeting SET is_shown = TRUE WHERE id = :id AND is_shown = FALSE")
    int show(long id);

    @Query("DELETE FROM council_meeting WHERE id = :id AND is_shown = FALSE AND revision = 0")
    int drop(long id);
}
