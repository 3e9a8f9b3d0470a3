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
interface CouncilRemarkRepository extends GenericRepository<Council, Long> {

    /** 0 when this form was sent before. */
    @Query("""
            INSERT IGNORE INTO council_remark (council_id, meeting_id, consultation_id, body, language, entered_by,
                entered_at, form_key)
            VALUES (:councilId, :meetingId, :consultationId, :body, :language, :enteredBy, :now, :formKey)
            """)
    int add(
            long councilId,
            long meetingId,
            @Nullable Long consultationId,
            String body,
            String language,
            long enteredBy,
            Instant now,
            String formKey);

    @Query("SELECT body FROM council_remark WHERE form_key = :formKey")
    Optional<String> findBody(String formKey);

    /** What somebody entered last; empty where that is erased. */
    @Query("""
            SELECT body FROM council_remark
            WHERE council_id = :councilId
              AND entered_by = :accountId
            ORDER BY entered_at DESC, id DESC
            LIMIT 1
            """)
    Optional<String> findLastBody(long councilId, long accountId);

    /** Oldest first. */
    @Query("""
            SELECT r.id, r.council_id, m.held_on, r.consultation_id, r.body, r.language, r.entered_at, r.state, r.reason,
                   r.passed_to
            FROM council_remark r
            JOIN council_meeting m ON m.id = r.meeting_id
            JOIN council c ON c.id = r.council_id
            WHERE c.contract_id = :contractId
              AND r.state = 'WAITING'
            ORDER BY r.entered_at, r.id
            """)
    List<CouncilRemark> findWaiting(long contractId);

    /** Of the latest meetings first, in the order in which they were said. */
    @Query("""
            SELECT r.id, r.council_id, m.held_on, r.consultation_id, r.body, r.language, r.entered_at, r.state, r.reason,
                   r.passed_to
            FROM council_remark r
            JOIN council_meeting m ON m.id = r.meeting_id
            WHERE r.council_id = :councilId
            ORDER BY m.held_on DESC, r.id
            LIMIT :count
            """)
    List<CouncilRemark> findLatest(long councilId, int count);

    /** The same, of those that everybody may read. */
    @Query("""
            SELECT r.id, r.council_id, m.held_on, r.consultation_id, r.body, r.language, r.entered_at, r.state, r.reason,
                   r.passed_to
            FROM council_remark r
            JOIN council_meeting m ON m.id = r.meeting_id
            WHERE r.council_id = :councilId
              AND r.state = 'PUBLISHED'
            ORDER BY m.held_on DESC, r.id
            LIMIT :count
            """)
    List<CouncilRemark> findShown(long councilId, int count);

    /** About these questionnaires, in the words in which they were said, latest first. */
    @Query("""
            SELECT body
            FROM council_remark
            WHERE consultation_id IN (:consultationIds)
              AND state = 'PUBLISHED'
            ORDER BY id DESC
            LIMIT :count
            """)
    List<String> findShownAbout(Collection<Long> consultationIds, int count);

    /** Of this contract and no other. */
    @Query("""
            SELECT r.council_id
            FROM council_remark r
            JOIN council c ON c.id = r.council_id
            WHERE r.id = :id
              AND c.contract_id = :contractId
            """)
    Optional<Long> findCouncil(long contractId, long id);

    /** Once. */
    @Query("""
            UPDATE council_remark
            SET state = :state,
                reason = :reason,
                passed_to = :passedTo,
                decided_by = :decidedBy,
                decided_at = :now
            WHERE id = :id
              AND state = 'WAITING'
            """)
    int decide(long id, String state, @Nullable String reason, @Nullable String passedTo, long decidedBy, Instant now);

    @Query("""
            SELECT c.contract_id, COUNT(*) AS waiting, MIN(r.entered_at) AS oldest
            FROM council_remark r
            JOIN council c ON c.id = r.council_id
            WHERE c.contract_id IN (:contractIds)
              AND r.state = 'WAITING'
            GROUP BY c.contract_id
            """)
    List<Backlog> findBacklog(Collection<Long> contractIds);

    /** Those that are not shown go whole. */
    @Query("""
            DELETE FROM council_remark
            WHERE state <> 'PUBLISHED'
              AND meeting_id IN (
                  SELECT m.id
                  FROM council_meeting m
                  JOIN council c ON c.id = m.council_id
                  WHERE c.contract_id = :contractId
                    AND m.held_on < :before)
            """)
    int erase(long contractId, LocalDate before);

    /** Of those that are shown, who typed them and who decided. */
    @Query("""
            UPDATE council_remark
            SET entered_by = NULL,
                decided_by = NULL,
                form_key = NULL
            WHERE state = 'PUBLISHED'
              AND entered_by IS NOT NULL
              AND meeting_id IN (
                  SELECT m.id
                  FROM council_meeting m
                  JOIN council c ON c.id = m.council_id
                  WHERE c.contract_id = :contractId
                    AND m.held_on < :before)
            """)
    int loosen(long contractId, LocalDate before);
}
