package org.portevoix.team;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.LocalDate;

@JdbcRepository(dialect = Dialect.MYSQL)
interface DigestRepository extends GenericRepository<DigestRepository.Row, Long> {

    /** 1 on the one machine that is to write that day; 0 on the others, and afterwards. */
    @Query("INSERT IGNORE INTO digest (account_id, day) VALUES (:accountId, :day)")
    int claim(long accountId, LocalDate day);

    @Query("DELETE FROM digest WHERE day < :before")
    void forget(LocalDate before);

    /** Gives the repository its table. */
    @MappedEntity("digest")
    record Row(@Id long accountId, LocalDate day) {}
}
