package org.portevoix.actionsheet;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that is written of an action, for the report of a year: in French, words of fixed lists as the tables hold them.
 *
 * @param progress at the end of the year, or today; null where nobody had told it by then, as {@code outcome}
 * @param steps of the year, the first to the last
 * @param planned indicators that were not measured yet
 */
public record SheetYear(
        long id,
        String slug,
        String title,
        String summary,
        Who who,
        Where where,
        @Nullable String phase,
        @Nullable LocalDate startsOn,
        @Nullable LocalDate endsOn,
        @Nullable String progress,
        @Nullable String outcome,
        List<Step> steps,
        List<Indicator> indicators,
        List<String> planned,
        Plan plan,
        Why why) {

    /** {@code lead}: name of a partner, "" where nobody leads it; {@code partners}: names. */
    public record Who(String lead, List<String> partners, List<String> publics) {}

    /**
     * For whom, and where.
     *
     * @param held slugs of neighbourhoods, as {@code stronger}; none where it is held everywhere
     */
    public record Where(
            String approach,
            @Nullable String base,
            @Nullable String more,
            @Nullable String because,
            List<String> held,
            List<String> stronger) {}

    /** A dated step, with what held it up and what was changed. */
    public record Step(
            LocalDate day,
            String progress,
            @Nullable String outcome,
            @Nullable String reason,
            @Nullable String note,
            @Nullable String adaptation) {}

    /** What is measured. {@code readings}: of the year, the first to the last. */
    public record Indicator(
            String title,
            String kind,
            String unit,
            @Nullable BigDecimal baseline,
            @Nullable BigDecimal target,
            List<Reading> readings) {}

    public record Reading(
            LocalDate day, BigDecimal value, @Nullable String source) {}

    /** The participation planned, or why there is none. */
    public record Plan(
            @Nullable String who,
            @Nullable String invited,
            @Nullable String followed,
            @Nullable String noneBecause) {}

    /** Why and by what means. */
    public record Why(
            @Nullable String objectives,
            @Nullable String context,
            @Nullable String means,
            List<String> determinants,
            List<String> pathway,
            @Nullable String pathwayBreak) {}
}
