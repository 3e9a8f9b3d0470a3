package org.portevoix.participation;

import java.time.Instant;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who takes part in a contract, how deeply and from where, as everyone may read it: the public page, the open data and the
 * steering committee show these same figures. They count participations, not people. A figure that could single somebody
 * out is null, wherever it stands; every table adds up to the total, hidden figures
 * included, and those of a sheet that was withdrawn since the edition, whose row is gone.
 *
 * <p>{@code asOf}: when the edition was frozen; {@code from} and {@code to}: the whole months asked for, null for all.
 * {@code byNeighbourhood} also has {@code autre-ville} and {@code inconnu}; {@code byAction} and {@code byAxis} hold what
 * belongs to no action sheet under {@code sans-action} and {@code sans-axe}. {@code actions}: empty for a part of the time.
 */
public record Figures(
        int edition,
        Instant asOf,
        @Nullable YearMonth from,
        @Nullable YearMonth to,
        @Nullable Long participations,
        @Nullable Long intentions,
        Map<String, @Nullable Long> byLevel,
        Map<String, @Nullable Long> byChannel,
        Map<String, @Nullable Long> byNeighbourhood,
        Map<String, @Nullable Long> byAxis,
        Map<String, @Nullable Long> byAction,
        Map<String, @Nullable Long> byMonth,
        Map<String, Rate> rates,
        List<OfAction> actions) {

    public static final String NO_ACTION = "sans-action";
    public static final String NO_AXIS = "sans-axe";

    /** Participations per 1,000 inhabitants of a neighbourhood, or why there is no such rate. */
    public record Rate(
            @Nullable Double perThousand, @Nullable NoRate because) {}

    /** Why a neighbourhood has no rate. */
    public enum NoRate {
        POPULATION_UNKNOWN,
        HIDDEN,
        NOT_A_NEIGHBOURHOOD
    }

    /**
     * Participation in one action, never as one figure alone: the level aimed at, the acts received at each level, and
     * whether the promise of an answer was kept. {@code reached}: the highest level with as many participations as the
     * plan names (5 where it names none), among those shown; level 2 only once a reply is published; level 5 as soon as
     * one seat is occupied; null while none is.
     */
    public record OfAction(
            String slug,
            String axis,
            @Nullable ParticipationLevel aimedAt,
            @Nullable Integer planned,
            @Nullable Long participations,
            Map<String, @Nullable Long> byLevel,
            @Nullable ParticipationLevel reached,
            Promise promise) {}

    /** Whether those who gave an opinion were answered. */
    public enum Promise {
        /** No opinion was asked for, and none answered. */
        NONE,
        KEPT,
        NOT_YET,
        /** The day that was promised has passed. */
        BROKEN
    }

    /** The breakdowns, each adding up to {@code participations}, by the name that the open data gives them. */
    public Map<String, Map<String, @Nullable Long>> tables() {
        Map<String, Map<String, @Nullable Long>> tables = new LinkedHashMap<>();
        tables.put("byLevel", byLevel);
        tables.put("byChannel", byChannel);
        tables.put("byNeighbourhood", byNeighbourhood);
        tables.put("byAxis", byAxis);
        tables.put("byAction", byAction);
        tables.put("byMonth", byMonth);
        return tables;
    }

    /** Whether something is hidden, and so has to be explained. */
    public boolean hasHidden() {
        return tables().values().stream().anyMatch(table -> table.containsValue(null));
    }
}
