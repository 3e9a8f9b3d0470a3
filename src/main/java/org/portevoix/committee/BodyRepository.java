package org.portevoix.committee;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

@JdbcRepository(dialect = Dialect.MYSQL)
interface BodyRepository extends GenericRepository<Body, Long> {

    /** In the contract's order. */
    @Query("SELECT * FROM body WHERE contract_id = :contractId ORDER BY position, id")
    List<Body> findOf(long contractId);

    /** Of these contracts, in their order. */
    @Query("SELECT * FROM body WHERE contract_id IN (:contractIds) ORDER BY contract_id, position, id")
    List<Body> findOf(Collection<Long> contractIds);

    @Query("SELECT * FROM body WHERE contract_id = :contractId AND slug = :slug")
    Optional<Body> findBySlug(long contractId, String slug);

    /** At the end of the list; 0 when the slug is taken. */
    @Query("""
            INSERT IGNORE INTO body (contract_id, slug, position, kind, name_text, does_text)
            SELECT :contractId, :slug, COALESCE(MAX(position), 0) + 1, :kind, :nameText, :doesText
            FROM body
            WHERE contract_id = :contractId
            """)
    int add(long contractId, String slug, BodyKind kind, long nameText, long doesText);

    /** Those that are no more too, in the body's order. */
    @Query("SELECT * FROM seat WHERE body_id IN (:bodyIds) ORDER BY body_id, position, id")
    List<Seat> findSeats(Collection<Long> bodyIds);

    /** At the end of the list; 0 when the slug is taken. */
    @Query("""
            INSERT IGNORE INTO seat (body_id, slug, position, holder, label_text, partner_id)
            SELECT :bodyId, :slug, COALESCE(MAX(position), 0) + 1, :holder, :labelText, :partnerId
            FROM seat
            WHERE body_id = :bodyId
            """)
    int addSeat(long bodyId, String slug, Holder holder, long labelText, @Nullable Long partnerId);

    /** Of a partner's seat that is still there; null leaves it without a name. */
    @Query("""
            UPDATE seat
            SET partner_id = :partnerId
            WHERE id = :id
              AND body_id = :bodyId
              AND holder = 'PARTNER'
              AND ended_on IS NULL
            """)
    int changePartner(long id, long bodyId, @Nullable Long partnerId);

    @Query("UPDATE seat SET ended_on = :day WHERE id = :id AND body_id = :bodyId AND ended_on IS NULL")
    int endSeat(long id, long bodyId, LocalDate day);
}
