package org.portevoix.contract;

import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Collection;
import java.util.List;

@JdbcRepository(dialect = Dialect.MYSQL)
interface PartnerRepository extends GenericRepository<Partner, Long> {

    List<Partner> findByIdInOrderByName(Collection<Long> ids);

    List<Partner> findByContractIdOrderByName(long contractId);
}
