package org.portevoix.event;

import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;

@JdbcRepository(dialect = Dialect.MYSQL)
interface EventPartRepository extends GenericRepository<EventPart, Long> {

    List<EventPart> findByEventIdOrderByPosition(long eventId);
}
