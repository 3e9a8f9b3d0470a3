package org.portevoix.report;

import java.util.List;
import org.portevoix.report.Report.Row;
import org.portevoix.report.Report.Table;
import org.portevoix.report.Report.Value;

/** A bar for each of the five levels, and under it, dotted, that of the period before. */
record FiveBars(FigureWords figures, String hidden) {
    private static final int THICK = 24;
    private static final int THIN = 12;
    private static final int SPACE = 10;
    private static final int BASELINE = 17;
    private static final int LONGEST = 480;

    Chart draw(Table table, List<Row> rows, String legend, String told) {
        int all = table.column("all");
        int before = table.column("before");
        double most = 1;
        for (Row row : rows) {
            most = Math.max(most, number(row.values().get(all)));
            most = before < 0 ? most : Math.max(most, number(row.values().get(before)));
        }
        int step = THICK + SPACE + (before < 0 ? 0 : THIN);
        Chart.Paper paper = new Chart.Paper();
        for (int index = 0; index < rows.size(); index++) {
            Row row = rows.get(index);
            int y = index * step;
            Value value = row.values().get(all);
            paper.words("name", LevelBars.LEFT - 8, y + BASELINE, "end", row.title());
            int width = (int) Math.round(LONGEST * number(value) / most);
            if (value.isHidden()) {
                paper.words("veil", LevelBars.LEFT + 8, y + BASELINE, "start", hidden);
            } else {
                paper.rect("l" + (index + 1), LevelBars.LEFT, y, width, THICK);
                paper.words("count", LevelBars.LEFT + width + 8, y + BASELINE, "start", figures.of(value));
            }
            if (before >= 0 && row.values().get(before).number() != null) {
                int was = (int) Math.round(LONGEST * number(row.values().get(before)) / most);
                paper.rect("before", LevelBars.LEFT, y + THICK, was, THIN);
            }
        }
        return paper.chart(table, legend, told, LevelBars.WIDTH, rows.size() * step);
    }

    private static double number(Value value) {
        Double number = value.number();
        return number == null ? 0 : number;
    }
}
