package org.portevoix.participation;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a patient reader can work out: every sum is written as an equation of the hidden cells, and solved exactly, in whole
 * numbers without rounding (and without anything of the code it checks).
 */
final class ExactAttack {
    private final List<Map<Integer, BigInteger>> equations = new ArrayList<>();

    /** {@code factors}: of each hidden cell in a sum; what is shown of it doesn't matter. */
    void add(Map<Integer, Integer> factors) {
        Map<Integer, BigInteger> row = new TreeMap<>();
        factors.forEach((cell, factor) -> row.put(cell, BigInteger.valueOf(factor)));
        equations.add(row);
    }

    /** The cells that can be found: after elimination, alone in their equation. */
    Set<Integer> found() {
        List<Map<Integer, BigInteger>> left = new ArrayList<>(equations);
        List<Map<Integer, BigInteger>> done = new ArrayList<>();
        while (!left.isEmpty()) {
            Map<Integer, BigInteger> pivot = left.removeLast();
            if (!pivot.isEmpty()) {
                int cell = pivot.keySet().iterator().next();
                left.forEach(row -> takeOut(cell, row, pivot));
                done.forEach(row -> takeOut(cell, row, pivot));
                done.add(pivot);
            }
        }
        Set<Integer> found = new TreeSet<>();
        for (Map<Integer, BigInteger> row : done) {
            if (row.size() == 1) {
                found.addAll(row.keySet());
            }
        }
        return found;
    }

    private static void takeOut(int cell, Map<Integer, BigInteger> row, Map<Integer, BigInteger> pivot) {
        BigInteger mine = row.get(cell);
        if (mine == null) {
            return;
        }
        BigInteger theirs = pivot.getOrDefault(cell, BigInteger.ONE);
        row.replaceAll((each, factor) -> factor.multiply(theirs));
        pivot.forEach((each, factor) -> row.merge(each, factor.multiply(mine).negate(), BigInteger::add));
        row.values().removeIf(factor -> factor.signum() == 0);
        BigInteger common = row.values().stream().reduce(BigInteger.ZERO, BigInteger::gcd);
        if (common.signum() != 0) {
            row.replaceAll((each, factor) -> factor.divide(common));
        }
    }
}
