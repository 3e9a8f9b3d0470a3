package org.portevoix.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An event in the open data.
 *
 * @param action slug
 * @param start of its next session that is on, in ISO 8601 with its offset; null where none is to come
 * @param places of that session; null where they are not counted
 * @param neighbourhood slug
 */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
record EventEntry(
        String slug,
        String title,
        String language,
        String summary,
        String kind,
        String level,
        @Nullable String action,
        @Nullable String start,
        @Nullable String end,
        @Nullable Integer places,
        String place,
        @Nullable String address,
        @Nullable String access,
        @Nullable String transport,
        @Nullable String neighbourhood,
        boolean isFree,
        @Nullable String price,
        List<String> languages,
        List<String> interpreters,
        boolean isStepFree,
        boolean hasQuietRoom,
        boolean hasChildCare,
        boolean hasSignLanguage,
        @Nullable String telephone,
        @Nullable String bring,
        List<Session> sessions,
        String url,
        Map<String, String> otherLanguages,
        boolean isStale) {

    /** One of its occurrences, past ones too. */
    @Serdeable
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Session(
            LocalDate day,
            String start,
            String end,
            @Nullable Integer places,
            String state,
            @Nullable String reason,
            String url) {}
}
