package org.portevoix.committee;

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
import org.portevoix.followup.FollowupDecision;
import org.portevoix.participation.Phase;
import org.portevoix.receipt.Said;

@JdbcRepository(dialect = Dialect.MYSQL)
interface MeetingRepository extends GenericRepository<BodyMeeting, Long> {

    /** Latest first. */
    @Query("SELECT * FROM body_meeting WHERE body_id IN (:bodyIds) ORDER BY day DESC, id DESC")
    List<BodyMeeting> findOf(Collection<Long> bodyIds);

    @Query("SELECT * FROM body_meeting WHERE body_id = :bodyId AND day = :day")
    Optional<BodyMeeting> findByDay(long bodyId, LocalDate day);

    /** As it is now, and nobody else's until the end of the transaction. */
    @Query("SELECT * FROM body_meeting WHERE id = :id FOR UPDATE")
    Optional<BodyMeeting> findToChange(long id);

    /** The first on this day or later that is not cancelled. */
    @Query("""
            SELECT m.* FROM body_meeting m
            JOIN body b ON b.id = m.body_id
            WHERE b.contract_id = :contractId
              AND b.kind = 'STEERING'
              AND m.state <> 'CANCELLED'
              AND m.day >= :from
            ORDER BY m.day, m.id
            LIMIT 1
            """)
    Optional<BodyMeeting> findNextOfCommittee(long contractId, LocalDate from);

    /** 0 when the body already meets that day. */
    @Query("""
            INSERT IGNORE INTO body_meeting (body_id, day, starts_at, place)
            VALUES (:bodyId, :day, :startsAt, :place)
            """)
    int add(long bodyId, LocalDate day, Instant startsAt, String place);

    @Query("UPDATE body_meeting SET starts_at = :startsAt, place = :place WHERE id = :id AND state = 'PLANNED'")
    int change(long id, Instant startsAt, String place);

    @Query("UPDATE body_meeting SET state = :wanted WHERE id = :id AND state = :present")
    int move(long id, MeetingState present, MeetingState wanted);

    @Query("""
            UPDATE body_meeting
            SET state = 'HELD', has_child_care = :hasChildCare, has_interpreter = :hasInterpreter
            WHERE id = :id
            """)
    void hold(long id, boolean hasChildCare, boolean hasInterpreter);

    /** Residents' first. */
    @Query("""
            SELECT * FROM agenda_item
            WHERE meeting_id IN (:meetingIds)
            ORDER BY meeting_id, CASE WHEN origin = 'RESIDENTS' THEN 0 ELSE 1 END, position, id
            """)
    List<AgendaItem> findItems(Collection<Long> meetingIds);

    /** As it is now, and nobody else's until the end of the transaction. */
    @Query("SELECT * FROM agenda_item WHERE id = :id AND meeting_id = :meetingId FOR UPDATE")
    Optional<AgendaItem> findItemToChange(long id, long meetingId);

    /** At the end; 0 when it is there already. */
    @Query("""
            INSERT IGNORE INTO agenda_item
                (meeting_id, position, origin, title, words, language, followup_id, consultation_id, said_kind, said_id, form_key)
            SELECT :meetingId, COALESCE(MAX(position), 0) + 1, :origin, :title, :words, :language, :followupId,
                   :consultationId, :saidKind, :saidId, :formKey
            FROM agenda_item
            WHERE meeting_id = :meetingId
            """)
    int addItem(
            long meetingId,
            Origin origin,
            String title,
            @Nullable String words,
            String language,
            @Nullable Long followupId,
            @Nullable Long consultationId,
            Said.@Nullable Kind saidKind,
            @Nullable Long saidId,
            @Nullable String formKey);

    @Query("UPDATE agenda_item SET followup_id = :followupId WHERE id = :id AND followup_id IS NULL")
    int linkItem(long id, long followupId);

    /** The last meeting of the committee, or of the one that prepares it, on whose agenda each of these is. */
    @Query("""
            SELECT i.followup_id, MAX(m.day) AS day
            FROM agenda_item i
            JOIN body_meeting m ON m.id = i.meeting_id
            JOIN body b ON b.id = m.body_id
            WHERE i.followup_id IN (:followupIds)
              AND m.state <> 'CANCELLED'
              AND b.kind IN ('STEERING', 'TECHNICAL')
            GROUP BY i.followup_id
            """)
    List<Brought> findBrought(Collection<Long> followupIds);

    @Query("UPDATE agenda_item SET position = :position WHERE id = :id")
    void placeItem(long id, int position);

    /** Not once something was decided about it. */
    @Query("""
            DELETE FROM agenda_item
            WHERE id = :id
              AND meeting_id = :meetingId
              AND NOT EXISTS (SELECT 1 FROM committee_decision d WHERE d.agenda_item_id = :id)
            """)
    int removeItem(long id, long meetingId);

    @Query("SELECT * FROM attendance WHERE meeting_id IN (:meetingIds)")
    List<Attendance> findAttendance(Collection<Long> meetingIds);

    /** 0 when something was said of this seat before. */
    @Query("""
            INSERT IGNORE INTO attendance (meeting_id, seat_id, month, phase, action_sheet_id, is_sensitive, is_residents)
            VALUES (:meetingId, :seatId, :month, :phase, :actionSheetId, :isSensitive, :isResidents)
            """)
    int addAttendance(
            long meetingId,
            long seatId,
            String month,
            @Nullable Phase phase,
            @Nullable Long actionSheetId,
            boolean isSensitive,
            boolean isResidents);

    /** 0 when it was so before. */
    @Query("""
            UPDATE attendance
            SET is_occupied = :isOccupied
            WHERE meeting_id = :meetingId
              AND seat_id = :seatId
              AND is_occupied <> :isOccupied
            """)
    int occupy(long meetingId, long seatId, boolean isOccupied);

    @Query("""
            INSERT INTO committee_decision (agenda_item_id, decision, reason, decided_on, account_id, recorded_at)
            VALUES (:itemId, :decision, :reason, :decidedOn, :accountId, :now)
            """)
    void addDecision(
            long itemId, FollowupDecision decision, String reason, LocalDate decidedOn, long accountId, Instant now);

    /** Oldest first: of an item, the last one stands. */
    @Query("SELECT * FROM committee_decision WHERE agenda_item_id IN (:itemIds) ORDER BY id")
    List<CommitteeDecision> findDecisions(Collection<Long> itemIds);
}
