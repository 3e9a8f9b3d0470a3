package org.portevoix.contract;

import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;

@JdbcRepository(dialect = Dialect.MYSQL)
interface ContractRepository extends GenericRepository<Contract, Long> {

    Optional<Contract> findBySlug(String slug);

    Optional<Contract> findById(long id);

    List<Contract> findAllOrderBySlug();
}
