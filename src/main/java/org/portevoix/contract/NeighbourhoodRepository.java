package org.portevoix.contract;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;

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

    @Query("UPDATE neighbourhood SET drawn = NULL, label_x = NULL, label_y = NULL WHERE contract_id = :contractId")
    void erase(long contractId);

    @Query("UPDATE neighbourhood SET drawn = :drawn, label_x = :labelX, label_y = :labelY WHERE id = :id")
    void draw(long id, String drawn, int labelX, int labelY);
}
