package org.portevoix.participation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

    private final Shape shape;
    private final EvidenceSums sums;
    private final List<Name> names;
    private final PublicMargins margins;
    /** Of each figure by its number: whether everybody may read it, null where nobody but the committee could. */
    private final List<@Nullable Boolean> isPublic = new ArrayList<>();

    private BitSet hidden = new BitSet();

    private EvidenceTables(Shape shape, Collection<CubeCell> cells, PublicMargins margins) {
        this.shape = shape;
        this.margins = margins;
        this.sums = new EvidenceSums(shape, cells);
        this.names = sums.names();
        names.forEach(name -> isPublic.add(showsPublicly(name)));
    }

    /** The cells of a new edition, after the ones before it, the latest first. @param margins of the same moment */
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
            if (!before.isEmpty()) {
                hidden.or(hideTogether(before.getFirst()));
            }
        } while (!hidden.equals(decided));
    }

    /** What was hidden and has hardly moved since stays so; of what the public page may show, that page decides. */
    private BitSet stillHidden(Map<Name, EvidenceCell> edition) {
        BitSet still = new BitSet();
        edition.forEach((name, cell) -> {
            Integer number = sums.find(name);
            if (number != null
                    && isPublic.get(number) == null
                    && cell.isHidden()
                    && sums.of(name).moved() - cell.moved() < minimum(name)) {
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
            EvidenceSums.Sum sum = sums.of(name);
            Boolean shown = isPublic.get(number);
            if (Boolean.TRUE.equals(shown)) {
                cells.total(sum.acts(), minimum(name));
            } else {
                cell(cells, name, sum.acts(), sum.heads());
                if (shown != null || decided.get(number)) {
                    cells.already(number, isSmall(sum.acts(), name), false);
                }
            }
        }
        addSums(cells, name -> sums.of(name).acts());
        tables.values()
                .forEach(byCut -> byCut.values()
                        .forEach(table -> cells.table(
                                table.stream().mapToInt(Integer::intValue).toArray())));
        return hidden(cells);
    }

    /** What else must be hidden, lest this edition less one before tells a few acts, or one that was hidden then. */
    private BitSet hideSince(Map<Name, EvidenceCell> edition) {
        Set<List<Object>> withHidden = withHidden(edition);
        SmallCells cells = new SmallCells();
        BitSet then = new BitSet();
        for (int number = 0; number < names.size(); number++) {
            Name name = names.get(number);
            EvidenceCell old = edition.get(name);
            long since = since(name, edition);
            boolean wasHidden = wasHidden(name, old, withHidden);
            boolean isHidden = hidden.get(number);
            if (isPublic.get(number) != null && !wasHidden && !isHidden) {
                cells.total(since, minimum(name));
                continue;
            }
            cell(cells, name, since, 0);
            then.set(number, wasHidden);
            if (wasHidden || isHidden) {
                boolean isSmall = isSmall(since, name)
                        || (isHidden && isSmall(sums.of(name).acts(), name))
                        || (wasHidden && old != null && isSmall(old.acts(), name));
                // Of a figure that showed and that corrections made small, the difference would tell it.
                boolean tells = isSmall(since, name)
                        || (!wasHidden && isSmall(sums.of(name).acts(), name));
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

    /** What else must be hidden, lest this edition and one before it, read together, give what one of them hides. */
    private BitSet hideTogether(Map<Name, EvidenceCell> edition) {
        SuccessiveCells.Told now = new SuccessiveCells.Told();
        SuccessiveCells.Told then = new SuccessiveCells.Told();
        BitSet wasHidden = new BitSet(names.size());
        Set<List<Object>> withHidden = withHidden(edition);
        SmallCells cells = new SmallCells();
        for (int number = 0; number < names.size(); number++) {
            Name name = names.get(number);
            EvidenceSums.Sum sum = sums.of(name);
            now.cell(sum.acts(), sum.moved(), minimum(name));
            then.cell(acts(name, edition), moved(name, edition), minimum(name));
            wasHidden.set(number, wasHidden(name, edition.get(name), withHidden));
            if (Boolean.TRUE.equals(isPublic.get(number))) {
                cells.total(sum.acts(), minimum(name));
            } else {
                cell(cells, name, sum.acts(), sum.heads());
                if (hidden.get(number)) {
                    cells.already(number, isSmall(sum.acts(), name), false);
                }
            }
        }
        for (EvidenceSums.Total total : sums.totals()) {
            int whole = sums.number(total.total());
            int[] parts = total.parts().stream().mapToInt(sums::number).toArray();
            cells.told(whole, parts);
            now.sum(whole, parts);
            if (acts(total.total(), edition)
                    == total.parts().stream()
                            .mapToLong(part -> acts(part, edition))
                            .sum()) {
                then.sum(whole, parts);
            }
        }
        now.hide(hidden);
        then.hide(wasHidden);
        int[] same = new int[names.size()];
        Arrays.setAll(same, number -> number);
        SuccessiveCells.compare(cells, now, then, same);
        return hidden(cells);
    }

    private static long acts(Name name, Map<Name, EvidenceCell> edition) {
        EvidenceCell cell = edition.get(name);
        return cell == null ? 0 : cell.acts();
    }

    /** Zeros that show are left out of an edition: where a table hides anything, what it leaves out is hidden. */
    private static boolean wasHidden(Name name, @Nullable EvidenceCell old, Set<List<Object>> withHidden) {
        return old == null ? withHidden.contains(List.of(name.period(), name.cut())) : old.isHidden();
    }

    private static Set<List<Object>> withHidden(Map<Name, EvidenceCell> edition) {
        Set<List<Object>> withHidden = new java.util.HashSet<>();
        edition.values().stream()
                .filter(EvidenceCell::isHidden)
                .forEach(cell ->
                        withHidden.add(List.of(cell.name().period(), cell.name().cut())));
        return withHidden;
    }

    /**
     * The figures of groups that had other members then, if any member hides something: less what the group was then, they would
     * tell of the one that came or left.
     */
    private BitSet ofOtherMembers(Map<Name, EvidenceCell> edition, Cut group, Cut of, BitSet then) {
        boolean hasOthers = sums.totals().stream()
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
                        .anyMatch(name ->
                                name.cut() == of && (hidden.get(sums.number(name)) || then.get(sums.number(name))))) {
            names.stream()
                    .filter(name -> name.cut() == group)
                    .map(sums::number)
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
        return sums.of(name).moved() - moved(name, edition);
    }

    /**
     * Which figures add up to which, of those that the public figures haven't dealt with by themselves. A figure that the public
     * page hides now may show there later: what adds up to it is protected as if it showed, and hides it as well.
     */
    private void addSums(SmallCells cells, ToLongFunction<Name> acts) {
        for (EvidenceSums.Total total : sums.totals()) {
            int whole = sums.number(total.total());
            int[] parts = total.parts().stream().mapToInt(sums::number).toArray();
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
        never.removeAll(sums.categories(name.cut()));
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

    private boolean isSmall(long acts, Name name) {
        return acts != 0 && acts < minimum(name);
    }

    private int minimum(Name name) {
        boolean isSensitive = sums.of(name).sensitiveActs() != 0
                || ((name.cut() == Cut.ACTION || name.cut() == Cut.ACTION_FIRST)
                        && shape.sensitive().contains(name.category()));
        boolean isSaid = !name.category().equals(Cut.UNKNOWN) && !name.part().equals(Cut.UNKNOWN);
        return (name.cut().isProfile() && isSaid) || isSensitive ? SmallCells.SENSITIVE_MINIMUM : SmallCells.MINIMUM;
    }

    /** Zeros that show are left out. */
    private List<EvidenceCell> cells() {
        List<EvidenceCell> cells = new ArrayList<>();
        for (Name name : names) {
            EvidenceSums.Sum sum = sums.of(name);
            boolean isHidden = hidden.get(sums.number(name));
            if (isHidden || sum.acts() != 0 || sum.heads() != 0 || sum.moved() != 0) {
                cells.add(new EvidenceCell(name, sum.acts(), sum.sensitiveActs(), sum.heads(), sum.moved(), isHidden));
            }
        }
        return cells;
    }
}
