package org.portevoix.participation;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Decides which figures the town must not show, so that nobody is singled out by a small number, nor by taking one figure
 * from another. It is told the cells and which of them add up to which; it knows nothing of what they count. The same
 * cells always give the same answer. The rule and its sources: docs/decisions/0003-small-cells.md.
 */
public final class SmallCells {
    /** Under this many acts, a figure is hidden. */
    public static final int MINIMUM = 5;
    /** The same, for acts whose subject is sensitive. */
    public static final int SENSITIVE_MINIMUM = 11;

    /** Weights from this on are of figures that others add up to; twice as much, of figures that those add up to. */
    static final int SUMS = 4;

    private record Cell(long acts, int minimum, int weight, boolean isTotal, boolean isShownAtZero) {}

    /** {@code isTold}: of what a reader knows besides; nothing is hidden only to have two hidden in it. */
    private record Sum(int total, int[] parts, boolean isTold) {}

    private final List<Cell> cells = new ArrayList<>();
    private final List<Sum> sums = new ArrayList<>();
    private final List<int[]> tables = new ArrayList<>();
    private final BitSet already = new BitSet();
    private final BitSet smallAnyway = new BitSet();
    private final BitSet indifferent = new BitSet();
    private final BitSet useless = new BitSet();
    private final Map<Integer, List<Integer>> followers = new HashMap<>();

    // While hiding: what is hidden so far, and for each sum how much of it.
    private BitSet hidden = new BitSet();
    private int[][] sumsOf = {};
    private int[][] tablesOf = {};
    private BitSet fixed = new BitSet();
    private BitSet hiddenTables = new BitSet();
    private int[] hiddenCount = {};
    private long[] hiddenActs = {};
    private int[] need = {};
    private final BitSet waiting = new BitSet();
    private final Deque<Integer> queue = new ArrayDeque<>();

    /** A total, which always shows. */
    public int total(long acts, int minimum) {
        return add(new Cell(acts, minimum, Integer.MAX_VALUE, true, true));
    }

    /** A cell that may be hidden. Of two that would do, the one of less {@code weight} is hidden. */
    public int cell(long acts, int minimum, int weight) {
        return add(new Cell(acts, minimum, weight, false, false));
    }

    /** A cell that is not hidden for being zero in a table where another is: everybody can see by other means that it is. */
    int cellShownAtZero(long acts, int minimum, int weight) {
        return add(new Cell(acts, minimum, weight, false, true));
    }

    boolean isTotal(int cell) {
        return cells.get(cell).isTotal();
    }

    /**
     * The cell is hidden for another reason. {@code isSmall}: what it hides is small, whatever it counts here; {@code
     * isIndifferent}: whoever works out what it counts here has found nothing.
     */
    void already(int cell, boolean isSmall, boolean isIndifferent) {
        already.set(cell);
        smallAnyway.set(cell, isSmall);
        indifferent.set(cell, isIndifferent);
    }

    /** Whoever works out what the cell counts has found nothing. */
    void indifferent(int cell) {
        indifferent.set(cell);
    }

    /** Everybody knows what the cell counts, by other means: hiding it protects no other. */
    void useless(int cell) {
        indifferent.set(cell);
        useless.set(cell);
    }

    /** Another one of the same cells, sums and tables, to which more may be added. */
    SmallCells copy() {
        SmallCells copy = new SmallCells();
        copy.cells.addAll(cells);
        copy.sums.addAll(sums);
        copy.tables.addAll(tables);
        copy.already.or(already);
        copy.smallAnyway.or(smallAnyway);
        copy.indifferent.or(indifferent);
        copy.useless.or(useless);
        copy.followers.putAll(followers);
        return copy;
    }

    /** The parts add up to the total. */
    public void sum(int total, int... parts) {
        if (parts.length > 0) {
            sums.add(new Sum(total, parts, false));
        }
    }

    /** A reader knows besides that the parts add up to the total. */
    void told(int total, int... parts) {
        if (parts.length > 0) {
            sums.add(new Sum(total, parts, true));
        }
    }

