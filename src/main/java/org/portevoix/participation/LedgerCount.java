package org.portevoix.participation;

import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the lines of a contract add up to, group by group, when an edition is made. */
record LedgerCount(List<Group> groups) {

    /** {@code count}: with corrections taken off. {@code moved}: what lines added and took off, both counted. */
    record Group(
            LineKind kind,
            YearMonth month,
            Act act,
            @Nullable ParticipationLevel level,
            @Nullable Channel channel,
            @Nullable String actionSheet,
            @Nullable String home,
            boolean isSensitive,
            long count,
            long moved) {

        /** A head-count of a sensitive session is no public fact: it is protected as acts are. */
        boolean isHeads() {
            return act == Act.HEAD_COUNT && !isSensitive;
        }
    }

    private record Key(
            Breakdown breakdown,
            String category,
            @Nullable ParticipationLevel level,
            @Nullable YearMonth month) {}

    private static final class Sum {
        private long acts;
        private long sensitiveActs;
        private long heads;

        private void add(Group group) {
            if (group.isHeads()) {
                heads += group.count();
            } else {
                acts += group.count();
                sensitiveActs += group.isSensitive() ? group.count() : 0;
            }
        }
    }

    /** How many individual acts the lines moved. */
    long actCount() {
        return groups.stream()
                .filter(group -> !group.isHeads())
                .mapToLong(Group::moved)
                .sum();
    }

    /** How many heads the lines moved. */
    long headCount() {
        return groups.stream().filter(Group::isHeads).mapToLong(Group::moved).sum();
    }

    /** The figures of an edition made now. */
    List<EditionCell> cells() {
        Map<Key, Sum> sums = new HashMap<>();
        for (Group group : groups) {
            if (group.kind() == LineKind.INTENTION) {
                add(sums, new Key(Breakdown.INTENTION, "", null, group.month()), group);
            } else {
                addParticipation(sums, group);
            }
        }
        return sums.entrySet().stream()
                .map(entry -> cell(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static void addParticipation(Map<Key, Sum> sums, Group group) {
        YearMonth month = group.month();
        ParticipationLevel level = group.level() == null ? ParticipationLevel.SPECTATOR : group.level();
        Channel channel = group.channel() == null ? Channel.MEETING : group.channel();
        String home = group.home() == null || group.home().isEmpty() ? LedgerLine.UNKNOWN : group.home();
        String action = group.actionSheet() == null ? "" : group.actionSheet();
        add(sums, new Key(Breakdown.MONTH, "", null, month), group);
        add(sums, new Key(Breakdown.LEVEL, level.name(), null, month), group);
        add(sums, new Key(Breakdown.CHANNEL, channel.name(), null, month), group);
        add(sums, new Key(Breakdown.NEIGHBOURHOOD, home, null, month), group);
        add(sums, new Key(Breakdown.ACTION, action, null, month), group);
        add(sums, new Key(Breakdown.ACTION_LEVEL, action, level, null), group);
        if (group.act() == Act.SEAT) {
            add(sums, new Key(Breakdown.SEAT, action, null, null), group);
        }
    }

    private static void add(Map<Key, Sum> sums, Key key, Group group) {
        sums.computeIfAbsent(key, unused -> new Sum()).add(group);
    }

    private static EditionCell cell(Key key, Sum sum) {
        return new EditionCell(
                key.breakdown(), key.category(), key.level(), key.month(), sum.acts, sum.sensitiveActs, sum.heads);
    }
}
