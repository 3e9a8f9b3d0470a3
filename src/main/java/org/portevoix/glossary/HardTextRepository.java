package org.portevoix.glossary;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;

@JdbcRepository(dialect = Dialect.MYSQL)
interface HardTextRepository extends GenericRepository<HardText, Long> {

    HardText save(HardText text);

    /** The last first. */
    @Query("""
            SELECT reason FROM hard_text
            WHERE contract_id = :contractId
              AND about = :about
            ORDER BY id DESC
            LIMIT 20
            """)
    List<String> findReasons(long contractId, String about);
}
