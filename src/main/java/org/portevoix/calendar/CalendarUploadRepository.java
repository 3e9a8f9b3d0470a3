package org.portevoix.calendar;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.Optional;

@JdbcRepository(dialect = Dialect.MYSQL)
interface CalendarUploadRepository extends GenericRepository<CalendarUpload, Long> {

    CalendarUpload save(CalendarUpload upload);

    /** One's own alone. */
    Optional<CalendarUpload> findByIdAndContractIdAndAccountId(long id, long contractId, long accountId);

    @Query("DELETE FROM calendar_upload WHERE id = :id")
    int delete(long id);

    @Query("DELETE FROM calendar_upload WHERE uploaded_at < :before")
    void deleteOlder(Instant before);
}
