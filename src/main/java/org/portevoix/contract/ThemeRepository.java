package org.portevoix.contract;

import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;

@JdbcRepository(dialect = Dialect.MYSQL)
interface ThemeRepository extends GenericRepository<Theme, Long> {

    List<Theme> findByContractIdOrderByPosition(long contractId);
}
