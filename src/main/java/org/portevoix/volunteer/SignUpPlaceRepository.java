package org.portevoix.volunteer;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.portevoix.participation.ParticipationLevel;

@JdbcRepository(dialect = Dialect.MYSQL)
interface SignUpPlaceRepository extends GenericRepository<SignUpPlace, Long> {

    SignUpPlace save(SignUpPlace place);

    Optional<SignUpPlace> findById(long id);

    /** In the order of their slots. */
    @Query("SELECT * FROM sign_up_place WHERE sign_up_id = :signUpId ORDER BY slot_id")
    List<SignUpPlace> findBySignUp(long signUpId);

    @Query("SELECT * FROM sign_up_place WHERE id = :id FOR UPDATE")
    Optional<SignUpPlace> lock(long id);

    /** Who has waited longest. */
    @Query("""
            SELECT * FROM sign_up_place
            WHERE slot_id = :slotId
              AND state = 'WAITING'
            ORDER BY id
            LIMIT 1
            FOR UPDATE
            """)
    Optional<SignUpPlace> findFirstWaiting(long slotId);

    /** Those to whom the slot still matters. */
    @Query("""
            SELECT * FROM sign_up_place
            WHERE slot_id = :slotId
              AND state IN ('ASKED', 'WAITING', 'CONFIRMED')
            ORDER BY id
            FOR UPDATE
            """)
    List<SignUpPlace> lockToCome(long slotId);

    /** From one state to another, once. */
    @Query("""
            UPDATE sign_up_place
            SET state = :to, reason = :reason, call_about = NULL, changed_at = :now,
                hours = NULL, done_month = NULL, done_level = NULL
            WHERE id = :id
              AND state = :from
            """)
    int move(long id, PlaceState from, PlaceState to, @Nullable RefusalReason reason, Instant now);

    @Query("""
            UPDATE sign_up_place
            SET state = 'DONE', call_about = NULL, changed_at = :now,
                hours = :hours, done_month = :doneMonth, done_level = :doneLevel
            WHERE id = :id
              AND state = :from
            """)
    int done(
            long id,
            PlaceState from,
            @Nullable BigDecimal hours,
            String doneMonth,
            ParticipationLevel doneLevel,
            Instant now);

    @Query("UPDATE sign_up_place SET is_counted = FALSE WHERE id = :id AND is_counted = TRUE")
    int stopCounting(long id);

    @Query("UPDATE sign_up_place SET call_about = :about WHERE id = :id")
    void callAbout(long id, @Nullable CallAbout about);

    @Query("""
            SELECT COUNT(*) FROM sign_up_place p
            JOIN sign_up s ON s.id = p.sign_up_id
            WHERE s.contract_id = :contractId
              AND p.id = :id
            """)
    long countInContract(long contractId, long id);

    @Query("""
            SELECT s.contract_id, COUNT(*) AS waiting, MIN(s.asked_at) AS oldest FROM sign_up_place p
            JOIN sign_up s ON s.id = p.sign_up_id
            WHERE s.contract_id IN (:contractIds)
              AND p.state = 'ASKED'
            GROUP BY s.contract_id
            """)
    List<SignUpBacklog> findBacklog(Collection<Long> contractIds);

    @Query("""
            SELECT s.contract_id, COUNT(*) AS waiting, MIN(p.changed_at) AS oldest FROM sign_up_place p
            JOIN sign_up s ON s.id = p.sign_up_id
            WHERE s.contract_id IN (:contractIds)
              AND p.call_about IS NOT NULL
            GROUP BY s.contract_id
            """)
    List<SignUpBacklog> findCalls(Collection<Long> contractIds);

    /** How many places of each mission stand where. */
    @Query("""
            SELECT s.mission_id, p.state, COUNT(*) AS places FROM sign_up_place p
            JOIN sign_up s ON s.id = p.sign_up_id
            WHERE s.contract_id = :contractId
            GROUP BY s.mission_id, p.state
            """)
    List<PlaceCount> countByMission(long contractId);

    /** To be confirmed or refused, oldest first. */
    @Query("""
            SELECT p.*, s.mission_id, s.receipt_hash, s.first_name, s.spoken, s.home, s.asked_at, s.language
            FROM sign_up_place p
            JOIN sign_up s ON s.id = p.sign_up_id
            WHERE s.contract_id = :contractId
              AND p.state = 'ASKED'
            ORDER BY p.id
            LIMIT :count OFFSET :skip
            """)
    List<PlaceOfPerson> findAsked(long contractId, int count, int skip);

    /** Of one mission, as they came. */
    @Query("""
            SELECT p.*, s.mission_id, s.receipt_hash, s.first_name, s.spoken, s.home, s.asked_at, s.language
            FROM sign_up_place p
            JOIN sign_up s ON s.id = p.sign_up_id
            WHERE s.mission_id = :missionId
              AND p.state <> 'WITHDRAWN'
            ORDER BY p.id
            LIMIT 500
            """)
    List<PlaceOfPerson> findByMission(long missionId);

    /** Of whom something is to be told, or whose day comes until {@code until}. */
    @Query("""
            SELECT p.*, s.mission_id, s.receipt_hash, s.first_name, s.spoken, s.home, s.asked_at, s.language
            FROM sign_up_place p
            JOIN sign_up s ON s.id = p.sign_up_id
            JOIN mission_slot t ON t.id = p.slot_id
            WHERE s.contract_id = :contractId
              AND (p.call_about IS NOT NULL
                   OR p.state = 'CONFIRMED' AND t.starts_at > :now AND t.starts_at <= :until)
            ORDER BY p.call_about IS NULL, p.changed_at, p.id
            LIMIT 500
            """)
    List<PlaceOfPerson> findToCall(long contractId, Instant now, Instant until);
}
