package org.portevoix.participation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Whatever the figures of a table of months by categories, within groups of categories, nothing hidden can be found. */
class SmallCellsPropertyTest {
    private record Sum(int total, int[] parts) {}

    private final List<Sum> sums = new ArrayList<>();
    private final Map<Integer, Long> acts = new HashMap<>();
    private final Map<Integer, Integer> minimums = new HashMap<>();

    @Property(tries = 400)
    void nothingHiddenCanBeFound(
            @ForAll long seed,
            @ForAll @IntRange(min = 2, max = 8) int months,
            @ForAll @IntRange(min = 2, max = 7) int categories,
            @ForAll @IntRange(min = 1, max = 40) int most) {
        sums.clear();
        acts.clear();
        minimums.clear();
        Random random = new Random(seed);
        SmallCells cells = new SmallCells();
        long[][] detail = new long[months][categories];
        long total = 0;
        for (long[] row : detail) {
            for (int category = 0; category < categories; category++) {
                row[category] = random.nextInt(4) == 0 ? 0 : random.nextInt(most + 1);
                total += row[category];
            }
        }
        int all = cells.total(total, SmallCells.MINIMUM);
        int[] monthCells = new int[months];
        int[] categoryCells = new int[categories];
        int[][] detailCells = new int[months][categories];
        for (int month = 0; month < months; month++) {
            long sum = 0;
            for (int category = 0; category < categories; category++) {
                sum += detail[month][category];
                detailCells[month][category] = cell(cells, detail[month][category], 0);
            }
            monthCells[month] = cell(cells, sum, 3);
            sum(cells, monthCells[month], detailCells[month]);
            cells.table(detailCells[month]);
        }
        for (int category = 0; category < categories; category++) {
            long sum = 0;
            int[] parts = new int[months];
            for (int month = 0; month < months; month++) {
                sum += detail[month][category];
                parts[month] = detailCells[month][category];
            }
            categoryCells[category] = cell(cells, sum, 3);
            sum(cells, categoryCells[category], parts);
        }
        sum(cells, all, monthCells);
        cells.table(monthCells);
        sum(cells, all, categoryCells);
        cells.table(categoryCells);
        acts.put(all, total);

        BitSet hidden = cells.hide();

        if (total > 0 && total < SmallCells.MINIMUM) {
            assertEquals(acts.size() - 1, hidden.cardinality());
            return;
        }
        assertTrue(!hidden.get(all));
        minimums.forEach((cell, minimum) -> assertTrue(
                acts.getOrDefault(cell, 0L) == 0 || acts.getOrDefault(cell, 0L) >= minimum || hidden.get(cell)));
        assertEnoughIsHidden(hidden);
        assertEquals(Set.of(), found(hidden));
    }

    private int cell(SmallCells cells, long value, int weight) {
        int cell = cells.cell(value, SmallCells.MINIMUM, weight);
        acts.put(cell, value);
        minimums.put(cell, SmallCells.MINIMUM);
        return cell;
    }

    private void sum(SmallCells cells, int total, int[] parts) {
        cells.sum(total, parts);
        sums.add(new Sum(total, parts));
    }

    private void assertEnoughIsHidden(BitSet hidden) {
        for (Sum sum : sums) {
            long inHidden = 0;
            int count = hidden.get(sum.total()) ? 1 : 0;
            for (int part : sum.parts()) {
                count += hidden.get(part) ? 1 : 0;
                inHidden += hidden.get(part) ? acts.getOrDefault(part, 0L) : 0;
            }
            assertTrue(count != 1);
            assertTrue(count == 0 || hidden.get(sum.total()) || inHidden >= SmallCells.MINIMUM);
        }
    }

    private Set<Integer> found(BitSet hidden) {
        ExactAttack attack = new ExactAttack();
        for (Sum sum : sums) {
            Map<Integer, Integer> factors = new HashMap<>();
            if (hidden.get(sum.total())) {
                factors.put(sum.total(), -1);
            }
            for (int part : sum.parts()) {
                if (hidden.get(part)) {
                    factors.put(part, 1);
                }
            }
            attack.add(factors);
        }
        return attack.found();
    }
}
