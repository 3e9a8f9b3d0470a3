package org.portevoix.participation;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.portevoix.participation.EvidenceCell.Name;

/** All figures of the report, of all its periods, and which of them add up to which: whatever is hidden. */
final class EvidenceSums {
    /** What a figure counts. {@code moved}: acts received or taken back. */
    static final class Sum {
        private long acts;
        private long sensitiveActs;
        private long heads;
        private long moved;

        private void add(CubeCell cell) {
            moved += cell.isHeads() ? 0 : cell.moved();
            if (cell.isHeads()) {
                heads += cell.count();
            } else {
                acts += cell.count();
                sensitiveActs += cell.isSensitive() ? cell.count() : 0;
            }
        }

        long acts() {
            return acts;
        }

        long sensitiveActs() {
            return sensitiveActs;
        }

        long heads() {
            return heads;
        }

        long moved() {
            return moved;
        }
    }

    /** A figure, and those that add up to it. */
    record Total(Name total, List<Name> parts) {}

    private final EvidenceTables.Shape shape;
    private final Map<Name, Sum> sums = new LinkedHashMap<>();
    private final Map<Name, Integer> numbers = new HashMap<>();
    private final List<Name> names = new ArrayList<>();
    private final List<Total> totals = new ArrayList<>();
    private final Map<Cut, Set<String>> categories = new EnumMap<>(Cut.class);
    private final Set<Period> periods = new TreeSet<>();
    private final TreeSet<YearMonth> months = new TreeSet<>();

    EvidenceSums(EvidenceTables.Shape shape, Collection<CubeCell> cells) {
        this.shape = shape;
        cells.stream().filter(cell -> cell.level() != null).forEach(this::count);
        complete();
        addUp();
    }

    /** Every figure, in the order of its number. */
    List<Name> names() {
        return names;
    }

    List<Total> totals() {
        return totals;
    }

    /** The number of a figure; null where there is no such one. */
    @Nullable
    Integer find(Name name) {
        return numbers.get(name);
    }

    int number(Name name) {
        Integer number = numbers.get(name);
        if (number == null) {
            throw new IllegalArgumentException(name.toString());
        }
        return number;
    }

    Sum of(Name name) {
        return Objects.requireNonNull(sums.get(name));
    }

    private void count(CubeCell cell) {
        String level = Objects.requireNonNull(cell.level()).key();
        months.add(cell.month());
        for (Period period : Period.of(cell.month())) {
            periods.add(period);
            switch (cell.dimension()) {
                case ALL -> {
                    add(new Name(period, Cut.TOTAL, ""), cell);
                    add(new Name(period, Cut.LEVEL, level), cell);
                    if (period.isWhole()) {
                        leveled(period, Cut.MONTH, cell.month().toString(), level, cell);
                    }
                }
                case ACTION -> {
                    leveled(period, Cut.ACTION, slug(cell.category()), level, cell);
                    leveled(period, Cut.AXIS, axis(cell.category()), level, cell);
                }
                case HOME -> {
                    leveled(period, Cut.NEIGHBOURHOOD, known(cell.category()), level, cell);
                    if (shape.hasAreas()) {
                        leveled(
                                period,
                                Cut.AREA,
                                shape.areas().getOrDefault(cell.category(), Cut.UNKNOWN),
                                level,
                                cell);
                    }
                }
                case PHASE -> leveled(period, Cut.PHASE, known(cell.category()), level, cell);
                case CHANNEL -> leveled(period, Cut.CHANNEL, known(cell.category()), level, cell);
                case RELAY -> leveled(period, Cut.RELAY, known(cell.category()), level, cell);
                case LANGUAGE -> leveled(period, Cut.LANGUAGE, known(cell.category()), level, cell);
                case AGE -> leveled(period, Cut.AGE, known(cell.category()), level, cell);
                case GENDER -> leveled(period, Cut.GENDER, known(cell.category()), level, cell);
                case ACTION_FIRST -> {
                    add(new Name(period, Cut.FIRST, known(cell.second())), cell);
                    add(new Name(period, Cut.ACTION_FIRST, slug(cell.first()), known(cell.second())), cell);
                }
                case HOME_FIRST ->
                    add(new Name(period, Cut.NEIGHBOURHOOD_FIRST, known(cell.first()), known(cell.second())), cell);
                case HOME_PHASE ->
                    add(new Name(period, Cut.NEIGHBOURHOOD_PHASE, known(cell.first()), known(cell.second())), cell);
                case CHANNEL_PHASE ->
                    add(new Name(period, Cut.CHANNEL_PHASE, known(cell.first()), known(cell.second())), cell);
                case SESSION, SESSION_OF -> {
                    // What the contract held is no act of a person: it is in no table that hides.
                }
            }
        }
    }

