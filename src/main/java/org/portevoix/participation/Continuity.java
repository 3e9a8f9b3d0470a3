package org.portevoix.participation;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whether those who were there at the diagnosis still are at the evaluation: for each neighbourhood (or channel), the phases
 * in which it took part. A neighbourhood is continuous when it took part in every phase that has any participation.
 *
 * <p>Source: the ledger, phase of the occasion. Limits: a phase in which its figure is hidden is told as hidden, never as
 * absent; participations without a phase are left out.
 */
public record Continuity(Set<Phase> phases, List<Line> lines) {

    /** {@code hidden}: phases of which nothing may be told. */
    public record Line(String category, Set<Phase> present, Set<Phase> hidden, boolean isContinuous) {}

    /** {@code counts}: by category, by phase; null where hidden. */
    public static Continuity of(Map<String, Map<Phase, @Nullable Long>> counts) {
        Set<Phase> seen = EnumSet.noneOf(Phase.class);
        counts.values()
                .forEach(byPhase -> byPhase.forEach((phase, acts) -> {
                    if (acts == null || acts > 0) {
                        seen.add(phase);
                    }
                }));
        List<Line> lines = new ArrayList<>();
        counts.forEach((category, byPhase) -> {
            Set<Phase> present = EnumSet.noneOf(Phase.class);
            Set<Phase> hidden = EnumSet.noneOf(Phase.class);
            byPhase.forEach((phase, acts) -> {
                if (acts == null) {
                    hidden.add(phase);
                } else if (acts > 0) {
                    present.add(phase);
                }
            });
            lines.add(new Line(category, present, hidden, !seen.isEmpty() && present.containsAll(seen)));
        });
        return new Continuity(seen, List.copyOf(lines));
    }
}
