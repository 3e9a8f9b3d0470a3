package org.portevoix.event;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.LocalDate;

@JdbcRepository(dialect = Dialect.MYSQL)
interface SessionDayRepository extends GenericRepository<EventRow, Long> {

    @Query("""
            SELECT COUNT(*) FROM event_session s
            JOIN event e ON e.id = s.event_id
            WHERE e.action_sheet_id = :actionSheetId
              AND s.day = :day
              AND s.state = 'PLANNED'
              AND e.state = 'PUBLISHED'
            """)
    long countHeld(long actionSheetId, LocalDate day);
}
