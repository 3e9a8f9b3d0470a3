package org.portevoix.moderation;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;

@JdbcRepository(dialect = Dialect.MYSQL)
interface SealReadingRepository extends GenericRepository<SealReading, Long> {

    SealReading save(SealReading reading);

    /** Latest first. */
    @Query("SELECT * FROM sealed_reading WHERE opinion_id = :opinionId ORDER BY id DESC")
    List<SealReading> findByOpinion(long opinionId);
}
