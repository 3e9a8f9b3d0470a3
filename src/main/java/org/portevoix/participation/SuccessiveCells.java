package org.portevoix.participation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The cells of two editions and what came between, in one system: what a reader of both can work out. Nothing came back that
 * was not there: where no act was taken back, what came since is not below zero. The rule: docs/decisions/0003-small-cells.md.
 */
final class SuccessiveCells {
    /** The cells of one edition, which add up to each other, and what it hides. Of each: acts, acts received or taken back, least to show. */
    static final class Told {
        private record Sum(int total, int[] parts) {}

        private final List<long[]> counts = new ArrayList<>();
        private final List<Sum> sums = new ArrayList<>();
        private BitSet hidden = new BitSet();

        void cell(long acts, long moved, int minimum) {
            counts.add(new long[] {acts, moved, minimum});
        }

        void sum(int total, int... parts) {
            sums.add(new Sum(total, parts));
        }

        void hide(BitSet cells) {
            hidden = cells;
        }

        int size() {
            return counts.size();
        }

        private long acts(int cell) {
            return counts.get(cell)[0];
        }

        private long moved(int cell) {
            return counts.get(cell)[1];
        }

        private boolean isSmall(int cell) {
            return acts(cell) < counts.get(cell)[2];
        }

        private Bounds bounds() {
            Bounds bounds = new Bounds(size());
            for (int cell = 0; cell < size(); cell++) {
                if (!hidden.get(cell)) {
                    bounds.know(cell, acts(cell));
                }
            }
            sums.forEach(sum -> bounds.add(sum.total(), sum.parts()));
            bounds.narrow();
            return bounds;
        }
    }

    private final Told now;
    private final Told then;
    /** Of a cell that counts other acts in the edition before: an action sheet was published or withdrawn since. */
    static final int APART = -2;
    /** Of a cell that wasn't listed in the edition before, and counted nothing. */
    static final int UNLISTED = -1;

    /** The number of each cell in the edition before. */
    private final int[] before;

    private SuccessiveCells(Told now, Told then, int[] before) {
        this.now = now;
        this.then = then;
        this.before = before;
    }

    /**
     * Adds the figures of an edition before, which stay as they were, and what has come since to each. The new edition may hide
     * more than it does.
     *
     * @param all the cells of the new edition, with the same numbers, to which more are added
     * @param before the number of each cell in the edition before, {@link #UNLISTED} or {@link #APART}
     */
    static void compare(SmallCells all, Told now, Told then, int[] before) {
        new SuccessiveCells(now, then, before).addTo(all);
    }

    private void addTo(SmallCells all) {
        int[] past = addThen(all);
        BitSet told = toldSince();
        @Nullable Integer[] since = new Integer[now.size()];
        for (int cell = 0; cell < since.length; cell++) {
            if (before[cell] == UNLISTED) {
                since[cell] = cell;
            } else if (before[cell] >= 0 && isOnlyMore(cell)) {
                since[cell] = addSince(all, cell, past[before[cell]], told.get(cell));
            }
        }
        now.sums.stream().filter(this::addsUp).forEach(sum -> addSum(all, sum, since));
    }

    /**
     * What was hidden stays so. What was small must not be held within five, unless it was already; what hid with it must not be
     * found.
     */
    private int[] addThen(SmallCells all) {
        Bounds alone = then.bounds();
        int[] past = new int[then.size()];
        for (int cell = 0; cell < past.length; cell++) {
            long acts = then.acts(cell);
            if (then.hidden.get(cell)) {
                past[cell] = all.cell(acts, SmallCells.MINIMUM, 0);
                boolean isFree = acts != 0 && alone.width(cell) >= SmallCells.MINIMUM;
                all.already(past[cell], isFree && then.isSmall(cell), !isFree);
            } else {
                past[cell] = all.total(acts, 0);
            }
        }
        then.sums.forEach(sum -> all.told(
                past[sum.total()],
                Arrays.stream(sum.parts()).map(part -> past[part]).toArray()));
        return past;
    }

    private boolean isOnlyMore(int cell) {
        return more(cell) >= 0 && more(cell) == now.moved(cell) - then.moved(before[cell]);
    }

    /** What came to a cell; of one that wasn't listed, all of it. */
    private long more(int cell) {
        return now.acts(cell) - (before[cell] == UNLISTED ? 0 : then.acts(before[cell]));
    }

    /** Whether what came adds up as the figures do: not where a sheet's acts were moved to other rows. */
    private boolean addsUp(Told.Sum sum) {
        return before[sum.total()] != APART
                && Arrays.stream(sum.parts()).noneMatch(part -> before[part] == APART)
                && more(sum.total())
                        == Arrays.stream(sum.parts()).mapToLong(this::more).sum();
    }

    private boolean wasHidden(int cell) {
        return then.hidden.get(before[cell]);
    }

    /** Of which cells everybody can tell what has come since: those that show twice, and what is left for others beside them. */
    private BitSet toldSince() {
        Bounds since = new Bounds(now.size());
        BitSet onlyMore = new BitSet(now.size());
        for (int cell = 0; cell < now.size(); cell++) {
            if (before[cell] >= 0 && isOnlyMore(cell)) {
                onlyMore.set(cell);
                if (!now.hidden.get(cell) && !wasHidden(cell)) {
                    since.know(cell, more(cell));
                }
            }
        }
        now.sums.stream()
                .filter(sum ->
                        onlyMore.get(sum.total()) && Arrays.stream(sum.parts()).allMatch(onlyMore::get))
                .filter(this::addsUp)
                .forEach(sum -> since.add(sum.total(), sum.parts()));
        since.narrow();
        BitSet told = new BitSet(now.size());
        onlyMore.stream().forEach(cell -> told.set(cell, since.width(cell) == 0));
        return told;
    }

    private int addSince(SmallCells all, int cell, int past, boolean isTold) {
        int more = all.total(more(cell), 0);
        all.indifferent(more);
        all.told(cell, past, more);
        if (!isTold) {
            all.follow(cell, more);
            if (wasHidden(cell)) {
                all.already(more, false, true);
            }
        } else if (!wasHidden(cell)) {
            all.useless(cell);
        } else if (now.acts(cell) != 0) {
            all.already(cell, now.isSmall(cell), false);
        }
        return more;
    }

    private static void addSum(SmallCells all, Told.Sum sum, @Nullable Integer[] since) {
        Integer total = since[sum.total()];
        List<Integer> parts = new ArrayList<>();
        for (int part : sum.parts()) {
            Integer one = since[part];
            if (one != null) {
                parts.add(one);
            }
        }
        if (total != null && total != sum.total() && parts.size() == sum.parts().length) {
            all.told(total, FigureTable.numbers(parts));
        }
    }
}
