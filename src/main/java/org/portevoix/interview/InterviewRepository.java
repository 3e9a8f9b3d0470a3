package org.portevoix.interview;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

@JdbcRepository(dialect = Dialect.MYSQL)
interface InterviewRepository extends GenericRepository<Interview, Long> {

    /** Latest first. */
    @Query("""
            SELECT id, contract_id, consultation_id, held_on, who
            FROM interview
            WHERE contract_id = :contractId
            ORDER BY held_on DESC, id DESC
            LIMIT :count
            """)
    List<Interview> findOf(long contractId, int count);

    @Query("SELECT * FROM interview_answer WHERE interview_id IN (:interviewIds)")
    List<InterviewAnswer> findAnswers(Collection<Long> interviewIds);

    /** 0 when this form was sent before. */
    @Query("""
            INSERT IGNORE INTO interview (contract_id, consultation_id, held_on, who, entered_at, form_key)
            VALUES (:contractId, :consultationId, :heldOn, :who, :now, :formKey)
            """)
    int add(long contractId, long consultationId, LocalDate heldOn, String who, Instant now, String formKey);

    @Query("SELECT id FROM interview WHERE form_key = :formKey")
    Optional<Long> findId(String formKey);

    @Query("INSERT INTO interview_answer (interview_id, question_id, body) VALUES (:interviewId, :questionId, :body)")
    void addAnswer(long interviewId, long questionId, String body);

    /** Those held before that day, with their answers. */
    @Query("DELETE FROM interview WHERE contract_id = :contractId AND held_on < :before")
    int erase(long contractId, LocalDate before);

    /** With its answers; 0 when it is not of this contract. */
    @Query("DELETE FROM interview WHERE id = :id AND contract_id = :contractId")
    int remove(long id, long contractId);
}
