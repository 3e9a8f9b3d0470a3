package org.portevoix.event;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;

@JdbcRepository(dialect = Dialect.MYSQL)
interface EventAskRepository extends GenericRepository<EventAsk, Long> {

    List<EventAsk> findByEventIdOrderByPosition(long eventId);

    /** Of public events that end after this, the latest event first, in the team's own order. */
    @Query("""
            SELECT a.*
            FROM event_ask a
            JOIN event e ON e.id = a.event_id
            WHERE e.contract_id = :contractId
              AND e.state = 'PUBLISHED'
              AND e.is_sensitive = FALSE
              AND EXISTS (SELECT 1 FROM event_session s WHERE s.event_id = e.id AND s.ends_at > :since)
            ORDER BY a.event_id DESC, a.position
            LIMIT 60
            """)
    List<EventAsk> findShown(long contractId, Instant since);
}
