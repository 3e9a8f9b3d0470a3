package org.portevoix.actionsheet;

import jakarta.inject.Singleton;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.portevoix.web.PageChanges;
import org.portevoix.web.Remembered;

/** How many of a contract's published actions reached their aim, axis by axis, and what they make easier. */
@Singleton
public class SheetSummary {

    /** Words of a contract's file, in the order in which pages tell them. */
    private static final List<String> PATHWAY =
            List.of("geographic", "financial", "cultural", "administrative", "offer", "readability", "quality");

    private static final int MOST_CONTRACTS = 200;

    private final ActionSheetRepository sheets;
    private final Remembered<Long, Map<Long, Counts>> byAxis;
    private final Remembered<Long, Map<String, Long>> byPathway;

    SheetSummary(ActionSheetRepository sheets, PageChanges changes) {
        this.sheets = sheets;
        this.byAxis = changes.remember(MOST_CONTRACTS);
        this.byPathway = changes.remember(MOST_CONTRACTS);
    }

    /** By the axis's id; an axis without actions is left out. */
    public Map<Long, Counts> byAxis(long contractId) {
        return byAxis.get(contractId, Set.of(ActionSheets.listTag(contractId)), () -> countByAxis(contractId));
    }

    /** How many actions make each part of the health pathway easier; an action may count in several. */
    public Map<String, Long> byPathway(long contractId) {
        return byPathway.get(contractId, Set.of(ActionSheets.listTag(contractId)), () -> countByPathway(contractId));
    }

    private Map<Long, Counts> countByAxis(long contractId) {
        return sheets.countByStanding(contractId).stream()
                .collect(Collectors.groupingBy(
                        AxisStanding::axisId, Collectors.collectingAndThen(Collectors.toList(), SheetSummary::counts)));
    }

    private Map<String, Long> countByPathway(long contractId) {
        Map<String, Long> counts = new LinkedHashMap<>();
        List<Improved> improved = sheets.countByPathway(contractId);
        for (String word : PATHWAY) {
            long found = improved.stream()
                    .filter(one -> ActionSheet.words(one.pathway()).contains(word))
                    .mapToLong(Improved::sheets)
                    .sum();
            if (found > 0) {
                counts.put(word, found);
            }
        }
        return counts;
    }

    /** How many actions say of no part of the health pathway that they make it easier. */
    public long withoutPathway(long contractId) {
        return sheets.countWithoutPathway(contractId);
    }

    private static Counts counts(List<AxisStanding> standings) {
        Map<Judged, Long> counts = new EnumMap<>(Judged.class);
        standings.forEach(one -> counts.merge(one.judged(), one.sheets(), Long::sum));
        return new Counts(counts);
    }

    /** @param by what is not there is none */
    public record Counts(Map<Judged, Long> by) {

        public long of(Judged judged) {
            return by.getOrDefault(judged, 0L);
        }

        public long all() {
            return by.values().stream().mapToLong(Long::longValue).sum();
        }

        /** Those of which it is known what became of them: the base of a share. */
        public long judged() {
            return all() - of(Judged.NOT_YET);
        }

        public Counts and(Counts other) {
            Map<Judged, Long> both = new EnumMap<>(Judged.class);
            by.forEach((judged, count) -> both.merge(judged, count, Long::sum));
            other.by.forEach((judged, count) -> both.merge(judged, count, Long::sum));
            return new Counts(both);
        }
    }
}
