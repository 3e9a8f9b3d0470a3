package org.portevoix.pack;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;

/** What the coordinator chose and wrote for the pack of a period. */
@JdbcRepository(dialect = Dialect.MYSQL)
interface PackChoiceRepository extends GenericRepository<FrozenPack, Long> {

    @Query("""
            SELECT opinion_id FROM pack_voice
            WHERE contract_id = :contractId
              AND period = :period
            ORDER BY opinion_id
            """)
    List<Long> findVoices(long contractId, String period);

    @Query("""
            INSERT IGNORE INTO pack_voice (contract_id, period, opinion_id, chosen_at)
            VALUES (:contractId, :period, :opinionId, :at)
            """)
    void addVoice(long contractId, String period, long opinionId, Instant at);

    @Query("""
            DELETE FROM pack_voice
            WHERE contract_id = :contractId
              AND period = :period
              AND opinion_id = :opinionId
            """)
    void removeVoice(long contractId, String period, long opinionId);

    /** In the order in which they were written. */
    @Query("""
            SELECT id, what, because FROM pack_point
            WHERE contract_id = :contractId
              AND period = :period
            ORDER BY id
            """)
    List<PackPoint> findPoints(long contractId, String period);

    /** 0 when this form was sent before. */
    @Query("""
            INSERT IGNORE INTO pack_point (contract_id, period, form_key, what, because)
            VALUES (:contractId, :period, :formKey, :what, :because)
            """)
    int addPoint(long contractId, String period, String formKey, String what, String because);

    @Query("DELETE FROM pack_point WHERE id = :id AND contract_id = :contractId")
    int removePoint(long contractId, long id);
}
