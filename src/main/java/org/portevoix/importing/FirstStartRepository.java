package org.portevoix.importing;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;

@JdbcRepository(dialect = Dialect.MYSQL)
interface FirstStartRepository extends GenericRepository<FirstStartRepository.FirstStart, Integer> {

    boolean existsById(int id);

    @Query("INSERT IGNORE INTO first_start (id, started_at) VALUES (1, NOW(6))")
    int remember();

    /** The one row that says that the site has started before. */
    @MappedEntity("first_start")
    record FirstStart(@Id int id) {}
}
