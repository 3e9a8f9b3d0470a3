package org.portevoix.consultation;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;

@JdbcRepository(dialect = Dialect.MYSQL)
interface SealedWordsRepository extends GenericRepository<SealedWordsRepository.Row, Long> {

    @Query(
            "INSERT INTO sealed_words (opinion_id, question_id, words, sealed_at) VALUES (:opinionId, :questionId, :words, :now)")
    void seal(long opinionId, long questionId, byte[] words, Instant now);

    @Query("SELECT * FROM sealed_words WHERE opinion_id = :opinionId ORDER BY question_id")
    List<Row> findByOpinion(long opinionId);

    @Query("SELECT COUNT(*) FROM sealed_words WHERE opinion_id = :opinionId")
    long count(long opinionId);

    @Query("DELETE FROM sealed_words WHERE opinion_id = :opinionId")
    void delete(long opinionId);

    @Query("""
            DELETE FROM sealed_words
            WHERE sealed_at < :before
              AND opinion_id IN (SELECT id FROM opinion WHERE contract_id = :contractId)
            """)
    int deletePast(long contractId, Instant before);

    /** One answer as it was before words of it were masked, encrypted. */
    @MappedEntity("sealed_words")
    record Row(@Id long opinionId, long questionId, byte[] words, Instant sealedAt) {}
}
