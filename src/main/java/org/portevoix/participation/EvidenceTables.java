package org.portevoix.participation;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.portevoix.participation.EvidenceCell.Name;

/**
 * All the tables of the report, of all its periods, made together: they add up to each other, and what must be hidden is
 * decided once, in all of them and against the editions before. The rule: docs/decisions/0030-successive-reports.md.
 */
final class EvidenceTables {
    private static final int DETAIL = 0;
    private static final int MARGIN = SmallCells.SUMS;
    private static final int MARGIN_OF_MARGINS = 2 * SmallCells.SUMS;
    private static final int TOTAL = 3 * SmallCells.SUMS;

    /** The category under which those that a table lists and that never had an act stand, all alike. */
    static final String NEVER = "*";

    /**
     * How the town is cut: each published sheet's slug by its id, and its axis by its slug; those that are sensitive; each
     * home's area; what the pages list of each cut, whether it ever had an act or not.
     */
    record Shape(
            Map<String, String> sheets,
            Map<String, String> axes,
            Set<String> sensitive,
            Map<String, String> areas,
            Map<Cut, Set<String>> listed) {

        /** Whether there are neighbourhoods in priority areas, and others: else they are no cut, and a row that nothing can be in. */
        boolean hasAreas() {
            return areas.containsValue(Cut.PRIORITY) && areas.containsValue(Cut.NOT_PRIORITY);
        }
    }

    private static final class Sum {
        private long acts;
        private long sensitiveActs;
        private long heads;
        private long moved;

        void add(CubeCell cell) {
            moved += cell.isHeads() ? 0 : cell.moved();
            if (cell.isHeads()) {
                heads += cell.count();
            } else {
                acts += cell.count();
                sensitiveActs += cell.isSensitive() ? cell.count() : 0;
            }
        }
    }

    private record Total(Name total, List<Name> parts) {}

    private final Shape shape;
    private final Map<Name, Sum> sums = new LinkedHashMap<>();
    private final Map<Name, Integer> numbers = new HashMap<>();
    private final List<Name> names = new ArrayList<>();
    private final List<Total> totals = new ArrayList<>();
    private final Map<Cut, Set<String>> categories = new EnumMap<>(Cut.class);
    private final Set<Period> periods = new TreeSet<>();
    private final TreeSet<YearMonth> months = new TreeSet<>();
    private final PublicMargins margins;
    /** Of each figure by its number: whether everybody may read it, null where nobody but the committee could. */
    private final List<@Nullable Boolean> isPublic = new ArrayList<>();

    private BitSet hidden = new BitSet();

    private EvidenceTables(Shape shape, Collection<CubeCell> cells, PublicMargins margins) {
        this.shape = shape;
        this.margins = margins;
        cells.stream().filter(cell -> cell.level() != null).forEach(this::count);
        complete();
        names.forEach(name -> isPublic.add(showsPublicly(name)));
        addUp();
    }

    /** The cells of a new edition, after the ones before it, in any order. @param margins of the same moment */
    static List<EvidenceCell> of(
            Shape shape, Collection<CubeCell> cells, PublicMargins margins, List<List<EvidenceCell>> before) {
        EvidenceTables tables = new EvidenceTables(shape, cells, margins);
        tables.hide(before.stream().map(EvidenceTables::byName).toList());
        return tables.cells();
    }

