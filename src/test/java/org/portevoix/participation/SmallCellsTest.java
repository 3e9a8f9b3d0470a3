package org.portevoix.participation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.BitSet;
import org.junit.jupiter.api.Test;

class SmallCellsTest {
    @Test
    void nothingIsHiddenWhereAllIsLargeOrNothing() {
        assertEquals(new BitSet(), hidden(40, 30, 10, 0, 0));
    }

    @Test
    void aSmallFigureTakesTheZerosAndTheNextSmallestWithIt() {
        assertEquals(bits(2, 3, 4), hidden(43, 30, 10, 3, 0));
    }

    @Test
    void theActsHiddenTogetherReachTheMinimum() {
        assertEquals(bits(2, 3, 4), hidden(33, 30 - 7, 7, 2, 1));
        assertEquals(bits(3, 4), hidden(40, 20, 14, 4, 2));
    }

    @Test
    void aTotalUnderTheMinimumHasNoBreakdown() {
        assertEquals(bits(1, 2, 3), hidden(4, 4, 0, 0));
    }

    @Test
    void aTotalOfNothingShowsAll() {
        assertEquals(new BitSet(), hidden(0, 0, 0, 0));
    }

    @Test
    void sensitiveFiguresAreHiddenUnderEleven() {
        SmallCells cells = new SmallCells();
        int total = cells.total(60, SmallCells.SENSITIVE_MINIMUM);
        int sensitive = cells.cell(10, SmallCells.SENSITIVE_MINIMUM, 1);
        int other = cells.cell(30, SmallCells.MINIMUM, 1);
        int third = cells.cell(20, SmallCells.MINIMUM, 1);
        cells.sum(total, sensitive, other, third);
        assertEquals(bits(sensitive, third), cells.hide());
    }

    @Test
    void aFigureThatTwoTablesTellTogetherIsFound() {
        // Two rows by two columns with margins: hiding one cell hides four, and the margins still show.
        SmallCells cells = new SmallCells();
        int total = cells.total(100, SmallCells.MINIMUM);
        int[] rows = {cells.cell(43, 5, 3), cells.cell(57, 5, 3)};
        int[] columns = {cells.cell(33, 5, 3), cells.cell(67, 5, 3)};
        int[][] in = {
            {cells.cell(3, 5, 0), cells.cell(40, 5, 0)},
            {cells.cell(30, 5, 0), cells.cell(27, 5, 0)}
        };
        cells.sum(total, rows);
        cells.sum(total, columns);
        cells.sum(rows[0], in[0]);
        cells.sum(rows[1], in[1]);
        cells.sum(columns[0], in[0][0], in[1][0]);
        cells.sum(columns[1], in[0][1], in[1][1]);
        BitSet hidden = cells.hide();
        assertTrue(hidden.get(in[0][0]) && hidden.get(in[0][1]) && hidden.get(in[1][0]) && hidden.get(in[1][1]));
        assertFalse(hidden.get(rows[0]) || hidden.get(rows[1]) || hidden.get(columns[0]) || hidden.get(columns[1]));
    }

    @Test
    void aZeroUnderAZeroThatShowsStaysShown() {
        SmallCells cells = new SmallCells();
        int total = cells.total(50, 5);
        int[] actions = {cells.cell(0, 5, 2), cells.cell(50, 5, 2)};
        int[] idle = {cells.cell(0, 5, 0), cells.cell(0, 5, 0)};
        int[] busy = {cells.cell(3, 5, 0), cells.cell(47, 5, 0)};
        cells.sum(total, actions);
        cells.sum(actions[0], idle);
        cells.sum(actions[1], busy);
        cells.table(idle[0], busy[0]);
        cells.table(idle[1], busy[1]);
        assertEquals(bits(busy[0], busy[1]), cells.hide());
    }

    private static BitSet hidden(long total, long... parts) {
        SmallCells cells = new SmallCells();
        int all = cells.total(total, SmallCells.MINIMUM);
        int[] of = Arrays.stream(parts)
                .mapToInt(acts -> cells.cell(acts, SmallCells.MINIMUM, 1))
                .toArray();
        cells.sum(all, of);
        cells.table(of);
        return cells.hide();
    }

    private static BitSet bits(int... numbers) {
        BitSet bits = new BitSet();
        Arrays.stream(numbers).forEach(bits::set);
        return bits;
    }
}
