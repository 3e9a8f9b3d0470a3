package org.portevoix.committee;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

@JdbcRepository(dialect = Dialect.MYSQL)
interface ContractStepRepository extends GenericRepository<ContractStep, Long> {

    @Query("SELECT * FROM contract_step WHERE contract_id = :contractId")
    List<ContractStep> findOf(long contractId);

    @Query("SELECT * FROM contract_step WHERE contract_id = :contractId AND kind = :kind FOR UPDATE")
    Optional<ContractStep> findToChange(long contractId, StepKind kind);

    @Query("""
            INSERT INTO contract_step (contract_id, kind, state, step_on, observations_text)
            VALUES (:contractId, :kind, :state, :stepOn, :observationsText)
            ON DUPLICATE KEY UPDATE state = VALUES(state), step_on = VALUES(step_on),
                observations_text = VALUES(observations_text)
            """)
    void keep(
            long contractId,
            StepKind kind,
            StepState state,
            @Nullable LocalDate stepOn,
            @Nullable Long observationsText);
}
