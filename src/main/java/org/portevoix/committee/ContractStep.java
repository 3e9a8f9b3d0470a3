package org.portevoix.committee;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** One step of the approval of a contract, with what was observed. */
@MappedEntity("contract_step")
record ContractStep(
        @Id long id,
        long contractId,
        StepKind kind,
        StepState state,
        @Nullable LocalDate stepOn,
        @Nullable Long observationsText) {}