    /** Where the first cell is hidden, the other isn't known either. */
    void follow(int first, int other) {
        followers.computeIfAbsent(first, unused -> new ArrayList<>()).add(other);
    }

    /** These cells are shown side by side: where one is hidden, the zeros are. */
    public void table(int... parts) {
        tables.add(parts);
    }

    /** The cells to hide, by the number that was given for each. */
    public BitSet hide() {
        prepare();
        already.stream().forEach(this::hide);
        for (int cell = 0; cell < cells.size(); cell++) {
            Cell one = cells.get(cell);
            if (!one.isTotal() && one.acts() != 0 && one.acts() < one.minimum()) {
                hide(cell);
            }
            if (one.isTotal() && one.acts() != 0 && one.acts() < one.minimum()) {
                hideBreakdown(cell);
            }
        }
        do {
            settle();
        } while (!hidden.isEmpty() && (freeDetermined() || freePinned()));
        return hidden;
    }

    private int add(Cell cell) {
        cells.add(cell);
        return cells.size() - 1;
    }

    private void prepare() {
        hidden = new BitSet(cells.size());
        hiddenTables = new BitSet(tables.size());
        hiddenCount = new int[sums.size()];
        hiddenActs = new long[sums.size()];
        need = new int[sums.size()];
        sumsOf = new int[cells.size()][];
        tablesOf = new int[cells.size()][];
        int[] sumCount = new int[cells.size()];
        int[] tableCount = new int[cells.size()];
        for (Sum sum : sums) {
            sumCount[sum.total()]++;
            for (int part : sum.parts()) {
                sumCount[part]++;
            }
        }
        for (int[] table : tables) {
            for (int part : table) {
                tableCount[part]++;
            }
        }
        for (int cell = 0; cell < cells.size(); cell++) {
            sumsOf[cell] = new int[sumCount[cell]];
            tablesOf[cell] = new int[tableCount[cell]];
        }
        for (int number = 0; number < sums.size(); number++) {
            Sum sum = sums.get(number);
            sumsOf[sum.total()][--sumCount[sum.total()]] = number;
            for (int part : sum.parts()) {
                sumsOf[part][--sumCount[part]] = number;
            }
        }
        for (int number = 0; number < tables.size(); number++) {
            for (int part : tables.get(number)) {
                tablesOf[part][--tableCount[part]] = number;
            }
        }
        fixed = fixedCells();
    }

    /** Totals, and cells that are the only part of one: hiding these would hide nothing. */
    private BitSet fixedCells() {
        BitSet found = new BitSet(cells.size());
        for (int cell = 0; cell < cells.size(); cell++) {
            found.set(cell, cells.get(cell).isTotal() || useless.get(cell));
        }
        boolean changed = true;
        while (changed) {
            changed = false;
            for (Sum sum : sums) {
                if (sum.parts().length == 1 && found.get(sum.total()) && !found.get(sum.parts()[0])) {
                    found.set(sum.parts()[0]);
                    changed = true;
                }
            }
        }
        return found;
    }

    /** A total under the minimum has no breakdown. */
    private void hideBreakdown(int total) {
        for (int number : sumsOf[total]) {
            if (sums.get(number).total() == total) {
                for (int part : sums.get(number).parts()) {
                    if (!cells.get(part).isTotal()) {
                        hide(part);
                        hideBreakdown(part);
                    }
                }
            }
        }
    }

    private void hide(int cell) {
        if (hidden.get(cell)) {
            return;
        }
        hidden.set(cell);
        Cell one = cells.get(cell);
        for (int number : sumsOf[cell]) {
            hiddenCount[number]++;
            if (sums.get(number).total() != cell) {
                hiddenActs[number] += one.acts();
                need[number] = Math.max(need[number], isNothingNew(cell) ? 0 : one.minimum());
            }
            enqueue(number);
        }
        for (int table : tablesOf[cell]) {
            if (!hiddenTables.get(table)) {
                hiddenTables.set(table);
                hideZeros(tables.get(table));
            }
        }
        followers.getOrDefault(cell, List.of()).forEach(this::hide);
        if (one.acts() == 0) {
            for (int number : sumsOf[cell]) {
                if (sums.get(number).total() == cell) {
                    hideZerosOfHiddenTables(sums.get(number).parts());
                }
            }
        }
    }

