package org.portevoix.sense;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.portevoix.participation.Period;

/**
 * What residents put first: the themes that most opinions speak of. The report on screen and the committee's pack both ask here,
 * so that they can't differ.
 */
@Singleton
public class FirstThemes {
    /** Below it a count would tell of few; and between two such numbers none tells of one. */
    private static final int STEP = 5;

    private static final int MOST = 12;

    private final Themes themes;

    FirstThemes(Themes themes) {
        this.themes = themes;
    }

    /** @param atLeast so many opinions or a few more, in fives (5, 10, 15...); null where hidden */
    public record First(String key, String name, @Nullable Long atLeast) {

        private long known() {
            Long count = atLeast;
            return count == null ? 0 : count;
        }
    }

    /**
     * Themes by how often opinions of this time speak of them, in fives. Those of the contract that few or none speak of are hidden,
     * one as the other; those that the team named aren't there before they reach five, since their very name would tell. Empty
     * where none reaches five.
     */
    public List<First> of(long contractId, Period period) {
        Map<String, Integer> counts = themes.countIn(contractId, period.firstKey(), period.lastKey());
        List<First> shown = new ArrayList<>();
        List<First> hidden = new ArrayList<>();
        themes.names(contractId).forEach((key, name) -> {
            long count = counts.getOrDefault(key, 0) / STEP * (long) STEP;
            if (count > 0) {
                shown.add(new First(key, name, count));
            } else if (Themes.isOfTheContract(key)) {
                hidden.add(new First(key, name, null));
            }
        });
        if (shown.isEmpty()) {
            return List.of();
        }
        shown.sort(Comparator.comparingLong(First::known).reversed().thenComparing(First::name));
        shown.addAll(hidden);
        return List.copyOf(shown.subList(0, Math.min(MOST, shown.size())));
    }
}
