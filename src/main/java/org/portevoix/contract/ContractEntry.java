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
        List<String> signatories,
        List<Phase> phases,
        List<Linked> links,
        List<Paper> documents,
        Map<String, String> otherLanguages,
        boolean isStale) {

    /**
     * A step of the contract.
     *
     * @param ends its last day; null while it is not known
     */
    @Serdeable
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Phase(
            String phase,
            LocalDate starts,
            @Nullable LocalDate ends,
            @Nullable String note) {}

    /** What the contract works with: a mental health council, a town contract... */
    @Serdeable
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Linked(
            String kind,
            String name,
            @Nullable String does,
            @Nullable String url) {}

    /** A document of the contract, which stands elsewhere. */
    @Serdeable
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Paper(
            String kind, String title, String url, @Nullable LocalDate date) {}

    /** An axis, a theme or a neighbourhood of the contract. */
    @Serdeable
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Part(String slug, String title, String language) {

        static Part of(Territory.Named<?> named) {
            return new Part(named.slug(), named.name().body(), named.name().language());
        }
    }
}
