package org.portevoix.participation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Between which numbers a reader who adds and subtracts what is shown can hold each cell, none being below zero. */
final class Bounds {
    private static final long UNKNOWN = Long.MAX_VALUE / 1_000_000;
    private static final int PASSES = 6;

    private record Sum(int total, int[] parts) {}

    private final long[] low;
    private final long[] high;
    private final List<Sum> sums = new ArrayList<>();

    Bounds(int cellCount) {
        low = new long[cellCount];
        high = new long[cellCount];
        Arrays.fill(high, UNKNOWN);
    }

    void know(int cell, long value) {
        low[cell] = value;
        high[cell] = value;
    }

    void add(int total, int[] parts) {
        sums.add(new Sum(total, parts));
    }

    /** Carries each sum's bounds over to the others that share a cell with it, a few times. */
    void narrow() {
        boolean changed = true;
        for (int pass = 0; pass < PASSES && changed; pass++) {
            changed = false;
            for (Sum sum : sums) {
                changed |= narrow(sum);
            }
        }
    }

    /** How far apart the bounds of a cell are. */
    long width(int cell) {
        return high[cell] - low[cell];
    }

    private boolean narrow(Sum sum) {
        long lows = 0;
        long highs = 0;
        for (int part : sum.parts()) {
            lows += low[part];
            highs += high[part];
        }
        boolean changed = set(sum.total(), lows, highs);
        for (int part : sum.parts()) {
            long otherLows = lows - low[part];
            long otherHighs = highs - high[part];
            changed |= set(part, low[sum.total()] - otherHighs, high[sum.total()] - otherLows);
        }
        return changed;
    }

    private boolean set(int cell, long atLeast, long atMost) {
        boolean changed = false;
        if (atLeast > low[cell]) {
            low[cell] = atLeast;
            changed = true;
        }
        if (atMost < high[cell]) {
            high[cell] = atMost;
            changed = true;
        }
        return changed;
    }
}
