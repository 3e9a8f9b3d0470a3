package org.portevoix.followup;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.portevoix.receipt.Said;

@JdbcRepository(dialect = Dialect.MYSQL)
interface FollowupRepository extends GenericRepository<Followup, Long> {

    /** Decided ones, latest first. */
    @Query("""
            SELECT * FROM followup
            WHERE contract_id = :contractId
              AND decision IS NOT NULL
            ORDER BY decided_on DESC, position, id
            LIMIT :count
            """)
    List<Followup> findDecided(long contractId, int count);

    /** Those that await an answer, longest owed first; then the latest decision first. */
    @Query("""
            SELECT * FROM followup
            WHERE contract_id = :contractId
            ORDER BY CASE WHEN answer_by IS NOT NULL AND (decision IS NULL OR decision = 'STUDIED') THEN 0
                          WHEN decision IN ('ACCEPTED', 'PARTLY') AND done_text IS NULL THEN 1
                          ELSE 2 END,
                     CASE WHEN decision IS NULL OR decision = 'STUDIED' THEN answer_by END,
                     decided_on DESC, position, id
            LIMIT :count OFFSET :skip
            """)
    List<Followup> findShown(long contractId, int count, int skip);

    /** Latest decision first, then what awaits one, longest owed first. */
    @Query("SELECT * FROM followup WHERE contract_id = :contractId ORDER BY decided_on DESC, answer_by, position, id")
    List<Followup> findLatest(long contractId);

    /** Longest owed first. */
    @Query("""
            SELECT * FROM followup
            WHERE contract_id IN (:contractIds)
              AND answer_by IS NOT NULL
              AND (decision IS NULL OR decision = 'STUDIED')
            ORDER BY answer_by, id
            """)
    List<Followup> findAwaiting(Collection<Long> contractIds);

    /** Accepted and not done: the first promised first, those without a day before all. */
    @Query("""
            SELECT * FROM followup
            WHERE contract_id IN (:contractIds)
              AND decision IN ('ACCEPTED', 'PARTLY')
              AND done_text IS NULL
            ORDER BY next_on, id
            """)
    List<Followup> findPromised(Collection<Long> contractIds);

    /** Decided ones first, latest first. */
    @Query("""
            SELECT f.*
            FROM followup f
            JOIN followup_said s ON s.followup_id = f.id
            WHERE s.kind = :kind
              AND s.said_id = :saidId
            ORDER BY f.decided_on DESC, f.position, f.id
            """)
    List<Followup> findGathering(Said.Kind kind, long saidId);

    Optional<Followup> findById(long id);

    @Query("SELECT * FROM followup WHERE contract_id = :contractId AND slug = :slug")
    Optional<Followup> findBySlug(long contractId, String slug);

    /** As it is now, and nobody else's until the end of the transaction. */
    @Query("SELECT * FROM followup WHERE id = :id FOR UPDATE")
    Optional<Followup> findToChange(long id);

    /** The one that this form opened. */
    @Query("SELECT * FROM followup WHERE form_key = :formKey")
    Optional<Followup> findSent(String formKey);

    /** As it is now, committed by whomever. */
    @Query("SELECT * FROM followup WHERE form_key = :formKey FOR UPDATE")
    Optional<Followup> findByFormKey(String formKey);

    /** 0 when this form was sent before, or the slug is taken. */
    @Query("""
            INSERT IGNORE INTO followup
                (contract_id, slug, position, action_sheet_id, said_text, decides, asked_on, referred_on, answer_by, form_key)
            VALUES
                (:contractId, :slug, 0, :actionSheetId, :saidText, :decides, :askedOn, :referredOn, :answerBy, :formKey)
            """)
    int add(
            long contractId,
            String slug,
            @Nullable Long actionSheetId,
            long saidText,
            Decider decides,
            LocalDate askedOn,
            @Nullable LocalDate referredOn,
            LocalDate answerBy,
            @Nullable String formKey);

    @Query("""
            UPDATE followup
            SET action_sheet_id = :actionSheetId,
                decides = :decides,
                asked_on = :askedOn,
                referred_on = :referredOn,
                answer_by = :answerBy,
                revision = revision + 1
            WHERE id = :id
            """)
    void change(
            long id,
            @Nullable Long actionSheetId,
            Decider decides,
            @Nullable LocalDate askedOn,
            @Nullable LocalDate referredOn,
            @Nullable LocalDate answerBy);

    /** The committee's clock alone; 0 when somebody changed it meanwhile, and so set it anew. */
    @Query("UPDATE followup SET answer_by = :answerBy WHERE id = :id AND revision = :revision")
    int retime(long id, int revision, LocalDate answerBy);

    @Query("""
            UPDATE followup
            SET decision = :decision,
                decided_text = :decidedText,
                decided_on = :decidedOn,
                next_text = :nextText,
                next_on = :nextOn,
                revision = revision + 1
            WHERE id = :id
            """)
    void decide(
            long id,
            FollowupDecision decision,
            long decidedText,
            LocalDate decidedOn,
            @Nullable Long nextText,
            @Nullable LocalDate nextOn);

    @Query("""
            UPDATE followup
            SET done_text = :doneText,
                done_on = :doneOn,
                done_link = :doneLink,
                done_action_sheet_id = :actionSheetId,
                done_event_id = :eventId,
                revision = revision + 1
            WHERE id = :id
            """)
    void finish(
            long id,
            long doneText,
            LocalDate doneOn,
            @Nullable String doneLink,
            @Nullable Long actionSheetId,
            @Nullable Long eventId);

    /** 0 when it was gathered before. */
    @Query("INSERT IGNORE INTO followup_said (followup_id, kind, said_id) VALUES (:followupId, :kind, :saidId)")
    int gather(long followupId, Said.Kind kind, long saidId);

    @Query("SELECT said_id FROM followup_said WHERE followup_id = :followupId AND kind = :kind ORDER BY said_id")
    List<Long> findGathered(long followupId, Said.Kind kind);

    @Query("SELECT DISTINCT said_id FROM followup_said WHERE kind = :kind AND said_id IN (:saidIds)")
    Set<Long> findGatheredAmong(Said.Kind kind, Collection<Long> saidIds);

    @Query("""
            SELECT s.followup_id, s.kind, s.said_id
            FROM followup_said s
            JOIN followup f ON f.id = s.followup_id
            WHERE f.contract_id = :contractId
            """)
    List<GatheredThing> findAllGathered(long contractId);

    List<Followup> findByIdIn(Collection<Long> ids);
}
