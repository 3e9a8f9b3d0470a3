package org.portevoix.contract;

import io.micronaut.core.annotation.Introspected;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A document of a contract, which stands elsewhere. */
@Introspected
public record ContractDocument(
        String kind, long titleText, String url, @Nullable LocalDate datedOn) {}
