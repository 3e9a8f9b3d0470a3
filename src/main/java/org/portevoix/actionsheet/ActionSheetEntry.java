package org.portevoix.actionsheet;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An action in the open data. Its words of fixed lists are those of a contract's file.
 *
 * @param axis slug
 * @param neighbourhoods slugs of those where it is held; empty where it is held everywhere
 * @param lead name of the partner who leads it
 */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
record ActionSheetEntry(
        String slug,
        String title,
        String language,
        String summary,
        String axis,
        @Nullable String theme,
        @Nullable String phase,
        String progress,
        @Nullable String outcome,
        String approach,
        List<String> determinants,
        List<String> publics,
        List<String> neighbourhoods,
        @Nullable String lead,
        @Nullable LocalDate starts,
        @Nullable LocalDate ends,
        Practical practical,
        Plan plan,
        @Nullable String objectives,
        @Nullable String context,
        @Nullable String means,
        Pathway pathway,
        List<Indicator> indicators,
        String url,
        Map<String, String> otherLanguages,
        boolean isStale) {

    /** What one needs to know to go there. */
    @Serdeable
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Practical(
            @Nullable String place,
            @Nullable String address,
            String hours,
            @Nullable String telephone,
            boolean isFree,
            @Nullable String price,
            String appointment,
            @Nullable String papers,
            List<String> languages) {}

    /**
     * The participation planned, or why there is none.
     *
     * @param level null where none is planned
     */
    @Serdeable
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Plan(
            @Nullable String level,
            @Nullable String who,
            @Nullable Integer howMany,
            @Nullable String invited,
            @Nullable String followed,
            @Nullable String noneBecause) {}

    /**
     * What of the health pathway it makes easier.
     *
     * @param breakAimedAt where the pathway breaks today
     */
    @Serdeable
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Pathway(List<String> improves, @Nullable String breakAimedAt) {}

    /** What was read on a day. */
    @Serdeable
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Reading(String date, BigDecimal value, @Nullable String source) {}

    /**
     * What is measured of it, at the latest reading; null where it was not read yet.
     *
     * @param kind follow_up, output or result
     * @param unit of its numbers, in French; null where they have none
     * @param date of the reading
     * @param values all the readings, the first to the last
     */
    @Serdeable
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Indicator(
            String title,
            String kind,
            @Nullable String unit,
            @Nullable BigDecimal baseline,
            @Nullable BigDecimal target,
            @Nullable BigDecimal value,
            @Nullable String source,
            @Nullable String date,
            List<Reading> values) {}
}
