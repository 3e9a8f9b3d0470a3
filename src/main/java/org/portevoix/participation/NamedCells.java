package org.portevoix.participation;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The cells of one edition, with names by which two editions know the same one. Decides what an edition hides so that it and
 * the one before it, read together, give nothing that one of them hid (docs/decisions/0003-small-cells.md).
 */
final class NamedCells {
    private final SmallCells cells = new SmallCells();
    private final Map<String, Integer> numbers = new LinkedHashMap<>();
    private final List<FigureTable.Count> counts = new ArrayList<>();
    /** The same, as two editions are compared by. */
    private final SuccessiveCells.Told told = new SuccessiveCells.Told();

    private BitSet hidden = new BitSet();

    int total(String name, FigureTable.Count count) {
        return named(name, count, cells.total(count.acts(), count.minimum()));
    }

    int cell(String name, FigureTable.Count count, int weight) {
        int number = count.heads() == 0
                ? cells.cell(count.acts(), count.minimum(), weight)
                : cells.cellShownAtZero(count.acts(), count.minimum(), weight);
        return named(name, count, number);
    }

    private int named(String name, FigureTable.Count count, int number) {
        numbers.put(name, number);
        counts.add(count);
        told.cell(count.acts(), count.moved(), count.minimum());
        return number;
    }

    void sum(int total, int... parts) {
        if (parts.length > 0) {
            cells.sum(total, parts);
            told.sum(total, parts);
        }
    }

    void table(int... parts) {
        cells.table(parts);
    }

    boolean isHidden(int number) {
        return hidden.get(number);
    }

    /** The names of what is hidden. */
    Set<String> hiddenNames() {
        Set<String> names = new TreeSet<>();
        numbers.forEach((name, number) -> {
            if (hidden.get(number)) {
                names.add(name);
            }
        });
        return names;
    }

    /** Hides what was decided when the edition was made, and what must be besides, should the town list its figures otherwise now. */
    void hideAsDecided(Set<String> decided) {
        numbers.forEach((name, number) -> {
            if (decided.contains(name) && !cells.isTotal(number)) {
                FigureTable.Count count = counts.get(number);
                cells.already(number, count.acts() != 0 && count.acts() < count.minimum(), false);
            }
        });
        hidden = cells.hide();
    }

    /** Hides what must be in an edition by itself. */
    void hideAlone() {
        hidden = cells.hide();
    }

    /**
     * Hides what must be besides, after another edition.
     *
     * @param apart the names of cells that count other acts than they did then
     * @param telling the names of those that would tell, with what they were then, of what is hidden
     */
    void hideAfter(NamedCells then, Set<String> apart, Set<String> telling) {
        telling.forEach(name -> {
            Integer number = numbers.get(name);
            if (number != null && !cells.isTotal(number)) {
                cells.already(number, true, false);
            }
        });
        SmallCells all = cells.copy();
        told.hide(hidden);
        then.told.hide(then.hidden);
        SuccessiveCells.compare(all, told, then.told, numbersIn(then, apart));
        BitSet found = all.hide();
        found.clear(counts.size(), Math.max(counts.size(), found.length()));
        hidden = found;
    }

    /** Whether a figure of this name counts something and doesn't show. */
    boolean hides(String name) {
        Integer number = numbers.get(name);
        return number != null && hidden.get(number) && counts.get(number).acts() != 0;
    }

    /** Whether a figure of this name counts something, and fewer acts. */
    boolean isUnder(String name, long acts) {
        Integer number = numbers.get(name);
        return number != null
                && counts.get(number).acts() != 0
                && counts.get(number).acts() < acts;
    }

    /** The names, by their two first words: the table and the row. */
    Map<String, List<String>> namesByRow() {
        Map<String, List<String>> rows = new HashMap<>();
        for (String name : numbers.keySet()) {
            int end = name.indexOf(' ', name.indexOf(' ') + 1);
            rows.computeIfAbsent(end < 0 ? name : name.substring(0, end), unused -> new ArrayList<>())
                    .add(name);
        }
        return rows;
    }

    private int[] numbersIn(NamedCells then, Set<String> apart) {
        int[] before = new int[counts.size()];
        numbers.forEach((name, number) -> before[number] = apart.contains(name)
                ? SuccessiveCells.APART
                : then.numbers.getOrDefault(name, SuccessiveCells.UNLISTED));
        return before;
    }
}
