package org.portevoix.report;

import java.util.List;
import org.portevoix.report.Report.Row;
import org.portevoix.report.Report.Table;
import org.portevoix.report.Report.Unit;
import org.portevoix.report.Report.Value;

/** A rate a row: a dot on the line of its interval, its number beside it; hollow and named where a group takes part less. */
record Whiskers(FigureWords figures, String hidden, String missing) {
    private static final int STEP = 34;
    private static final int MIDDLE = 15;
    private static final int BASELINE = 20;
    private static final int LONGEST = 420;
    private static final int MOST = 40;
    private static final int DOT = 7;
    private static final double ALL = 100;

    Chart draw(Table table, List<Row> rows, String measure, String legend, String told) {
        int at = table.column(measure);
        int low = table.column("low");
        int high = table.column("high");
        int verdict = table.column("verdict");
        List<Row> drawn = rows.subList(0, Math.min(MOST, rows.size()));
        double most = drawn.stream()
                .mapToDouble(row -> number(row.values().get(high)))
                .max()
                .orElse(0);
        boolean isShare = drawn.stream()
                .anyMatch(row -> row.values().get(at).number() != null
                        && row.values().get(at).unit() == Unit.PERCENT);
        double scale = LONGEST / (isShare ? ALL : most == 0 ? 1 : most);
        Chart.Paper paper = new Chart.Paper();
        for (int index = 0; index < drawn.size(); index++) {
            Row row = drawn.get(index);
            int y = index * STEP;
            Value value = row.values().get(at);
            paper.words("name", LevelBars.LEFT - 2 * DOT, y + BASELINE, "end", LevelBars.shortened(row.title()));
            if (value.number() == null) {
                paper.words("veil", LevelBars.LEFT + 8, y + BASELINE, "start", value.isHidden() ? hidden : "–");
            } else {
                boolean isMissing =
                        verdict >= 0 && missing.equals(row.values().get(verdict).text());
                int from = LevelBars.LEFT
                        + (int) Math.round(scale * number(row.values().get(low)));
                int to = LevelBars.LEFT
                        + (int) Math.round(scale * number(row.values().get(high)));
                int dot = LevelBars.LEFT + (int) Math.round(scale * number(value));
                paper.line("whisker", from, y + MIDDLE, to, y + MIDDLE);
                paper.line("whisker", from, y + MIDDLE - 6, from, y + MIDDLE + 6);
                paper.line("whisker", to, y + MIDDLE - 6, to, y + MIDDLE + 6);
                paper.dots.add(new Chart.Dot(isMissing ? "hollow" : "full", dot, y + MIDDLE, DOT));
                String shown = figures.of(value) + (isShare ? " %" : "");
                paper.words(
                        "count",
                        Math.max(to, dot) + 12,
                        y + BASELINE,
                        "start",
                        isMissing ? shown + " · " + missing : shown);
            }
        }
        paper.line("ground", LevelBars.LEFT, 0, LevelBars.LEFT, drawn.size() * STEP);
        return paper.chart(table, legend, told, LevelBars.WIDTH, drawn.size() * STEP);
    }

    private static double number(Value value) {
        Double number = value.number();
        return number == null || number.isInfinite() ? 0 : number;
    }
}