    private static Map<Name, EvidenceCell> byName(List<EvidenceCell> cells) {
        Map<Name, EvidenceCell> byName = new HashMap<>();
        cells.forEach(cell -> byName.put(cell.name(), cell));
        return byName;
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
                category(cut, NEVER);
            }
        });
        for (Period period : periods) {
            categories.forEach((cut, keys) -> {
                if (cut != Cut.MONTH || period.isWhole()) {
                    for (String key : keys) {
                        parts(cut).forEach(part -> number(new Name(period, cut, key, part)));
                        if (cut.parts() == Cut.Parts.NONE || cut.parts() == Cut.Parts.LEVELS) {
                            number(new Name(period, cut, key));
                        }
                    }
                }
            });
        }
    }

    private void category(Cut cut, String key) {
        categories.computeIfAbsent(cut, unused -> new TreeSet<>()).add(key);
    }

    private void number(Name name) {
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

    private Collection<String> categories(Cut cut) {
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
                    key -> key.equals(NEVER) ? NEVER : shape.axes().getOrDefault(key, Figures.NO_AXIS));
            if (shape.hasAreas()) {
                groups(
                        period,
                        Cut.AREA,
                        Cut.NEIGHBOURHOOD,
                        key -> key.equals(NEVER) ? NEVER : shape.areas().getOrDefault(key, Cut.UNKNOWN));
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
        members.remove(NEVER);
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

    private void hide(List<Map<Name, EvidenceCell>> before) {
        BitSet decided = new BitSet();
        before.forEach(edition -> decided.or(stillHidden(edition)));
        do {
            decided.or(hidden);
            hidden = hideNow(decided);
            decided.or(hidden);
            for (Map<Name, EvidenceCell> edition : before) {
                hidden.or(hideSince(edition));
            }
        } while (!hidden.equals(decided));
    }

    /** What was hidden and has hardly moved since stays so; of what the public page may show, that page decides. */
    private BitSet stillHidden(Map<Name, EvidenceCell> edition) {
        BitSet still = new BitSet();
        edition.forEach((name, cell) -> {
            Integer number = numbers.get(name);
            if (number != null
                    && isPublic.get(number) == null
                    && cell.isHidden()
                    && sum(name).moved - cell.moved() < minimum(name)) {
                still.set(number);
            }
        });
        return still;
    }

    private BitSet hideNow(BitSet decided) {
        SmallCells cells = new SmallCells();
        Map<Period, Map<Cut, List<Integer>>> tables = new TreeMap<>();
        for (int number = 0; number < names.size(); number++) {
            Name name = names.get(number);
            tables.computeIfAbsent(name.period(), unused -> new EnumMap<>(Cut.class))
                    .computeIfAbsent(name.cut(), unused -> new ArrayList<>())
                    .add(number);
            Sum sum = sum(name);
            Boolean shown = isPublic.get(number);
            if (Boolean.TRUE.equals(shown)) {
                cells.total(sum.acts, minimum(name));
            } else {
                cell(cells, name, sum.acts, sum.heads);
                if (shown != null || decided.get(number)) {
                    cells.already(number, isSmall(sum.acts, name), false);
                }
            }
        }
        addSums(cells, name -> sum(name).acts);
        tables.values()
                .forEach(byCut -> byCut.values()
                        .forEach(table -> cells.table(
                                table.stream().mapToInt(Integer::intValue).toArray())));
        return hidden(cells);
    }

    /** What else must be hidden, lest this edition less one before tells a few acts, or one that was hidden then. */
    private BitSet hideSince(Map<Name, EvidenceCell> edition) {
        Set<List<Object>> withHidden = new java.util.HashSet<>();
        edition.values().stream()
                .filter(EvidenceCell::isHidden)
                .forEach(cell ->
                        withHidden.add(List.of(cell.name().period(), cell.name().cut())));
        SmallCells cells = new SmallCells();
        BitSet then = new BitSet();
        for (int number = 0; number < names.size(); number++) {
            Name name = names.get(number);
            EvidenceCell old = edition.get(name);
            long since = since(name, edition);
            boolean wasHidden = old == null ? withHidden.contains(List.of(name.period(), name.cut())) : old.isHidden();
            boolean isHidden = hidden.get(number);
            if (isPublic.get(number) != null && !wasHidden && !isHidden) {
                cells.total(since, minimum(name));
                continue;
            }
            cell(cells, name, since, 0);
            then.set(number, wasHidden);
            if (wasHidden || isHidden) {
                boolean isSmall = isSmall(since, name)
                        || (isHidden && isSmall(sum(name).acts, name))
                        || (wasHidden && old != null && isSmall(old.acts(), name));
                // Of a figure that showed and that corrections made small, the difference would tell it.
                boolean tells = isSmall(since, name) || (!wasHidden && isSmall(sum(name).acts, name));
                cells.already(number, isSmall, isHidden && !tells);
            }
        }
        addSums(cells, name -> since(name, edition));
        BitSet more = hidden(cells);
        more.andNot(then);
        more.or(ofOtherMembers(edition, Cut.AREA, Cut.NEIGHBOURHOOD, then));
        more.or(ofOtherMembers(edition, Cut.AXIS, Cut.ACTION, then));
        return more;
    }

    /**
     * The figures of groups that had other members then, if any member hides something: less what the group was then, they would
     * tell of the one that came or left.
     */
    private BitSet ofOtherMembers(Map<Name, EvidenceCell> edition, Cut group, Cut of, BitSet then) {
        boolean hasOthers = totals.stream()
                .filter(total -> total.total().cut() == group
                        && total.parts().getFirst().cut() == of
                        && edition.containsKey(total.total()))
                .anyMatch(total -> moved(total.total(), edition)
                        != total.parts().stream()
                                .mapToLong(part -> moved(part, edition))
                                .sum());
        BitSet found = new BitSet();
        if (hasOthers
                && names.stream()
                        .anyMatch(name -> name.cut() == of && (hidden.get(number0(name)) || then.get(number0(name))))) {
            names.stream()
                    .filter(name -> name.cut() == group)
                    .map(this::number0)
                    .filter(number -> isPublic.get(number) == null)
                    .forEach(found::set);
        }
        return found;
    }

    private static long moved(Name name, Map<Name, EvidenceCell> edition) {
        EvidenceCell cell = edition.get(name);
        return cell == null ? 0 : cell.moved();
    }

    private long since(Name name, Map<Name, EvidenceCell> edition) {
        return sum(name).moved - moved(name, edition);
    }

    /**
     * Which figures add up to which, of those that the public figures haven't dealt with by themselves. A figure that the public
     * page hides now may show there later: what adds up to it is protected as if it showed, and hides it as well.
     */
    private void addSums(SmallCells cells, ToLongFunction<Name> acts) {
        for (Total total : totals) {
            int whole = number0(total.total());
            int[] parts = total.parts().stream().mapToInt(this::number0).toArray();
            boolean isOfPublic = Arrays.stream(parts).allMatch(part -> isPublic.get(part) != null);
            if (isPublic.get(whole) == null || !isOfPublic) {
                cells.sum(whole, parts);
                if (isPublic.get(whole) != null && !cells.isTotal(whole) && parts.length > 1) {
                    cells.sum(cells.total(acts.applyAsLong(total.total()), minimum(total.total())), parts);
                }
            }
        }
    }

    private BitSet hidden(SmallCells cells) {
        BitSet found = cells.hide();
        found.clear(names.size(), Math.max(names.size(), found.length()));
        return found;
    }

    private void cell(SmallCells cells, Name name, long acts, long heads) {
        int weight = weight(name) + (name.period().isWhole() ? 2 : name.period().isYear() ? 1 : 0);
        if (heads == 0) {
            cells.cell(acts, minimum(name), weight);
        } else {
            cells.cellShownAtZero(acts, minimum(name), weight);
        }
    }

    private @Nullable Boolean showsPublicly(Name name) {
        if (!name.category().equals(NEVER)) {
            return margins.shows(name).orElse(null);
        }
        Set<String> never = new TreeSet<>(shape.listed().getOrDefault(name.cut(), Set.of()));
        never.removeAll(categories(name.cut()));
        Boolean all = null;
        for (String key : never) {
            Optional<Boolean> one = margins.shows(new Name(name.period(), name.cut(), key, name.part()));
            if (one.isEmpty()) {
                return null;
            }
            all = one.get() && (all == null || all);
        }
        return all;
    }

    private static int weight(Name name) {
        return switch (name.cut()) {
            case TOTAL -> TOTAL;
            case LEVEL -> MARGIN_OF_MARGINS;
            default -> name.part().equals(Cut.ALL) ? MARGIN : DETAIL;
        };
    }

    private int number0(Name name) {
        Integer number = numbers.get(name);
        if (number == null) {
            throw new IllegalArgumentException(name.toString());
        }
        return number;
    }

    private Sum sum(Name name) {
        return Objects.requireNonNull(sums.get(name));
    }

    private boolean isSmall(long acts, Name name) {
        return acts != 0 && acts < minimum(name);
    }

    private int minimum(Name name) {
        boolean isSensitive = sum(name).sensitiveActs != 0
                || ((name.cut() == Cut.ACTION || name.cut() == Cut.ACTION_FIRST)
                        && shape.sensitive().contains(name.category()));
        boolean isSaid = !name.category().equals(Cut.UNKNOWN) && !name.part().equals(Cut.UNKNOWN);
        return (name.cut().isProfile() && isSaid) || isSensitive ? SmallCells.SENSITIVE_MINIMUM : SmallCells.MINIMUM;
    }

    /** Zeros that show are left out. */
    private List<EvidenceCell> cells() {
        List<EvidenceCell> cells = new ArrayList<>();
        for (Name name : names) {
            Sum sum = sum(name);
            boolean isHidden = hidden.get(number0(name));
            if (isHidden || sum.acts != 0 || sum.heads != 0 || sum.moved != 0) {
                cells.add(new EvidenceCell(name, sum.acts, sum.sensitiveActs, sum.heads, sum.moved, isHidden));
            }
        }
        return cells;
    }
}
