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
interface ContestRepository extends GenericRepository<Contest, Long> {

    /** 0 when this opinion's decision was contested before. */
    @Query("""
            INSERT IGNORE INTO contest (opinion_id, decision_id, decided_by, words, language, filed_at)
            VALUES (:opinionId, :decisionId, :decidedBy, :words, :language, :now)
            """)
    int file(long opinionId, long decisionId, long decidedBy, String words, String language, Instant now);

    /** By another person than the one who decided; 0 when it was settled before, or nothing is contested. */
    @Query("""
            UPDATE contest
            SET outcome = :outcome, note = :note, note_language = :noteLanguage, settled_by = :accountId, settled_at = :now
            WHERE opinion_id = :opinionId
              AND outcome IS NULL
              AND decided_by <> :accountId
            """)
    int settle(
            long opinionId,
            Contest.Outcome outcome,
            @Nullable String note,
            @Nullable String noteLanguage,
            long accountId,
            Instant now);

    @Query("SELECT * FROM contest WHERE opinion_id = :opinionId")
    Optional<Contest> findByOpinion(long opinionId);

    /** Those that wait in these contracts, oldest first. */
    @Query("""
            SELECT k.* FROM contest k
            JOIN opinion o ON o.id = k.opinion_id
            WHERE o.contract_id IN (:contractIds)
              AND k.settled_at IS NULL
            ORDER BY k.filed_at, k.opinion_id
            LIMIT 200
            """)
    List<Contest> findOpen(Collection<Long> contractIds);

    @Query("DELETE FROM contest WHERE opinion_id = :opinionId")
    void deleteByOpinion(long opinionId);

    /** Why they contested goes with what they wrote. */
    @Query("UPDATE contest SET words = '' WHERE opinion_id IN (:opinionIds)")
    void forgetWords(Collection<Long> opinionIds);
}
