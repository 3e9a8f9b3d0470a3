package org.portevoix.calendar;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.Optional;

@JdbcRepository(dialect = Dialect.MYSQL)
interface CalendarSourceRepository extends GenericRepository<CalendarUpload, Long> {

    @Query("""
            SELECT s.event_id, e.slug, s.told, s.revision
            FROM calendar_source s
            JOIN event e ON e.id = s.event_id
            WHERE s.contract_id = :contractId
              AND s.source_hash = :sourceHash
            """)
    Optional<CalendarSource> find(long contractId, byte[] sourceHash);

    @Query("""
            INSERT INTO calendar_source (contract_id, source_hash, event_id, told, revision, imported_at)
            VALUES (:contractId, :sourceHash, :eventId, :told, :revision, :importedAt)
            ON DUPLICATE KEY UPDATE event_id = :eventId, told = :told, revision = :revision, imported_at = :importedAt
            """)
    void keep(long contractId, byte[] sourceHash, long eventId, String told, String revision, Instant importedAt);
}
