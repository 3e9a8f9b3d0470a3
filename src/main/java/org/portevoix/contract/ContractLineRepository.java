package org.portevoix.contract;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;

/** The lists of a contract, each in its own order. */
@JdbcRepository(dialect = Dialect.MYSQL)
interface ContractLineRepository extends GenericRepository<Contract, Long> {

    @Query("SELECT name FROM signatory WHERE contract_id = :contractId ORDER BY position")
    List<String> findSignatories(long contractId);

    @Query("""
            SELECT phase, starts_on, ends_on, note_text FROM contract_phase
            WHERE contract_id = :contractId ORDER BY position
            """)
    List<ContractPhase> findPhases(long contractId);

    @Query("""
            SELECT kind, name, does_text, url FROM contract_link WHERE contract_id = :contractId ORDER BY position
            """)
    List<ContractLink> findLinks(long contractId);

    @Query("""
            SELECT kind, title_text, url, dated_on FROM contract_document
            WHERE contract_id = :contractId ORDER BY position
            """)
    List<ContractDocument> findDocuments(long contractId);

    @Query("""
            SELECT sector, COUNT(*) AS partners, SUM(has_convention) AS conventions FROM partner
            WHERE contract_id = :contractId GROUP BY sector ORDER BY partners DESC, sector
            """)
    List<SectorCount> countPartners(long contractId);
}
