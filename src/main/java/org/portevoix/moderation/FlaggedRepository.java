package org.portevoix.moderation;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;

/** Flags are read here, never written. */
@JdbcRepository(dialect = Dialect.MYSQL)
interface FlaggedRepository extends GenericRepository<Flagged, Long> {

    /** Those that say where. */
    @Query("""
            SELECT id, opinion_id, kind, question_id, from_unit, to_unit FROM opinion_flag
            WHERE opinion_id = :opinionId
              AND from_unit IS NOT NULL
            ORDER BY id
            """)
    List<Flagged> findPlaces(long opinionId);
}
