package org.portevoix.participation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.PriorityQueue;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * Tells which unknowns of a system of sums have one solution only, whatever the figures shown are. An unknown is free
 * when some change of the unknowns that keeps every sum also changes it; one such change drawn at random moves all the
 * free ones. Computed modulo a prime, so without rounding: sums of whole cells have no minor that this prime divides, and
 * the one chance in two thousand million per cell that the draw leaves a free one still only hides more.
 */
final class Equations {
    private static final long PRIME = (1L << 31) - 1;

    private static final class Row {
        int[] unknowns;
        long[] factors;

        Row(int[] unknowns, long[] factors) {
            this.unknowns = unknowns;
            this.factors = factors;
        }

        long factor(int unknown) {
            int index = Arrays.binarySearch(unknowns, unknown);
            return index < 0 ? 0 : factors[index];
        }
    }

    private record Waiting(int length, int row) {}

    private record Pivot(Row row, int unknown) {}

    private final int unknownCount;
    private final List<Row> rows = new ArrayList<>();
    private final List<List<Integer>> rowsOf = new ArrayList<>();
    private final int[] uses;

    Equations(int unknownCount) {
        this.unknownCount = unknownCount;
        this.uses = new int[unknownCount];
        for (int unknown = 0; unknown < unknownCount; unknown++) {
            rowsOf.add(new ArrayList<>(4));
        }
    }

    /** The unknown parts of a sum, and its total where that is unknown too. What is known doesn't matter here. */
    void add(int[] parts, @Nullable Integer total) {
        int length = parts.length + (total == null ? 0 : 1);
        int[] unknowns = Arrays.copyOf(parts, length);
        if (total != null) {
            unknowns[length - 1] = total;
        }
        Arrays.sort(unknowns);
        long[] factors = new long[length];
        for (int index = 0; index < length; index++) {
            factors[index] = total != null && unknowns[index] == total ? PRIME - 1 : 1;
            rowsOf.get(unknowns[index]).add(rows.size());
            uses[unknowns[index]]++;
        }
        rows.add(new Row(unknowns, factors));
    }

    /** The unknowns with one solution only. */
    BitSet determined() {
        long[] change = change(eliminated());
        BitSet found = new BitSet(unknownCount);
        for (int unknown = 0; unknown < unknownCount; unknown++) {
            found.set(unknown, change[unknown] == 0);
        }
        return found;
    }

    /** Shortest sums first, by the unknown that the fewest others hold: the system stays sparse. */
    private List<Pivot> eliminated() {
        PriorityQueue<Waiting> waiting = new PriorityQueue<>((one, other) -> one.length() != other.length()
                ? Integer.compare(one.length(), other.length())
                : Integer.compare(one.row(), other.row()));
        boolean[] done = new boolean[rows.size()];
        for (int row = 0; row < rows.size(); row++) {
            waiting.add(new Waiting(rows.get(row).unknowns.length, row));
        }
        List<Pivot> pivots = new ArrayList<>();
        while (!waiting.isEmpty()) {
            Waiting next = waiting.remove();
            Row row = rows.get(next.row());
            if (!done[next.row()] && next.length() == row.unknowns.length) {
                done[next.row()] = true;
                if (row.unknowns.length > 0) {
                    int unknown = leastUsed(row);
                    pivots.add(new Pivot(row, unknown));
                    Arrays.stream(row.unknowns).forEach(each -> uses[each]--);
                    takeOut(unknown, row, done, waiting);
                }
            }
        }
        return pivots;
    }

    private int leastUsed(Row row) {
        int best = row.unknowns[0];
        for (int unknown : row.unknowns) {
            if (uses[unknown] < uses[best]) {
                best = unknown;
            }
        }
        return best;
    }

    private void takeOut(int unknown, Row pivot, boolean[] done, PriorityQueue<Waiting> waiting) {
        long inverse = power(pivot.factor(unknown), PRIME - 2);
        for (int number : List.copyOf(rowsOf.get(unknown))) {
            Row row = rows.get(number);
            long factor = done[number] ? 0 : row.factor(unknown);
            if (factor != 0) {
                subtract(row, number, pivot, factor * inverse % PRIME);
                waiting.add(new Waiting(row.unknowns.length, number));
            }
        }
    }

    private void subtract(Row row, int number, Row pivot, long times) {
        int[] unknowns = new int[row.unknowns.length + pivot.unknowns.length];
        long[] factors = new long[unknowns.length];
        int length = 0;
        int mine = 0;
        int theirs = 0;
        while (mine < row.unknowns.length || theirs < pivot.unknowns.length) {
            int left = mine < row.unknowns.length ? row.unknowns[mine] : Integer.MAX_VALUE;
            int right = theirs < pivot.unknowns.length ? pivot.unknowns[theirs] : Integer.MAX_VALUE;
            int unknown = Math.min(left, right);
            long factor = left == unknown ? row.factors[mine++] : 0;
            if (right == unknown) {
                factor = (factor + (PRIME - times) * pivot.factors[theirs++]) % PRIME;
                if (left != unknown) {
                    uses[unknown]++;
                    rowsOf.get(unknown).add(number);
                }
            }
            if (factor != 0) {
                unknowns[length] = unknown;
                factors[length++] = factor;
            } else {
                uses[unknown]--;
            }
        }
        row.unknowns = Arrays.copyOf(unknowns, length);
        row.factors = Arrays.copyOf(factors, length);
    }

    private long[] change(List<Pivot> pivots) {
        SplittableRandom random = new SplittableRandom(unknownCount);
        long[] change = new long[unknownCount];
        for (int unknown = 0; unknown < unknownCount; unknown++) {
            change[unknown] = random.nextLong(1, PRIME);
        }
        for (Pivot pivot : pivots.reversed()) {
            long sum = 0;
            for (int index = 0; index < pivot.row().unknowns.length; index++) {
                int unknown = pivot.row().unknowns[index];
                if (unknown != pivot.unknown()) {
                    sum = (sum + pivot.row().factors[index] * change[unknown]) % PRIME;
                }
            }
            long inverse = power(pivot.row().factor(pivot.unknown()), PRIME - 2);
            change[pivot.unknown()] = (PRIME - sum) % PRIME * inverse % PRIME;
        }
        return change;
    }

    private static long power(long base, long exponent) {
        long result = 1;
        long square = base % PRIME;
        for (long left = exponent; left > 0; left >>= 1) {
            if ((left & 1) == 1) {
                result = result * square % PRIME;
            }
            square = square * square % PRIME;
        }
        return result;
    }
}
