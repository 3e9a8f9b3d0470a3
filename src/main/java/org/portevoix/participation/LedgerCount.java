package org.portevoix.participation;

import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the lines of a contract add up to, when an edition is made: sums that were read at one moment. */
record LedgerCount(List<CubeCell> sums) {

    private record Key(
            Breakdown breakdown,
            String category,
            @Nullable ParticipationLevel level,
            @Nullable YearMonth month) {}

    private static final class Sum {
        private long acts;
        private long sensitiveActs;
        private long heads;
        private long moved;

        private void add(CubeCell cell) {
            if (cell.isHeads()) {
                heads += cell.count();
            } else {
                acts += cell.count();
                moved += cell.moved();
                sensitiveActs += cell.isSensitive() ? cell.count() : 0;
            }
        }
    }

    /** How many individual acts the lines moved. */
    long actCount() {
        return moved(false);
    }

    /** How many heads the lines moved. */
    long headCount() {
        return moved(true);
    }

    private long moved(boolean areHeads) {
        return sums.stream()
                .filter(cell -> cell.dimension() == Dimension.ALL && cell.act().kind() != LineKind.ACTIVITY)
                .filter(cell -> cell.isHeads() == areHeads)
                .mapToLong(CubeCell::moved)
                .sum();
    }

    /** The figures of an edition made now. */
    List<EditionCell> cells() {
        Map<Key, Sum> cells = new HashMap<>();
        for (CubeCell sum : sums) {
            switch (sum.act().kind()) {
                case INTENTION -> add(cells, new Key(Breakdown.INTENTION, "", null, sum.month()), sum);
                case PARTICIPATION -> addParticipation(cells, sum);
                case ACTIVITY -> {
                    // What the contract did is nobody's participation.
                }
            }
        }
        return cells.entrySet().stream()
                .map(entry -> cell(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static void addParticipation(Map<Key, Sum> cells, CubeCell sum) {
        YearMonth month = sum.month();
        ParticipationLevel level = sum.level() == null ? ParticipationLevel.SPECTATOR : sum.level();
        String category = sum.category();
        switch (sum.dimension()) {
            case ALL -> {
                add(cells, new Key(Breakdown.MONTH, "", null, month), sum);
                add(cells, new Key(Breakdown.LEVEL, level.name(), null, month), sum);
            }
            case CHANNEL -> {
                String channel = category.isEmpty() ? Channel.MEETING.name() : category;
                add(cells, new Key(Breakdown.CHANNEL, channel, null, month), sum);
            }
            case HOME -> {
                String home = category.isEmpty() ? LedgerLine.UNKNOWN : category;
                add(cells, new Key(Breakdown.NEIGHBOURHOOD, home, null, month), sum);
            }
            case ACTION -> {
                add(cells, new Key(Breakdown.ACTION, category, null, month), sum);
                add(cells, new Key(Breakdown.ACTION_LEVEL, category, level, null), sum);
                if (sum.act() == Act.SEAT) {
                    add(cells, new Key(Breakdown.SEAT, category, null, null), sum);
                }
            }
            default -> {
                // The public figures are cut in no other way.
            }
        }
    }

    private static void add(Map<Key, Sum> cells, Key key, CubeCell sum) {
        cells.computeIfAbsent(key, unused -> new Sum()).add(sum);
    }

    private static EditionCell cell(Key key, Sum sum) {
        return new EditionCell(
                key.breakdown(),
                key.category(),
                key.level(),
                key.month(),
                sum.acts,
                sum.sensitiveActs,
                sum.heads,
                sum.moved);
    }
}
