package org.portevoix.web;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;

@JdbcRepository(dialect = Dialect.MYSQL)
interface PageChangeRepository extends GenericRepository<PageChangeRow, Long> {

    @Query("INSERT INTO page_change (tag, changed_at) VALUES (:tag, NOW(6))")
    void add(String tag);

    /** By the database's clock, which all machines share; a minute, so that a slow transaction is not missed. */
    @Query("SELECT id, tag FROM page_change WHERE changed_at > NOW(6) - INTERVAL 60 SECOND ORDER BY id")
    List<PageChange> findLatest();

    @Query("DELETE FROM page_change WHERE changed_at < NOW(6) - INTERVAL 1 DAY")
    void deleteOld();
}
