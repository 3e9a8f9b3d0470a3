package org.portevoix.pack;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.portevoix.report.Report.Row;
import org.portevoix.report.Report.Table;

/** What a pack tells otherwise than the one that it corrects. */
@Singleton
class Differences {
    /** Who corrects more than that reads the figures themselves. */
    private static final int MOST = 400;

    private final PackTables tables;
    private final PackWords words;

    Differences(PackTables tables, PackWords words) {
        this.tables = tables;
        this.words = words;
    }

    /** In the order of the later one; of the words of residents no more than how many there are. */
    List<Pack.Change> between(Pack before, Pack after) {
        Map<String, Table> former = new HashMap<>();
        tables.comparable(before).forEach(table -> former.put(table.key(), table));
        List<Pack.Change> changes = new ArrayList<>();
        for (Table table : tables.comparable(after)) {
            Table other = former.remove(table.key());
            compare(other, table, changes);
        }
        former.values().forEach(gone -> changes.add(new Pack.Change(gone.title(), "", "", there(), absent())));
        if (before.voices().size() != after.voices().size() || !before.voices().equals(after.voices())) {
            changes.add(voices(before.voices().size(), after.voices().size()));
        }
        if (changes.size() <= MOST) {
            return changes;
        }
        List<Pack.Change> first = new ArrayList<>(changes.subList(0, MOST));
        first.add(new Pack.Change(
                words.say("pack.desk.change.more", Map.of("count", changes.size() - MOST)), "", "", "", ""));
        return first;
    }

    /** Words that were there are no longer shown; how many are left. */
    Pack.Change wordsGone(int left) {
        return new Pack.Change(
                words.say("pack.desk.table.voices"),
                "",
                words.say("pack.desk.change.words_gone"),
                "",
                Integer.toString(left));
    }

    private Pack.Change voices(int before, int after) {
        return new Pack.Change(
                words.say("pack.desk.table.voices"),
                "",
                words.say("pack.desk.change.voices"),
                Integer.toString(before),
                Integer.toString(after));
    }

    private void compare(@Nullable Table before, Table after, List<Pack.Change> changes) {
        Map<String, Row> former = before == null ? new LinkedHashMap<>() : byKey(before.rows());
        Map<String, Row> now = byKey(after.rows());
        Map<String, String> same = same(former, now);
        now.forEach((key, row) -> {
            Row other = former.get(same.getOrDefault(key, ""));
            if (other == null || before == null) {
                changes.add(new Pack.Change(after.title(), row.title(), "", absent(), there()));
            } else {
                compare(after, cells(before, other), row, changes);
            }
        });
        former.keySet().removeAll(same.values());
        former.values().forEach(row -> changes.add(new Pack.Change(after.title(), row.title(), "", there(), absent())));
    }

    /** Rows of the same key are told apart by their order. */
    private static Map<String, Row> byKey(List<Row> rows) {
        Map<String, Row> byKey = new LinkedHashMap<>();
        for (Row row : rows) {
            String key = row.key();
            for (int turn = 2; byKey.containsKey(key); turn++) {
                key = row.key() + "#" + turn;
            }
            byKey.put(key, row);
        }
        return byKey;
    }

    /** The former key of each row; where its key is new (older packs knew titles alone), of the one that alone has its title. */
    private static Map<String, String> same(Map<String, Row> former, Map<String, Row> now) {
        Map<String, String> same = new HashMap<>();
        Map<String, List<String>> left = byTitle(former, now.keySet());
        Map<String, List<String>> wanted = byTitle(now, former.keySet());
        now.forEach((key, row) -> {
            List<String> candidates = left.getOrDefault(row.title(), List.of());
            if (former.containsKey(key)) {
                same.put(key, key);
            } else if (candidates.size() == 1
                    && wanted.getOrDefault(row.title(), List.of()).size() == 1) {
                same.put(key, candidates.getFirst());
            }
        });
        return same;
    }

    /** The keys of each title, without those that are known anyway. */
    private static Map<String, List<String>> byTitle(Map<String, Row> rows, Set<String> known) {
        Map<String, List<String>> byTitle = new HashMap<>();
        rows.forEach((key, row) -> {
            if (!known.contains(key)) {
                byTitle.computeIfAbsent(row.title(), unused -> new ArrayList<>())
                        .add(key);
            }
        });
        return byTitle;
    }

    private void compare(Table table, Map<String, String> before, Row row, List<Pack.Change> changes) {
        for (int column = 0; column < row.values().size(); column++) {
            String is = words.shown(row.values().get(column));
            String was = before.getOrDefault(table.columns().get(column).key(), "");
            if (!is.equals(was)) {
                changes.add(new Pack.Change(
                        table.title(), row.title(), table.columns().get(column).title(), was, is));
            }
        }
    }

    private Map<String, String> cells(Table table, Row row) {
        Map<String, String> cells = new HashMap<>();
        for (int column = 0; column < row.values().size(); column++) {
            cells.put(
                    table.columns().get(column).key(), words.shown(row.values().get(column)));
        }
        return cells;
    }

    private String absent() {
        return words.say("pack.desk.change.absent");
    }

    private String there() {
        return words.say("pack.desk.change.there");
    }
}
