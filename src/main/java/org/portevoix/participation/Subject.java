package org.portevoix.participation;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the figures of participation are about. The rooms that keep contracts and action sheets answer; this room never
 * looks into their tables. Lists are in the contract's order, and hold only what is public.
 */
public interface Subject {
    /** The contract with this slug, empty where there is none. */
    OptionalLong contract(String slug);

    /** The zone in which the contract's days are told. */
    ZoneId zone(long contractId);

    List<Sheet> actionSheets(long contractId);

    /**
     * The first day by which an answer was promised to those who gave an opinion on an action, by the id of its sheet;
     * sheets without a promise are left out.
     */
    Map<Long, LocalDate> firstAnswerDays(long contractId);

    /** The tags of pages under which a change of the sheets, axes or neighbourhoods is told. */
    Set<String> tags(long contractId);

    /** What the action sheets with these slugs are called, by slug. */
    Map<String, Plate> plates(long contractId, Collection<String> slugs, String language);

    List<Axis> axes(long contractId, String language);

    List<Neighbourhood> neighbourhoods(long contractId, String language);

    /** The slugs of the neighbourhoods that count as in a priority area. */
    List<String> inPriorityAreas(long contractId);

    /** A title, and the language it is in: French where it isn't translated. */
    record Title(String text, String language) {}

    /**
     * An action sheet. {@code aimedAt}: null where no participation is planned. {@code planned}: how many residents, null where
     * the plan doesn't say.
     */
    record Sheet(
            long id,
            String slug,
            String axis,
            boolean isSensitive,
            @Nullable ParticipationLevel aimedAt,
            @Nullable Integer planned) {}

    /** The words about an action sheet. {@code noneBecause}: why no participation is planned, null where some is. */
    record Plate(Title title, @Nullable Title noneBecause) {}

    record Axis(String slug, Title title) {}

    /** {@code population}: null where it isn't known. */
    record Neighbourhood(String slug, Title name, @Nullable Integer population) {}
}
