package org.portevoix.report;

import java.util.List;
import org.portevoix.report.Report.Row;
import org.portevoix.report.Report.Table;
import org.portevoix.report.Report.Value;

/** A bar a row, its levels one after the other, each with its own number inside; what no level is told of, dotted. */
record LevelBars(FigureWords figures, String hidden) {
    static final int WIDTH = 900;
    static final int LEFT = 270;
    private static final int STEP = 30;
    private static final int THICK = 22;
    private static final int BASELINE = 16;
    private static final int LONGEST = 520;
    private static final int LEVELS = 5;
    private static final int ALL = LEVELS + 2;
    private static final int LEAST_FOR_NUMBER = 14;
    private static final int MOST = 40;
    private static final int LONGEST_TITLE = 34;

    Chart draw(Table table, List<Row> rows, String legend, String told) {
        List<Row> drawn = rows.subList(0, Math.min(MOST, rows.size()));
        double most = drawn.stream()
                .mapToDouble(row -> number(row.values().get(ALL)))
                .max()
                .orElse(0);
        Chart.Paper paper = new Chart.Paper();
        for (int index = 0; index < drawn.size(); index++) {
            bar(paper, drawn.get(index), index * STEP, most);
        }
        return paper.chart(table, legend, told, WIDTH, drawn.size() * STEP);
    }

    private void bar(Chart.Paper paper, Row row, int y, double most) {
        Value all = row.values().get(ALL);
        paper.words("name", LEFT - 8, y + BASELINE, "end", shortened(row.title()));
        if (all.isHidden()) {
            paper.words("veil", LEFT + 8, y + BASELINE, "start", hidden);
            return;
        }
        int x = LEFT;
        double told = 0;
        for (int level = 1; level <= LEVELS && most > 0; level++) {
            double count = number(row.values().get(level - 1));
            x = add(paper, level, x, y, count / most);
            told += count;
        }
        if (most > 0 && number(all) > told) {
            x = add(paper, 0, x, y, (number(all) - told) / most);
        }
        paper.words("count", x + 8, y + BASELINE, "start", figures.of(all));
    }

    /** Level 0 is what no level is told of: heads, and levels that are hidden. */
    private static int add(Chart.Paper paper, int level, int x, int y, double part) {
        int width = (int) Math.round(LONGEST * part);
        if (width > 0) {
            paper.rect("l" + level, x, y, width, THICK);
            if (level > 0 && width >= LEAST_FOR_NUMBER) {
                paper.words("l" + level, x + width / 2, y + BASELINE, "middle", Integer.toString(level));
            }
        }
        return x + width;
    }

    static String shortened(String title) {
        return title.length() > LONGEST_TITLE ? title.substring(0, LONGEST_TITLE - 1) + "…" : title;
    }

    private static double number(Value value) {
        Double number = value.number();
        return number == null ? 0 : number;
    }
}