    private void leveled(Period period, Cut cut, String category, String level, CubeCell cell) {
        add(new Name(period, cut, category, level), cell);
        add(new Name(period, cut, category), cell);
    }

    private void add(Name name, CubeCell cell) {
        sums.computeIfAbsent(name, unused -> new Sum()).add(cell);
        category(name.cut(), name.category());
    }

    private String slug(String sheet) {
        return shape.sheets().getOrDefault(sheet, Figures.NO_ACTION);
    }

    private String axis(String sheet) {
        return shape.axes().getOrDefault(slug(sheet), Figures.NO_AXIS);
    }

    private static String known(String category) {
        return category.isEmpty() ? Cut.UNKNOWN : category;
    }

    /** Every figure of every category that ever had an act, in every period, zeros as well. */
    private void complete() {
        if (!months.isEmpty()) {
            YearMonth last = months.last();
            for (YearMonth month = months.first(); month.isBefore(last); month = month.plusMonths(1)) {
                months.add(month);
                periods.addAll(Period.of(month));
                category(Cut.MONTH, month.toString());
            }
        }
        for (Cut columns : List.of(Cut.LEVEL, Cut.FIRST, Cut.PHASE)) {
            shape.listed().getOrDefault(columns, Set.of()).forEach(key -> category(columns, key));
        }
        shape.listed().forEach((cut, keys) -> {
            if (!categories(cut).containsAll(keys)) {
                category(cut, EvidenceTables.NEVER);
            }
        });
        for (Period period : periods) {
            categories.forEach((cut, keys) -> {
                if (cut != Cut.MONTH || period.isWhole()) {
                    for (String key : keys) {
                        parts(cut).forEach(part -> list(new Name(period, cut, key, part)));
                        if (cut.parts() == Cut.Parts.NONE || cut.parts() == Cut.Parts.LEVELS) {
                            list(new Name(period, cut, key));
                        }
                    }
                }
            });
        }
    }

    private void category(Cut cut, String key) {
        categories.computeIfAbsent(cut, unused -> new TreeSet<>()).add(key);
    }

    private void list(Name name) {
        numbers.put(name, names.size());
        names.add(name);
        sums.computeIfAbsent(name, unused -> new Sum());
    }

    private Collection<String> parts(Cut cut) {
        return switch (cut.parts()) {
            case NONE -> List.of();
            case LEVELS -> categories(Cut.LEVEL);
            case FIRST -> categories(Cut.FIRST);
            case PHASES -> categories(Cut.PHASE);
        };
    }

    /** All that a cut has in any period. */
    Collection<String> categories(Cut cut) {
        return categories.getOrDefault(cut, Set.of());
    }

