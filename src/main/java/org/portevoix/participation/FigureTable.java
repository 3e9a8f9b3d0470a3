package org.portevoix.participation;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A breakdown of an edition: its categories, for the whole time and month by month, each with its number in {@link SmallCells}. */
final class FigureTable {
    /** What a category counts: acts of individuals, which may have to be hidden, and heads, which need not. */
    static final class Count {
        private long acts;
        private long sensitiveActs;
        private long heads;
        private boolean isSensitive;

        void add(EditionCell cell) {
            acts += cell.acts();
            sensitiveActs += cell.sensitiveActs();
            heads += cell.heads();
        }

        void add(Count other) {
            acts += other.acts;
            sensitiveActs += other.sensitiveActs;
            heads += other.heads;
        }

        void sensitive() {
            isSensitive = true;
        }

        long acts() {
            return acts;
        }

        long shown() {
            return acts + heads;
        }

        int minimum() {
            return isSensitive || sensitiveActs != 0 ? SmallCells.SENSITIVE_MINIMUM : SmallCells.MINIMUM;
        }

        int cell(SmallCells cells, int weight) {
            return heads == 0 ? cells.cell(acts, minimum(), weight) : cells.cellShownAtZero(acts, minimum(), weight);
        }
    }

    private final Map<String, Count> whole = new LinkedHashMap<>();
    private final Map<String, Map<YearMonth, Count>> monthly = new LinkedHashMap<>();
    private final Map<String, Integer> wholeCells = new LinkedHashMap<>();
    private final Map<String, Map<YearMonth, Integer>> monthlyCells = new LinkedHashMap<>();

    /** Lists a category, so that it shows even with nothing in it. */
    void category(String key, boolean isSensitive, List<YearMonth> months) {
        if (!whole.containsKey(key)) {
            whole.put(key, new Count());
            Map<YearMonth, Count> counts = new LinkedHashMap<>();
            months.forEach(month -> counts.put(month, new Count()));
            monthly.put(key, counts);
        }
        if (isSensitive) {
            count(key).sensitive();
            months(key).values().forEach(Count::sensitive);
        }
    }

    void add(String key, EditionCell cell) {
        count(key).add(cell);
        Count month = cell.month() == null ? null : months(key).get(cell.month());
        if (month != null) {
            month.add(cell);
        }
    }

    Count count(String key) {
        Count count = whole.get(key);
        if (count == null) {
            throw new IllegalArgumentException(key);
        }
        return count;
    }

    Map<YearMonth, Count> months(String key) {
        return monthly.getOrDefault(key, Map.of());
    }

    List<String> keys() {
        return List.copyOf(whole.keySet());
    }

    /** Makes the cells: each category and each of its months, which add up to it. */
    void cells(SmallCells cells, int wholeWeight, int monthWeight) {
        whole.forEach((key, count) -> {
            int of = count.cell(cells, wholeWeight);
            wholeCells.put(key, of);
            Map<YearMonth, Integer> byMonth = new LinkedHashMap<>();
            months(key).forEach((month, part) -> byMonth.put(month, part.cell(cells, monthWeight)));
            monthlyCells.put(key, byMonth);
            cells.sum(of, numbers(byMonth.values()));
        });
    }

    int cell(String key) {
        Integer cell = wholeCells.get(key);
        if (cell == null) {
            throw new IllegalArgumentException(key);
        }
        return cell;
    }

    int[] cells() {
        return numbers(wholeCells.values());
    }

    int cell(String key, YearMonth month) {
        Integer cell = monthlyCells.getOrDefault(key, Map.of()).get(month);
        if (cell == null) {
            throw new IllegalArgumentException(key + " " + month);
        }
        return cell;
    }

    int[] cells(YearMonth month) {
        return wholeCells.keySet().stream().mapToInt(key -> cell(key, month)).toArray();
    }

    /** What may be shown of the months asked for; where anything can't, zeros aren't either. */
    Map<String, @Nullable Long> shown(BitSet hidden, MonthRange range) {
        Map<String, @Nullable Long> values = new LinkedHashMap<>();
        whole.keySet().forEach(key -> values.put(key, shown(key, hidden, range)));
        return withoutZerosBesideHidden(values);
    }

    private @Nullable Long shown(String key, BitSet hidden, MonthRange range) {
        boolean isWholeShown = !hidden.get(cell(key));
        if (range.isWhole()) {
            return isWholeShown ? count(key).shown() : null;
        }
        long inside = 0;
        boolean isInsideShown = true;
        boolean isOutsideShown = isWholeShown;
        for (Map.Entry<YearMonth, Count> month : months(key).entrySet()) {
            boolean isShown = !hidden.get(cell(key, month.getKey()));
            if (range.contains(month.getKey())) {
                inside += month.getValue().shown();
                isInsideShown &= isShown;
            } else {
                isOutsideShown &= isShown;
            }
        }
        return isInsideShown || isOutsideShown ? inside : null;
    }

    static Map<String, @Nullable Long> withoutZerosBesideHidden(Map<String, @Nullable Long> values) {
        if (values.containsValue(null)) {
            values.replaceAll((key, value) -> value != null && value == 0 ? null : value);
        }
        return Collections.unmodifiableMap(values);
    }

    static int[] numbers(Iterable<Integer> cells) {
        List<Integer> list = new ArrayList<>();
        cells.forEach(list::add);
        return list.stream().mapToInt(Integer::intValue).toArray();
    }

    @Override
    public String toString() {
        return whole.keySet() + Arrays.toString(cells());
    }
}
