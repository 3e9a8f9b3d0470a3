package org.portevoix.actionsheet;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.portevoix.contract.Territory;
import org.portevoix.language.Language;

/** What the published sheets of a contract promise, and what held them up or helped: what the committee's report follows. */
@Singleton
public class SheetAims {
    /** The words that a step may say helped, as the table holds them; from the evaluation of Île-de-France (2018). */
    public static final List<String> LEVERS = List.of(
            "COORDINATION",
            "LOCAL_OFFER",
            "NETWORK",
            "PARTNERS",
            "SHARED_CULTURE",
            "COMMON_INTEREST",
            "RESIDENTS",
            "CLEAR_AIMS",
            "CROSS_SECTOR",
            "TOWN_SERVICES");

    private final ActionSheetRepository sheets;
    private final Territory territory;

    SheetAims(ActionSheetRepository sheets, Territory territory) {
        this.sheets = sheets;
        this.territory = territory;
    }

    /**
     * The places where each sheet that is stronger where need is greater promises more, by the sheet's id: slugs, none where
     * it names none. In the contract's own order; other sheets are left out.
     */
    public Map<Long, Set<String>> strongerPlaces(long contractId) {
        Map<Long, String> places = new HashMap<>();
        territory
                .neighbourhoods(contractId, Language.SOURCE)
                .forEach(each -> places.put(each.row().id(), each.slug()));
        Map<Long, Set<String>> stronger = new LinkedHashMap<>();
        for (StrongerPlace each : sheets.findStrongerPlaces(contractId)) {
            Set<String> slugs = stronger.computeIfAbsent(each.actionSheetId(), unused -> new TreeSet<>());
            String slug = each.neighbourhoodId() == null ? null : places.get(each.neighbourhoodId());
            if (slug != null) {
                slugs.add(slug);
            }
        }
        return stronger;
    }

    /** The dated steps of all the sheets, the first to the last of each. */
    public List<Step> steps(long contractId) {
        return sheets.findSteps(contractId).stream()
                .map(each ->
                        new Step(each.actionSheetId(), each.changedOn(), each.isHeldUp(), each.reason(), each.lever()))
                .toList();
    }

    /** In how many sheets each language is said to be spoken on the spot, by its code. */
    public Map<String, Long> languages(long contractId) {
        Map<String, Long> counts = new TreeMap<>();
        for (SpokenThere each : sheets.countByLanguages(contractId)) {
            for (String code : ActionSheet.words(each.languages())) {
                counts.merge(code, each.sheets(), Long::sum);
            }
        }
        return counts;
    }

    /** What the steps of some sheets say, by the word; {@code ""} counts those held up for no reason that is said. */
    public static Map<String, Long> hindrances(List<Step> steps) {
        Map<String, Long> counts = new LinkedHashMap<>();
        for (Step step : steps) {
            if (step.reason() != null || step.isHeldUp()) {
                counts.merge(step.reason() == null ? "" : step.reason(), 1L, Long::sum);
            }
        }
        return counts;
    }

    /** What helped, by the word. */
    public static Map<String, Long> levers(List<Step> steps) {
        Map<String, Long> counts = new LinkedHashMap<>();
        for (Step step : steps) {
            if (step.lever() != null) {
                counts.merge(step.lever(), 1L, Long::sum);
            }
        }
        return counts;
    }

    /**
     * A dated step of a sheet.
     *
     * @param isHeldUp postponed, redirected or dropped; or judged not reached, or partly
     * @param reason of what held it up, null where none is said; {@code lever} what helped, likewise
     */
    public record Step(
            long sheetId,
            LocalDate on,
            boolean isHeldUp,
            @Nullable String reason,
            @Nullable String lever) {}
}
