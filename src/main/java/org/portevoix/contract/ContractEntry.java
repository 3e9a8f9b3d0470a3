package org.portevoix.contract;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A contract in the open data. */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
record ContractEntry(
        String slug,
        String title,
        String language,
        String summary,
        String territory,
        boolean isExample,
        @Nullable String phase,
        @Nullable LocalDate starts,
        @Nullable LocalDate ends,
        List<String> languages,
        String telephone,
        @Nullable String telephoneHours,
        @Nullable String aims,
        String url,
        List<Part> axes,
        List<Part> themes,
        List<Part> neighbourhoods,
        Map<String, String> otherLanguages,
        boolean isStale) {

    /** An axis, a theme or a neighbourhood of the contract. */
    @Serdeable
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Part(String slug, String title, String language) {

        static Part of(Territory.Named<?> named) {
            return new Part(named.slug(), named.name().body(), named.name().language());
        }
    }
}
