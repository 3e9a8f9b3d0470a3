package org.portevoix.moderation;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

@JdbcRepository(dialect = Dialect.MYSQL)
interface ReplyRepository extends GenericRepository<Reply, Long> {

    /** 0 when this form was sent before. */
    @Query("""
            INSERT IGNORE INTO reply
                (contract_id, consultation_id, opinion_id, language, body, account_id, replied_at, form_key)
            VALUES
                (:contractId, :consultationId, :opinionId, :language, :body, :accountId, :repliedAt, :formKey)
            """)
    int add(
            long contractId,
            long consultationId,
            @Nullable Long opinionId,
            String language,
            String body,
            long accountId,
            Instant repliedAt,
            String formKey);

    Optional<Reply> findByFormKey(String formKey);

    @Query("SELECT * FROM reply WHERE opinion_id = :opinionId ORDER BY replied_at, id")
    List<Reply> findByOpinion(long opinionId);

    @Query("""
            SELECT * FROM reply
            WHERE consultation_id = :consultationId
              AND opinion_id IS NULL
            ORDER BY replied_at DESC, id DESC
            """)
    List<Reply> findPublic(long consultationId);

    /** The consultations of these contracts that have a public reply. */
    @Query("SELECT DISTINCT consultation_id FROM reply WHERE contract_id IN (:contractIds) AND opinion_id IS NULL")
    Set<Long> findAnswered(Collection<Long> contractIds);

    /** The first public reply about each consultation of a contract. */
    @Query("""
            SELECT consultation_id, MIN(replied_at) AS replied_at FROM reply
            WHERE contract_id = :contractId AND opinion_id IS NULL
            GROUP BY consultation_id
            """)
    List<FirstReply> findFirst(long contractId);

    @Query("DELETE FROM reply WHERE opinion_id = :opinionId")
    void deleteByOpinion(long opinionId);
}
