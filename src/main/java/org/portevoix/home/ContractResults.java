package org.portevoix.home;

import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.portevoix.actionsheet.Judged;
import org.portevoix.actionsheet.SheetSummary;
import org.portevoix.actionsheet.SheetSummary.Counts;
import org.portevoix.contract.Territory;
import org.portevoix.contract.Visit;
import org.portevoix.language.Messages;
import org.portevoix.language.Translated;

/** What became of a contract's actions, axis by axis, beside what contracts of the region said in 2017. */
@Singleton
class ContractResults {

    /** Fewer are no base for a percentage. */
    private static final int LEAST_FOR_A_SHARE = 30;

    /**
     * Shares of the 492 sheets planned by 21 contracts of Île-de-France, as their coordinators declared from May to September
     * 2017; they had been chosen because they said that they had measured (ARS Île-de-France, évaluation des contrats locaux de
     * santé, 2018, annexe 2, question 1). "Not reached" was not among the answers.
     */
    private static final Map<Judged, Integer> IN_2017 =
            Map.of(Judged.REACHED, 64, Judged.PARTLY, 29, Judged.POSTPONED, 7);

    private final SheetSummary summary;
    private final Territory territory;
    private final Messages messages;

    ContractResults(SheetSummary summary, Territory territory, Messages messages) {
        this.summary = summary;
        this.territory = territory;
        this.messages = messages;
    }

    Results of(Visit visit) {
        Map<Long, Counts> byAxis = summary.byAxis(visit.contractId());
        Counts all = byAxis.values().stream().reduce(new Counts(Map.of()), Counts::and);
        return new Results(
                all.all(),
                all.judged() >= LEAST_FOR_A_SHARE,
                Arrays.stream(Judged.values())
                        .map(judged -> result(visit.lang(), judged, all))
                        .toList(),
                territory.axes(visit.contractId(), visit.lang()).stream()
                        .map(axis -> {
                            Counts counts = byAxis.getOrDefault(axis.row().id(), new Counts(Map.of()));
                            return new Axis(axis.slug(), axis.name(), axis.row().colour(), counts.all(), parts(counts));
                        })
                        .toList(),
                summary.byPathway(visit.contractId()).entrySet().stream()
                        .map(entry -> new Part(entry.getKey(), entry.getValue()))
                        .toList());
    }

    private static List<Part> parts(Counts counts) {
        return Arrays.stream(Judged.values())
                .filter(judged -> counts.of(judged) > 0)
                .map(judged -> new Part(judged.name(), counts.of(judged)))
                .toList();
    }

    private Result result(String lang, Judged judged, Counts all) {
        Integer before = IN_2017.get(judged);
        boolean isShared = all.judged() >= LEAST_FOR_A_SHARE && judged != Judged.NOT_YET;
        return new Result(
                judged.name(),
                all.of(judged),
                isShared ? percent(lang, (int) Math.round(100.0 * all.of(judged) / all.judged())) : null,
                before == null ? null : percent(lang, before));
    }

    private String percent(String lang, int percent) {
        return messages.say(lang, "home.contract.percent", Map.of("n", percent));
    }

    /**
     * @param sheets how many actions are published
     * @param isShared whether enough of them were judged for a share
     * @param pathway how many actions make each part of the health pathway easier
     */
    record Results(long sheets, boolean isShared, List<Result> lines, List<Axis> axes, List<Part> pathway) {}

    /**
     * A line of the table.
     *
     * @param share of the actions judged here; null where they are too few
     * @param before share in 2017; null where it was not asked
     */
    record Result(
            String judged,
            long count,
            @Nullable String share,
            @Nullable String before) {}

    /** @param parts what became of its actions, without what there is none of */
    record Axis(String slug, Translated name, int colour, long sheets, List<Part> parts) {}

    /** @param word of a fixed list */
    record Part(String word, long count) {}
}
