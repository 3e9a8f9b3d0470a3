package org.portevoix.consultation;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

@JdbcRepository(dialect = Dialect.MYSQL)
interface ConsultationRepository extends GenericRepository<Consultation, Long> {

    @Query("SELECT * FROM consultation WHERE contract_id = :contractId AND slug = :slug AND state = 'PUBLISHED'")
    Optional<Consultation> findPublished(long contractId, String slug);

    Optional<Consultation> findById(long id);

    /** Published or not: for the team alone. */
    @Query("SELECT * FROM consultation WHERE contract_id = :contractId AND slug = :slug")
    Optional<Consultation> findForPreview(long contractId, String slug);

    @Query("SELECT id FROM consultation WHERE event_id = :eventId AND audience = 'RESIDENTS'")
    Set<Long> findIdsOfEvent(long eventId);

    /** Guides that the team asks face to face; those put away are left out. */
    @Query("""
            SELECT * FROM consultation
            WHERE contract_id = :contractId
              AND audience = 'INTERVIEW'
              AND state <> 'ARCHIVED'
            ORDER BY position, id
            """)
    List<Consultation> findInterviews(long contractId);

    /** Open ones first, soonest closing first; then those to come; then the closed, latest first. */
    @Query("""
            SELECT * FROM consultation
            WHERE contract_id = :contractId
              AND state = 'PUBLISHED'
            ORDER BY CASE WHEN closes_on < :today THEN 2 WHEN opens_on > :today THEN 1 ELSE 0 END,
                     CASE WHEN closes_on < :today THEN DATEDIFF(:today, closes_on) ELSE DATEDIFF(closes_on, :today) END,
                     position, id
            """)
    List<Consultation> findPublished(long contractId, LocalDate today);

    /** Soonest promised first. */
    @Query("""
            SELECT * FROM consultation
            WHERE contract_id IN (:contractIds)
              AND state = 'PUBLISHED'
              AND closes_on < :day
            ORDER BY answer_by, id
            """)
    List<Consultation> findClosed(Collection<Long> contractIds, LocalDate day);

    @Query("SELECT * FROM question WHERE consultation_id IN (:consultationIds) ORDER BY consultation_id, position, id")
    List<Question> findQuestions(Collection<Long> consultationIds);

    @Query("""
            SELECT o.* FROM question_option o
            JOIN question q ON q.id = o.question_id
            WHERE q.consultation_id IN (:consultationIds)
            ORDER BY o.question_id, o.position, o.id
            """)
    List<QuestionOption> findOptions(Collection<Long> consultationIds);
}
