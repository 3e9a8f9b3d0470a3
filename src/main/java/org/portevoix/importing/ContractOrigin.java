package org.portevoix.importing;

import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** Where an import starts from: the contract as the site already has it, or today for a new one. */
record ContractOrigin(@Nullable Long contractId, LocalDate firstImportedOn, ZoneId zone) {}
