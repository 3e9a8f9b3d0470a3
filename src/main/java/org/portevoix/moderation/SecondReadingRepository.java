package org.portevoix.moderation;

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
interface SecondReadingRepository extends GenericRepository<SecondReading, Long> {

    /** 0 when it was asked of somebody already. */
    @Query("""
            INSERT IGNORE INTO second_reading (opinion_id, asked_by, asked_of, question, asked_at, is_open)
            VALUES (:opinionId, :askedBy, :askedOf, :question, :now, 1)
            """)
    int ask(long opinionId, long askedBy, long askedOf, String question, Instant now);

    /** 0 when nothing is asked, or of somebody else. */
    @Query("""
            UPDATE second_reading
            SET is_open = NULL, advice = :advice, said = :said, closed_at = :now
            WHERE opinion_id = :opinionId
              AND is_open = 1
              AND asked_of = :accountId
            """)
    int answer(long opinionId, long accountId, Decision advice, @Nullable String said, Instant now);

    @Query("UPDATE second_reading SET is_open = NULL, closed_at = :now WHERE opinion_id = :opinionId AND is_open = 1")
    int takeBack(long opinionId, Instant now);

    @Query("SELECT * FROM second_reading WHERE opinion_id = :opinionId AND is_open = 1")
    Optional<SecondReading> findOpen(long opinionId);

    /** Oldest first. */
    @Query("SELECT * FROM second_reading WHERE opinion_id IN (:opinionIds) ORDER BY id")
    List<SecondReading> findByOpinions(Collection<Long> opinionIds);

    /** Asked of this person, in this contract, about opinions that still wait; oldest first. */
    @Query("""
            SELECT s.* FROM second_reading s
            JOIN opinion o ON o.id = s.opinion_id
            WHERE s.asked_of = :accountId
              AND s.is_open = 1
              AND o.contract_id = :contractId
              AND o.state = 'WAITING'
            ORDER BY s.asked_at, s.id
            """)
    List<SecondReading> findAskedOf(long accountId, long contractId);

    @Query("DELETE FROM second_reading WHERE opinion_id = :opinionId")
    void deleteByOpinion(long opinionId);
}
