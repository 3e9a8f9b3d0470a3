package org.portevoix.rights;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;

@JdbcRepository(dialect = Dialect.MYSQL)
interface RightsRequestRepository extends GenericRepository<RightsRequest, Long> {

    @Query("""
            INSERT INTO rights_request (contract_id, kind, account_id, done_at)
            VALUES (:contractId, :kind, :accountId, :now)
            """)
    void add(long contractId, RightsRequest.Kind kind, long accountId, Instant now);

    /** Latest first. */
    @Query("SELECT * FROM rights_request WHERE contract_id = :contractId ORDER BY id DESC LIMIT :count")
    List<RightsRequest> findLatest(long contractId, int count);
}
