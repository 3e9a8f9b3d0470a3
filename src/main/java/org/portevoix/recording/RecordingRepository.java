package org.portevoix.recording;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

@JdbcRepository(dialect = Dialect.MYSQL)
interface RecordingRepository extends GenericRepository<Recording, Long> {

    String COLUMNS = """
            SELECT id, contract_id, list, item_id, slug, language, short_text, media_type, seconds, digest, recorder_id,
                   recorded_at, state, reviewer_id
            FROM recording
            """;

    @Query("""
            INSERT INTO recording (contract_id, list, item_id, slug, language, short_text, media_type, seconds, digest,
                bytes, recorder_id, recorded_at, consented_at, state)
            VALUES (:contractId, :list, :itemId, :slug, :language, :shortText, :mediaType, :seconds, :digest, :bytes,
                :recorderId, :now, :now, 'WAITING')
            """)
    void add(
            long contractId,
            String list,
            long itemId,
            String slug,
            String language,
            String shortText,
            String mediaType,
            int seconds,
            String digest,
            byte[] bytes,
            long recorderId,
            Instant now);

    @Query(COLUMNS + "WHERE contract_id = :contractId AND id = :id")
    Optional<Recording> find(long contractId, long id);

    /** By language, the public one first. */
    @Query(COLUMNS + "WHERE list = :list AND item_id = :itemId ORDER BY language, state")
    List<Recording> findByItem(String list, long itemId);

    /** By language. */
    @Query(COLUMNS + "WHERE list = :list AND item_id = :itemId AND state = 'PUBLIC' ORDER BY language")
    List<Recording> findPublic(String list, long itemId);

    /** Those that wait, the oldest first; then the latest of the others. */
    @Query(COLUMNS + """
            WHERE contract_id = :contractId
            ORDER BY state DESC, IF(state = 'WAITING', recorded_at, NULL), recorded_at DESC, id
            LIMIT :count OFFSET :skip
            """)
    List<Recording> findOfContract(long contractId, int count, int skip);

    @Query("SELECT media_type FROM recording WHERE digest = :digest AND state = 'PUBLIC' LIMIT 1")
    Optional<String> findPublicMediaType(String digest);

    @Query("SELECT media_type, digest, bytes FROM recording WHERE digest = :digest AND state = 'PUBLIC' LIMIT 1")
    Optional<RecordingBytes> findPublicBytes(String digest);

    @Query("SELECT media_type, digest, bytes FROM recording WHERE contract_id = :contractId AND id = :id")
    Optional<RecordingBytes> findBytes(long contractId, long id);

    @Query("DELETE FROM recording WHERE list = :list AND item_id = :itemId AND language = :language AND state = :state")
    void remove(String list, long itemId, String language, String state);

    @Query("DELETE FROM recording WHERE contract_id = :contractId AND id = :id")
    int remove(long contractId, long id);

    /** 0 where it waits no more, or where it is this person's own. */
    @Query("""
            UPDATE recording
            SET state = 'PUBLIC', reviewer_id = :accountId
            WHERE id = :id
              AND state = 'WAITING'
              AND recorder_id <> :accountId
            """)
    int publish(long id, long accountId);

    /** Those that somebody else has to listen to, by contract. */
    @Query("""
            SELECT contract_id, COUNT(*) AS waiting, MIN(recorded_at) AS oldest
            FROM recording
            WHERE contract_id IN (:contractIds)
              AND state = 'WAITING'
              AND recorder_id <> :accountId
            GROUP BY contract_id
            """)
    List<Backlog> findBacklog(Collection<Long> contractIds, long accountId);

    @Query(COLUMNS + "WHERE contract_id = :contractId AND recorded_at < :before")
    List<Recording> findRecordedBefore(long contractId, Instant before);

    /** @param oldest when the first of them was recorded */
    @Introspected
    record Backlog(long contractId, int waiting, Instant oldest) {}
}
