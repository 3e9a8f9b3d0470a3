package org.portevoix.participation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** The groups of acts alike of some lines, without a database. */
final class SampleFacts {
    private static final Set<Dimension> TOLD = Set.of(
            Dimension.ALL,
            Dimension.PHASE,
            Dimension.HOME,
            Dimension.RELAY,
            Dimension.LANGUAGE,
            Dimension.AGE,
            Dimension.GENDER);

    private SampleFacts() {}

    /** As the site draws them from its secret. */
    static ToLongFunction<EvidenceFact> thresholds(long seed) {
        return fact -> fact.atLeast()
                + new Random(seed ^ fact.toString().hashCode())
                        .nextLong(Math.max(1, fact.atLeast() / EvidenceFacts.TIMES));
    }

    static List<FactGroup> of(Collection<LedgerLine> lines) {
        Map<FactGroup, Long> counts = new LinkedHashMap<>();
        Set<FactGroup> sensitive = new HashSet<>();
        for (LedgerLine line : lines) {
            for (FactGroup group : groups(line)) {
                counts.merge(group, (long) line.count(), Long::sum);
                if (line.isSensitive()) {
                    sensitive.add(group);
                }
            }
        }
        List<FactGroup> groups = new ArrayList<>();
        counts.forEach((group, count) -> groups.add(with(group, sensitive.contains(group), count)));
        return groups;
    }

    /** The groups that a line is in, of all levels and of its own, without a count, as if nothing were sensitive. */
    static List<FactGroup> groups(LedgerLine line) {
        List<FactGroup> groups = new ArrayList<>();
        for (Dimension.Place place : SampleCube.told(line).places()) {
            if (TOLD.contains(place.dimension())) {
                groups.add(group(place, line, null));
                groups.add(group(place, line, line.level()));
            }
        }
        return groups;
    }

    private static FactGroup group(Dimension.Place place, LedgerLine line, @Nullable ParticipationLevel level) {
        return new FactGroup(
                place.dimension(),
                place.category(),
                level,
                line.month(),
                line.act(),
                line.act() == Act.HEAD_COUNT && !line.isSensitive(),
                line.actionSheetId(),
                java.util.Objects.requireNonNull(line.channel()),
                false,
                0);
    }

    static FactGroup with(FactGroup group, boolean isSensitive, long count) {
        return new FactGroup(
                group.dimension(),
                group.category(),
                group.level(),
                group.month(),
                group.act(),
                group.isHeads(),
                group.sheet(),
                group.channel(),
                isSensitive,
                count);
    }
}
