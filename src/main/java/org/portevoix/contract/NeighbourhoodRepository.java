package org.portevoix.contract;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;

@JdbcRepository(dialect = Dialect.MYSQL)
interface NeighbourhoodRepository extends GenericRepository<Neighbourhood, Long> {

    List<Neighbourhood> findByContractIdOrderByPosition(long contractId);

    @Query("SELECT id, outline FROM neighbourhood WHERE contract_id = :contractId AND outline IS NOT NULL ORDER BY id")
    List<GivenOutline> findOutlines(long contractId);

    @Query("""
            SELECT id, drawn, label_x, label_y, outline_source AS source
            FROM neighbourhood
            WHERE contract_id = :contractId AND drawn IS NOT NULL
            ORDER BY id
            """)
    List<DrawnOutline> findDrawn(long contractId);

    /** The INSEE code of the territory; empty where it is no single town. */
    @Query("SELECT territory_insee FROM contract WHERE id = :contractId AND territory_insee IS NOT NULL")
    Optional<String> findInsee(long contractId);

    /** The slugs of those of whom at least half live in a priority area. */
    @Query("""
            SELECT n.slug
            FROM neighbourhood n
            JOIN priority_area_share s ON s.neighbourhood_id = n.id
            WHERE n.contract_id = :contractId
            GROUP BY n.id, n.slug
            HAVING SUM(s.share) >= 0.5
            """)
    List<String> findInPriorityAreas(long contractId);

    @Query("UPDATE neighbourhood SET drawn = NULL, label_x = NULL, label_y = NULL WHERE contract_id = :contractId")
    void erase(long contractId);

    @Query("UPDATE neighbourhood SET drawn = :drawn, label_x = :labelX, label_y = :labelY WHERE id = :id")
    void draw(long id, String drawn, int labelX, int labelY);
}