    private boolean isNothingNew(int cell) {
        return already.get(cell) && cells.get(cell).acts() == 0;
    }

    private void hideZeros(int[] parts) {
        for (int part : parts) {
            if (isZeroToHide(part)) {
                hide(part);
            }
        }
    }

    private boolean isZeroToHide(int cell) {
        return cells.get(cell).acts() == 0 && !cells.get(cell).isTotal() && !isKnownZero(cell);
    }

    private void hideZerosOfHiddenTables(int[] parts) {
        for (int part : parts) {
            boolean inHiddenTable = Arrays.stream(tablesOf[part]).anyMatch(hiddenTables::get);
            if (inHiddenTable && isZeroToHide(part)) {
                hide(part);
            }
        }
    }

    /** A part of a zero that is shown can't be anything else. */
    private boolean isKnownZero(int cell) {
        if (cells.get(cell).isShownAtZero()) {
            return true;
        }
        for (int number : sumsOf[cell]) {
            int total = sums.get(number).total();
            if (total != cell && !hidden.get(total) && cells.get(total).acts() == 0) {
                return true;
            }
        }
        return false;
    }

    private void enqueue(int sum) {
        if (!waiting.get(sum) && !sums.get(sum).isTold()) {
            waiting.set(sum);
            queue.add(sum);
        }
    }

    /** Until each sum that has something hidden has two such cells, and enough acts in them where their sum is known. */
    private void settle() {
        while (!queue.isEmpty()) {
            int number = queue.remove();
            waiting.clear(number);
            boolean totalHidden = hidden.get(sums.get(number).total());
            long lack = totalHidden ? 0 : need[number] - hiddenActs[number];
            if (hiddenCount[number] == 1 || (hiddenCount[number] > 1 && lack > 0)) {
                int chosen = cheapest(number, lack);
                if (chosen >= 0) {
                    hide(chosen);
                    enqueue(number);
                }
            }
        }
    }

    /** The shown cell of a sum that costs least to hide, -1 where there is none. */
    private int cheapest(int number, long lack) {
        Sum sum = sums.get(number);
        int best = -1;
        long[] bestCost = {};
        for (int index = -1; index < sum.parts().length; index++) {
            int cell = index < 0 ? sum.total() : sum.parts()[index];
            if (!hidden.get(cell) && !fixed.get(cell)) {
                long[] cost = cost(cell, number, index < 0 ? 0 : lack);
                if (best < 0 || Arrays.compare(cost, bestCost) < 0) {
                    best = cell;
                    bestCost = cost;
                }
            }
        }
        return best;
    }

    private long[] cost(int cell, int number, long lack) {
        Cell one = cells.get(cell);
        long untouched = 0;
        for (int other : sumsOf[cell]) {
            if (other != number && hiddenCount[other] == 0 && !sums.get(other).isTold()) {
                untouched++;
            }
        }
        boolean isZero = one.acts() == 0;
        boolean isEnough = one.acts() >= lack;
        // Several details rather than what they add up to: readers look at sums first.
        return new long[] {
            isZero && lack > 0 ? 1 : 0,
            one.weight() / SUMS,
            isZero ? 1 : 0,
            isEnough ? 0 : 1,
            one.weight(),
            untouched,
            isEnough ? one.acts() : -one.acts(),
            cell
        };
    }

    /** Hides more where a hidden cell can be worked out of all that is shown; false where none can, or nothing helps. */
    private boolean freeDetermined() {
        BitSet found = determined();
        return hideBeside(found);
    }

