package org.portevoix.council;

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
interface CouncilRepository extends GenericRepository<Council, Long> {

    Council save(Council council);

    Optional<Council> findById(long id);

    @Query("SELECT * FROM council WHERE contract_id = :contractId AND slug = :slug")
    Optional<Council> find(long contractId, String slug);

    /** In the order of their contracts' files. */
    @Query("SELECT * FROM council WHERE contract_id IN (:contractIds) ORDER BY contract_id, position, id")
    List<Council> findOf(Collection<Long> contractIds);

    /** In the order of the contract's file. */
    @Query("""
            SELECT c.*
            FROM council c
            JOIN council_neighbourhood n ON n.council_id = c.id
            WHERE n.neighbourhood_id = :neighbourhoodId
            ORDER BY c.position, c.id
            """)
    List<Council> findIn(long neighbourhoodId);

    /** Empty when the account is no member of it. */
    @Query("""
            SELECT c.*
            FROM council c
            JOIN council_member m ON m.council_id = c.id
            WHERE c.contract_id = :contractId
              AND c.slug = :slug
              AND m.account_id = :accountId
            """)
    Optional<Council> findOfMember(long contractId, String slug, long accountId);

    @Query("""
            SELECT c.*
            FROM council c
            JOIN council_member m ON m.council_id = c.id
            WHERE c.contract_id = :contractId
              AND m.account_id = :accountId
            ORDER BY c.position, c.id
            """)
    List<Council> findOfMember(long contractId, long accountId);

    @Query(
            "UPDATE council SET kind = :kind, presentation_text = :presentationText, telephone = :telephone WHERE id = :id")
    void update(long id, CouncilKind kind, @Nullable Long presentationText, @Nullable String telephone);

    @Query("SELECT neighbourhood_id FROM council_neighbourhood WHERE council_id = :id")
    List<Long> findNeighbourhoods(long id);

    @Query("DELETE FROM council_neighbourhood WHERE council_id = :id")
    void deleteNeighbourhoods(long id);

    @Query("INSERT INTO council_neighbourhood (council_id, neighbourhood_id) VALUES (:id, :neighbourhoodId)")
    void addNeighbourhood(long id, long neighbourhoodId);

    /** In the order in which they joined. */
    @Query("SELECT account_id FROM council_member WHERE council_id = :id ORDER BY joined_at, account_id")
    List<Long> findMembers(long id);

    @Query("INSERT IGNORE INTO council_member (council_id, account_id, joined_at) VALUES (:id, :accountId, :now)")
    int addMember(long id, long accountId, Instant now);

    @Query("DELETE FROM council_member WHERE council_id = :id AND account_id = :accountId")
    int removeMember(long id, long accountId);
}
