package org.portevoix.pack;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Packs as they were frozen: rows are added, files and words are erased, nothing changes. */
@JdbcRepository(dialect = Dialect.MYSQL)
interface FrozenPackRepository extends GenericRepository<FrozenPack, Long> {

    String ROW = """
            SELECT p.id, p.contract_id, p.period, p.number, p.edition, p.made_at, p.made_by, p.version, p.hash, p.cause,
                   p.corrects, p.reason, c.number AS corrected_by,
                   EXISTS (SELECT 1 FROM frozen_pack_file f WHERE f.pack_id = p.id AND f.erased_at IS NOT NULL) AS is_erased
            FROM frozen_pack p
            LEFT JOIN frozen_pack c ON c.corrects = p.id
            """;

    /** Latest first. */
    @Query(ROW + "WHERE p.contract_id = :contractId ORDER BY p.number DESC LIMIT :count OFFSET :skip")
    List<FrozenPack> findLatest(long contractId, int count, int skip);

    @Query(ROW + "WHERE p.contract_id = :contractId AND p.number = :number")
    Optional<FrozenPack> find(long contractId, int number);

    @Query(ROW + "WHERE p.id = :id")
    Optional<FrozenPack> find(long id);

    @Query(ROW + "WHERE p.form_key = :formKey AND p.contract_id = :contractId")
    Optional<FrozenPack> findByFormKey(long contractId, String formKey);

    /** Those whose files are gone and that nothing replaces yet. */
    @Query(ROW + """
            WHERE c.id IS NULL
              AND EXISTS (SELECT 1 FROM frozen_pack_file g WHERE g.pack_id = p.id AND g.erased_at IS NOT NULL)
            ORDER BY p.id
            LIMIT :count
            """)
    List<FrozenPack> findToReplace(int count);

    @Query("SELECT data FROM frozen_pack WHERE id = :id")
    String findData(long id);

    @Query("SELECT COALESCE(MAX(number), 0) + 1 FROM frozen_pack WHERE contract_id = :contractId")
    int nextNumber(long contractId);

    @Query("""
            INSERT INTO frozen_pack (contract_id, period, number, form_key, edition, as_of, made_at, made_by, version, data,
                data_hash, hash, cause, corrects, reason)
            VALUES (:contractId, :period, :number, :formKey, :edition, :asOf, :madeAt, :madeBy, :version, :data,
                :dataHash, :hash, :cause, :corrects, :reason)
            """)
    void add(
            long contractId,
            String period,
            int number,
            String formKey,
            int edition,
            @Nullable Instant asOf,
            Instant madeAt,
            @Nullable Long madeBy,
            String version,
            String data,
            byte[] dataHash,
            byte[] hash,
            FrozenPack.Cause cause,
            @Nullable Long corrects,
            @Nullable String reason);

    @Query("""
            INSERT INTO frozen_pack_file (pack_id, audience, name, media_type, size_bytes, hash, bytes)
            VALUES (:packId, :audience, :name, :mediaType, :sizeBytes, :hash, :bytes)
            """)
    void addFile(
            long packId, Audience audience, String name, String mediaType, long sizeBytes, byte[] hash, byte[] bytes);

    @Query("""
            SELECT audience, name, media_type, size_bytes, hash FROM frozen_pack_file
            WHERE pack_id = :packId
              AND audience = :audience
            ORDER BY name
            """)
    List<FrozenFile> findFiles(long packId, Audience audience);

    /** Empty where there is no such file, or its bytes are gone. */
    @Query("""
            SELECT bytes FROM frozen_pack_file
            WHERE pack_id = :packId
              AND audience = :audience
              AND name = :name
              AND bytes IS NOT NULL
            """)
    Optional<FrozenBytes> findBytes(long packId, Audience audience, String name);

    @Query("""
            INSERT INTO frozen_pack_voice (pack_id, position, opinion_id, words, language, french, about)
            VALUES (:packId, :position, :opinionId, :words, :language, :french, :about)
            """)
    void addVoice(
            long packId,
            int position,
            long opinionId,
            String words,
            String language,
            @Nullable String french,
            String about);

    @Query("""
            SELECT opinion_id, words, language, french, about FROM frozen_pack_voice
            WHERE pack_id = :packId
            ORDER BY position
            """)
    List<FrozenVoice> findVoices(long packId);

    /** Packs that hold words and are not replaced: those that may still be read by others. */
    @Query("SELECT DISTINCT pack_id FROM frozen_pack_voice ORDER BY pack_id")
    List<Long> findWithVoices();

    @Query("SELECT DISTINCT pack_id FROM frozen_pack_voice WHERE opinion_id IN (:opinionIds)")
    List<Long> findWithVoicesOf(Collection<Long> opinionIds);

    @Query("DELETE FROM frozen_pack_voice WHERE opinion_id IN (:opinionIds)")
    void eraseVoices(Collection<Long> opinionIds);

    @Query("""
            UPDATE frozen_pack_file
            SET bytes = NULL,
                erased_at = :at
            WHERE pack_id IN (:packIds)
              AND bytes IS NOT NULL
            """)
    void eraseFiles(Collection<Long> packIds, Instant at);
}