    private void addUp() {
        for (Period period : periods) {
            Name total = new Name(period, Cut.TOTAL, "");
            total(total, categories(Cut.LEVEL), key -> new Name(period, Cut.LEVEL, key));
            total(total, categories(Cut.FIRST), key -> new Name(period, Cut.FIRST, key));
            for (Cut cut : Cut.values()) {
                if (cut != Cut.MONTH) {
                    addUp(period, cut);
                }
            }
            groups(
                    period,
                    Cut.AXIS,
                    Cut.ACTION,
                    key -> key.equals(EvidenceTables.NEVER)
                            ? EvidenceTables.NEVER
                            : shape.axes().getOrDefault(key, Figures.NO_AXIS));
            if (shape.hasAreas()) {
                groups(
                        period,
                        Cut.AREA,
                        Cut.NEIGHBOURHOOD,
                        key -> key.equals(EvidenceTables.NEVER)
                                ? EvidenceTables.NEVER
                                : shape.areas().getOrDefault(key, Cut.UNKNOWN));
            }
        }
        addMonths();
        addPeriods();
    }

    private void addUp(Period period, Cut cut) {
        Cut columns = switch (cut.parts()) {
            case NONE -> Cut.TOTAL;
            case LEVELS -> Cut.LEVEL;
            case FIRST -> Cut.FIRST;
            case PHASES -> Cut.PHASE;
        };
        Cut rows = switch (cut) {
            case ACTION_FIRST -> Cut.ACTION;
            case NEIGHBOURHOOD_FIRST, NEIGHBOURHOOD_PHASE -> Cut.NEIGHBOURHOOD;
            case CHANNEL_PHASE -> Cut.CHANNEL;
            default -> cut;
        };
        if (columns == Cut.TOTAL) {
            return;
        }
        for (String key : categories(cut)) {
            total(new Name(period, rows, key), parts(cut), part -> new Name(period, cut, key, part));
        }
        for (String part : parts(cut)) {
            total(new Name(period, columns, part), categories(cut), key -> new Name(period, cut, key, part));
        }
        if (rows == cut) {
            total(new Name(period, Cut.TOTAL, ""), categories(cut), key -> new Name(period, cut, key));
        }
    }

    private void total(Name total, Collection<String> keys, java.util.function.Function<String, Name> part) {
        if (!keys.isEmpty()) {
            totals.add(new Total(total, keys.stream().map(part).toList()));
        }
    }

    private void groups(Period period, Cut group, Cut of, java.util.function.UnaryOperator<String> groupOf) {
        Map<String, List<String>> members = new TreeMap<>();
        categories(of)
                .forEach(key -> members.computeIfAbsent(groupOf.apply(key), unused -> new ArrayList<>())
                        .add(key));
        members.remove(EvidenceTables.NEVER);
        members.forEach((key, inside) -> {
            total(new Name(period, group, key), inside, each -> new Name(period, of, each));
            for (String level : categories(Cut.LEVEL)) {
                total(new Name(period, group, key, level), inside, each -> new Name(period, of, each, level));
            }
        });
    }

    private void addMonths() {
        Map<Period, List<String>> inside = new TreeMap<>();
        months.forEach(month -> inside.computeIfAbsent(Period.halfOf(month), unused -> new ArrayList<>())
                .add(month.toString()));
        inside.forEach((half, keys) -> {
            total(new Name(half, Cut.TOTAL, ""), keys, key -> new Name(Period.WHOLE, Cut.MONTH, key));
            for (String level : categories(Cut.LEVEL)) {
                total(new Name(half, Cut.LEVEL, level), keys, key -> new Name(Period.WHOLE, Cut.MONTH, key, level));
            }
        });
        for (String month : categories(Cut.MONTH)) {
            total(
                    new Name(Period.WHOLE, Cut.MONTH, month),
                    categories(Cut.LEVEL),
                    level -> new Name(Period.WHOLE, Cut.MONTH, month, level));
        }
    }

    private void addPeriods() {
        Map<Period, List<Period>> inside = new TreeMap<>();
        periods.forEach(period -> period.around()
                .ifPresent(around -> inside.computeIfAbsent(around, unused -> new ArrayList<>())
                        .add(period)));
        for (Name name : names) {
            List<Period> shorter = inside.getOrDefault(name.period(), List.of());
            if (!shorter.isEmpty() && name.cut() != Cut.MONTH) {
                totals.add(new Total(name, shorter.stream().map(name::in).toList()));
            }
        }
    }
}
