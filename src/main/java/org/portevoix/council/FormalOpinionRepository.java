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
import org.portevoix.participation.Phase;

@JdbcRepository(dialect = Dialect.MYSQL)
interface FormalOpinionRepository extends GenericRepository<FormalOpinion, Long> {

    /** 0 when this receipt is another's. */
    @Query("""
            INSERT IGNORE INTO formal_opinion (contract_id, council_id, meeting_id, receipt_hash, about_kind, about_slug,
                about_title, title, body, language, sent_by, sent_on, answer_by, month, phase, action_sheet_id,
                is_sensitive)
            VALUES (:contractId, :councilId, :meetingId, :receiptHash, :aboutKind, :aboutSlug, :aboutTitle, :title, :body,
                :language, :sentBy, :sentOn, :answerBy, :month, :phase, :actionSheetId, :isSensitive)
            """)
    int add(
            long contractId,
            long councilId,
            @Nullable Long meetingId,
            byte[] receiptHash,
            AboutKind aboutKind,
            @Nullable String aboutSlug,
            String aboutTitle,
            String title,
            String body,
            String language,
            long sentBy,
            LocalDate sentOn,
            LocalDate answerBy,
            String month,
            @Nullable Phase phase,
            @Nullable Long actionSheetId,
            boolean isSensitive);

    Optional<FormalOpinion> findByReceiptHash(byte[] receiptHash);

    Optional<FormalOpinion> findById(long id);

    /** Latest first, withdrawn ones left out. */
    @Query("""
            SELECT * FROM formal_opinion
            WHERE council_id = :councilId
              AND state <> 'WITHDRAWN'
            ORDER BY sent_on DESC, id DESC
            LIMIT :count
            """)
    List<FormalOpinion> findLatest(long councilId, int count);

    /** Latest first, of those that everybody may read. */
    @Query("""
            SELECT * FROM formal_opinion
            WHERE council_id = :councilId
              AND state = 'PUBLISHED'
            ORDER BY sent_on DESC, id DESC
            LIMIT :count
            """)
    List<FormalOpinion> findShown(long councilId, int count);

    /** Latest first, withdrawn ones left out. */
    @Query("""
            SELECT * FROM formal_opinion
            WHERE contract_id = :contractId
              AND state <> 'WITHDRAWN'
            ORDER BY sent_on DESC, id DESC
            LIMIT :count
            """)
    List<FormalOpinion> findOfContract(long contractId, int count);

    /** Oldest first. */
    @Query("SELECT * FROM formal_opinion WHERE contract_id = :contractId AND state = 'WAITING' ORDER BY sent_on, id")
    List<FormalOpinion> findWaiting(long contractId);

    /** Those of these contracts that await the committee's answer, soonest promised first. */
    @Query("""
            SELECT * FROM formal_opinion
            WHERE contract_id IN (:contractIds)
              AND state <> 'WITHDRAWN'
              AND answered_on IS NULL
            ORDER BY answer_by, id
            """)
    List<FormalOpinion> findUnanswered(Collection<Long> contractIds);

    /** Once. */
    @Query("""
            UPDATE formal_opinion
            SET state = :state,
                reason = :reason,
                decided_by = :decidedBy,
                decided_at = :now
            WHERE id = :id
              AND state = 'WAITING'
            """)
    int decide(long id, String state, @Nullable String reason, long decidedBy, Instant now);

    /** Its words go with it. */
    @Query("""
            UPDATE formal_opinion
            SET state = 'WITHDRAWN',
                title = '',
                body = '',
                reason = NULL
            WHERE id = :id
              AND state <> 'WITHDRAWN'
            """)
    int withdraw(long id);

    @Query("UPDATE formal_opinion SET is_counted = FALSE WHERE id = :id AND is_counted = TRUE")
    int stopCounting(long id);

    @Query("UPDATE formal_opinion SET answered_on = :day WHERE id = :id AND answered_on IS NULL")
    int answered(long id, LocalDate day);
}
