package org.portevoix.participation;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A breakdown of an edition: its categories, for the whole time, by years, half years and months, each with its number in {@link
 * SmallCells}.
 */
final class FigureTable {
    /** What a category counts: acts of individuals, which may have to be hidden, and heads, which need not. */
    static final class Count {
        private long acts;
        private long sensitiveActs;
        private long heads;
        private long moved;
        private boolean isSensitive;

        void add(EditionCell cell) {
            acts += cell.acts();
            sensitiveActs += cell.sensitiveActs();
            heads += cell.heads();
            moved += cell.moved();
        }

        void add(Count other) {
            acts += other.acts;
            sensitiveActs += other.sensitiveActs;
            heads += other.heads;
            moved += other.moved;
        }

        void sensitive() {
            isSensitive = true;
        }

        long acts() {
            return acts;
        }

        long heads() {
            return heads;
        }

        /** How many acts were received or taken back. */
        long moved() {
            return moved;
        }

        long shown() {
            return acts + heads;
        }

        int minimum() {
            return isSensitive || sensitiveActs != 0 ? SmallCells.SENSITIVE_MINIMUM : SmallCells.MINIMUM;
        }
    }

    /** What the table is cut by, with which the names of its cells begin. */
    private final String title;

    private final Map<String, Count> whole = new LinkedHashMap<>();
    private final Map<String, Map<Period, Count>> ofPeriods = new LinkedHashMap<>();
    private final Map<String, Map<YearMonth, Count>> monthly = new LinkedHashMap<>();
    private final Map<String, Integer> wholeCells = new LinkedHashMap<>();
    private final Map<String, Map<Period, Integer>> periodCells = new LinkedHashMap<>();
    private final Map<String, Map<YearMonth, Integer>> monthlyCells = new LinkedHashMap<>();

    FigureTable(String title) {
        this.title = title;
    }

    /** Lists a category, so that it shows even with nothing in it. */
    void category(String key, boolean isSensitive, List<YearMonth> months) {
        if (!whole.containsKey(key)) {
            whole.put(key, new Count());
            Map<YearMonth, Count> counts = new LinkedHashMap<>();
            Map<Period, Count> longer = new LinkedHashMap<>();
            for (YearMonth month : months) {
                counts.put(month, new Count());
                parts(month).forEach(period -> longer.putIfAbsent(period, new Count()));
            }
            monthly.put(key, counts);
            ofPeriods.put(key, longer);
        }
        if (isSensitive) {
            count(key).sensitive();
            periods(key).values().forEach(Count::sensitive);
            months(key).values().forEach(Count::sensitive);
        }
    }

    void add(String key, EditionCell cell) {
        count(key).add(cell);
        YearMonth month = cell.month();
        Count count = month == null ? null : months(key).get(month);
        if (month != null && count != null) {
            count.add(cell);
            parts(month)
                    .forEach(period ->
                            Objects.requireNonNull(periods(key).get(period)).add(cell));
        }
    }

    /** The half year and the year of a month. */
    static List<Period> parts(YearMonth month) {
        return Period.of(month).stream().filter(period -> !period.isWhole()).toList();
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

    private Map<Period, Count> periods(String key) {
        return ofPeriods.getOrDefault(key, Map.of());
    }

    /** What a month of a category counts; empty where it isn't listed. */
    Optional<Count> find(String key, YearMonth month) {
        return Optional.ofNullable(months(key).get(month));
    }

    List<String> keys() {
        return List.copyOf(whole.keySet());
    }

    /** Makes the cells: each category, its years, their halves and their months, which add up to each other. */
    void cells(NamedCells cells, int wholeWeight, int periodWeight, int monthWeight) {
        whole.forEach((key, count) -> {
            String name = title + " " + key;
            int of = cells.cell(name, count, wholeWeight);
            wholeCells.put(key, of);
            Map<Period, Integer> byPeriod = new LinkedHashMap<>();
            periods(key)
                    .forEach((period, part) ->
                            byPeriod.put(period, cells.cell(name + " " + period.key(), part, periodWeight)));
            periodCells.put(key, byPeriod);
            Map<YearMonth, Integer> byMonth = new LinkedHashMap<>();
            months(key).forEach((month, part) -> byMonth.put(month, cells.cell(name + " " + month, part, monthWeight)));
            monthlyCells.put(key, byMonth);
            addUp(cells, of, byPeriod, byMonth);
        });
    }

    /** The years add up to the whole, their halves to them, the months to the halves. */
    static void addUp(NamedCells cells, int whole, Map<Period, Integer> byPeriod, Map<YearMonth, Integer> byMonth) {
        Map<Integer, List<Integer>> parts = new LinkedHashMap<>();
        byPeriod.forEach((period, cell) -> {
            Integer around = period.isYear()
                    ? Integer.valueOf(whole)
                    : byPeriod.get(period.around().orElseThrow());
            parts.computeIfAbsent(Objects.requireNonNull(around), unused -> new ArrayList<>())
                    .add(cell);
        });
        byMonth.forEach((month, cell) -> {
            Integer around = byPeriod.get(Period.halfOf(month));
            parts.computeIfAbsent(Objects.requireNonNull(around), unused -> new ArrayList<>())
                    .add(cell);
        });
        parts.forEach((total, those) -> cells.sum(total, numbers(those)));
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

    int cell(String key, Period period) {
        Integer cell = periodCells.getOrDefault(key, Map.of()).get(period);
        if (cell == null) {
            throw new IllegalArgumentException(key + " " + period);
        }
        return cell;
    }

    int[] cells(Period period) {
        return wholeCells.keySet().stream().mapToInt(key -> cell(key, period)).toArray();
    }

    int[] cells(YearMonth month) {
        return wholeCells.keySet().stream().mapToInt(key -> cell(key, month)).toArray();
    }

    /** What may be shown of the months asked for; where anything can't, zeros aren't either. */
    Map<String, @Nullable Long> shown(NamedCells hidden, MonthRange range) {
        Map<String, @Nullable Long> values = new LinkedHashMap<>();
        whole.keySet().forEach(key -> values.put(key, shown(key, hidden, range)));
        return withoutZerosBesideHidden(values);
    }

    private @Nullable Long shown(String key, NamedCells hidden, MonthRange range) {
        boolean isWholeShown = !hidden.isHidden(cell(key));
        if (range.isWhole()) {
            return isWholeShown ? count(key).shown() : null;
        }
        long inside = 0;
        boolean isInsideShown = true;
        boolean isOutsideShown = isWholeShown;
        for (Map.Entry<YearMonth, Count> month : months(key).entrySet()) {
            boolean isShown = !hidden.isHidden(cell(key, month.getKey()));
            if (range.contains(month.getKey())) {
                inside += month.getValue().shown();
                isInsideShown &= isShown;
            } else {
                isOutsideShown &= isShown;
            }
        }
        boolean isPeriodShown = periodCells.getOrDefault(key, Map.of()).entrySet().stream()
                .anyMatch(period -> !hidden.isHidden(period.getValue())
                        && isSame(range, period.getKey(), months(key).keySet()));
        return isInsideShown || isOutsideShown || isPeriodShown ? inside : null;
    }

    /** Whether the months asked for are those of this period, of all that there are. */
    static boolean isSame(MonthRange range, Period period, Collection<YearMonth> months) {
        return months.stream().allMatch(month -> range.contains(month) == period.contains(month));
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
