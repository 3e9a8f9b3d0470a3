package org.portevoix.contract;

import io.micronaut.core.annotation.Introspected;
import org.jspecify.annotations.Nullable;

/** What a contract works with: CLSM, ASV, CPTS or CONTRAT_DE_VILLE. */
@Introspected
public record ContractLink(
        String kind,
        String name,
        @Nullable Long doesText,
        @Nullable String url) {}
