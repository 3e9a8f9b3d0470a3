package org.portevoix.interview;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.LocalDate;

/**
 * Somebody was asked the questions of a guide. It is no act of a resident, and stands in no ledger.
 *
 * @param who by what they do, never by a name
 */
@MappedEntity("interview")
record Interview(@Id long id, long contractId, long consultationId, LocalDate heldOn, String who) {}