    private boolean hideBeside(BitSet exposed) {
        BitSet touched = new BitSet(sums.size());
        boolean changed = false;
        for (int cell = exposed.nextSetBit(0); cell >= 0; cell = exposed.nextSetBit(cell + 1)) {
            if (Arrays.stream(sumsOf[cell]).noneMatch(touched::get)) {
                int chosen = cheapestBeside(cell);
                if (chosen >= 0) {
                    hide(chosen);
                    changed = true;
                    Arrays.stream(sumsOf[cell]).forEach(touched::set);
                    Arrays.stream(sumsOf[chosen]).forEach(touched::set);
                }
            }
        }
        return changed;
    }

    /** The cell that costs least to hide in a sum with this one, else with what hides beside it. */
    private int cheapestBeside(int cell) {
        int best = cheapestOfSums(sumsOf[cell]);
        for (int index = 0; index < sumsOf[cell].length && best < 0; index++) {
            Sum sum = sums.get(sumsOf[cell][index]);
            for (int part = 0; part < sum.parts().length && best < 0; part++) {
                if (hidden.get(sum.parts()[part])) {
                    best = cheapestOfSums(sumsOf[sum.parts()[part]]);
                }
            }
        }
        return best;
    }

    private int cheapestOfSums(int[] numbers) {
        int best = -1;
        long[] bestCost = {};
        for (int number : numbers) {
            int candidate = cheapest(number, 0);
            if (candidate >= 0) {
                long[] cost = cost(candidate, number, 0);
                if (best < 0 || Arrays.compare(cost, bestCost) < 0) {
                    best = candidate;
                    bestCost = cost;
                }
            }
        }
        return best;
    }

    /** The hidden cells that the sums allow one value only. */
    private BitSet determined() {
        int[] unknownOf = new int[cells.size()];
        int[] cellOf = hidden.stream().toArray();
        for (int unknown = 0; unknown < cellOf.length; unknown++) {
            unknownOf[cellOf[unknown]] = unknown;
        }
        Equations equations = new Equations(cellOf.length);
        for (int number = 0; number < sums.size(); number++) {
            if (hiddenCount[number] > 0) {
                equations.add(unknowns(sums.get(number), unknownOf), sumTotalUnknown(sums.get(number), unknownOf));
            }
        }
        BitSet found = new BitSet(cells.size());
        equations.determined().stream().forEach(unknown -> found.set(cellOf[unknown]));
        found.andNot(indifferent);
        return found;
    }

    private int[] unknowns(Sum sum, int[] unknownOf) {
        return Arrays.stream(sum.parts())
                .filter(hidden::get)
                .map(part -> unknownOf[part])
                .toArray();
    }

    private @Nullable Integer sumTotalUnknown(Sum sum, int[] unknownOf) {
        return hidden.get(sum.total()) ? unknownOf[sum.total()] : null;
    }

    /** Hides more where what is shown holds a hidden cell between bounds that are too close. */
    private boolean freePinned() {
        Bounds bounds = bounds();
        BitSet pinned = new BitSet(cells.size());
        hidden.stream().forEach(cell -> {
            Cell one = cells.get(cell);
            boolean isSmall = smallAnyway.get(cell) || (one.acts() != 0 && one.acts() < one.minimum());
            pinned.set(cell, bounds.width(cell) < (isSmall ? one.minimum() : 1));
        });
        pinned.andNot(indifferent);
        return hideBeside(pinned);
    }

    /** Between which numbers what is shown holds each cell. */
    private Bounds bounds() {
        Bounds bounds = new Bounds(cells.size());
        for (int cell = 0; cell < cells.size(); cell++) {
            if (!hidden.get(cell)) {
                bounds.know(cell, cells.get(cell).acts());
            }
        }
        for (int number = 0; number < sums.size(); number++) {
            if (hiddenCount[number] > 0) {
                bounds.add(sums.get(number).total(), sums.get(number).parts());
            }
        }
        bounds.narrow();
        return bounds;
    }
}
