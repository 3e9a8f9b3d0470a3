package org.portevoix.picture;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

@JdbcRepository(dialect = Dialect.MYSQL)
interface PictureRepository extends GenericRepository<Picture, Long> {

    String COLUMNS = """
            SELECT id, contract_id, list, item_id, slug, alt, width, height, digest
            FROM picture
            """;

    /** 0 where the same picture is there already. */
    @Query("""
            INSERT IGNORE INTO picture (contract_id, list, item_id, slug, alt, width, height, digest, bytes, added_by, added_at)
            VALUES (:contractId, :list, :itemId, :slug, :alt, :width, :height, :digest, :bytes, :accountId, :now)
            """)
    int add(
            long contractId,
            String list,
            long itemId,
            String slug,
            String alt,
            int width,
            int height,
            String digest,
            byte[] bytes,
            long accountId,
            Instant now);

    @Query(COLUMNS + "WHERE contract_id = :contractId AND id = :id")
    Optional<Picture> find(long contractId, long id);

    /** In the order in which they were added. */
    @Query(COLUMNS + "WHERE list = :list AND item_id = :itemId ORDER BY id")
    List<Picture> findByItem(String list, long itemId);

    @Query("SELECT COUNT(*) FROM picture WHERE list = :list AND item_id = :itemId")
    int count(String list, long itemId);

    @Query("SELECT digest, bytes FROM picture WHERE digest = :digest LIMIT 1")
    Optional<PictureBytes> findBytes(String digest);

    @Query("DELETE FROM picture WHERE contract_id = :contractId AND id = :id")
    int remove(long contractId, long id);

    @Query("""
            SELECT picture_id, language, body, writer_id, reviewer_id
            FROM picture_alt
            WHERE picture_id IN (:pictureIds)
            """)
    List<PictureAlt> findAlts(Collection<Long> pictureIds);

    /** Waits for a reader again, unless it stays as it was. */
    @Query("""
            INSERT INTO picture_alt (picture_id, language, body, writer_id)
            VALUES (:pictureId, :language, :body, :writerId)
            ON DUPLICATE KEY UPDATE
                reviewer_id = IF(body = VALUES(body), reviewer_id, NULL),
                writer_id = IF(body = VALUES(body), writer_id, VALUES(writer_id)),
                body = VALUES(body)
            """)
    void write(long pictureId, String language, String body, long writerId);

    @Query("DELETE FROM picture_alt WHERE picture_id = :pictureId AND language = :language")
    void forget(long pictureId, String language);

    /** How many of these were somebody else's, and waited. */
    @Query("""
            UPDATE picture_alt
            SET reviewer_id = :accountId
            WHERE picture_id = :pictureId
              AND reviewer_id IS NULL
              AND writer_id <> :accountId
            """)
    int review(long pictureId, long accountId);
}
