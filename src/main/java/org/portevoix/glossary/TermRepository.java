package org.portevoix.glossary;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;

@JdbcRepository(dialect = Dialect.MYSQL)
interface TermRepository extends GenericRepository<Term, Long> {

    List<Term> findByContractIdOrderByPosition(long contractId);

    @Query("""
            SELECT t.* FROM term t
            JOIN contract c ON c.id = t.contract_id
            WHERE c.slug = :contract
            ORDER BY t.position, t.id
            """)
    List<Term> findOf(String contract);
}
