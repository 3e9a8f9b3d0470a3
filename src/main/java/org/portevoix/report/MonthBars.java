package org.portevoix.report;

import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.portevoix.report.Report.Row;
import org.portevoix.report.Report.Table;
import org.portevoix.report.Report.Value;

/** A column a month, full; that of the period before beside it, dotted; its count above where there is room. */
record MonthBars(FigureWords figures, String hidden) {
    private static final DateTimeFormatter SHORT = DateTimeFormatter.ofPattern("LLL yy", Locale.FRANCE);
    private static final int WIDTH = 900;
    private static final int TALL = 220;
    private static final int TOP = 24;
    private static final int WIDEST = 110;
    private static final int LEAST_FOR_WORDS = 44;
    private static final double NARROW = 0.3;

    Chart draw(Table table, List<Row> rows, String legend, String told) {
        int before = table.column("before");
        double most = 1;
        for (Row row : rows) {
            most = Math.max(most, or(row.values().getFirst()));
            most = before < 0 ? most : Math.max(most, or(row.values().get(before)));
        }
        int step = Math.min(WIDEST, WIDTH / rows.size());
        int thick = Math.max(2, (int) (step * (before < 0 ? 2 * NARROW : NARROW)));
        int every = Math.max(1, Math.ceilDiv(LEAST_FOR_WORDS + 36, step));
        Chart.Paper paper = new Chart.Paper();
        for (int index = 0; index < rows.size(); index++) {
            Row row = rows.get(index);
            int x = index * step + 2;
            if (before >= 0) {
                column(paper, "before", x, thick, row.values().get(before), most, step);
                x += thick + 2;
            }
            column(paper, "now", x, thick, row.values().getFirst(), most, step);
            if (index % every == 0) {
                paper.words("name", index * step + 2, TOP + TALL + 18, "start", shortened(row, step * every));
            }
        }
        paper.line("ground", 0, TOP + TALL, step * rows.size(), TOP + TALL);
        return paper.chart(table, legend, told, WIDTH, TOP + TALL + 26);
    }

    private void column(Chart.Paper paper, String kind, int x, int thick, Value value, double most, int step) {
        boolean hasRoom = step >= LEAST_FOR_WORDS;
        if (value.isHidden()) {
            if (hasRoom && kind.equals("now")) {
                paper.words("veil", x, TOP + TALL - 6, "start", hidden);
            }
            return;
        }
        int tall = (int) Math.round(TALL * or(value) / most);
        if (tall > 0) {
            paper.rect(kind, x, TOP + TALL - tall, thick, tall);
        }
        if (hasRoom && (kind.equals("now") || step >= 2 * LEAST_FOR_WORDS)) {
            paper.words("count", x + thick / 2, TOP + TALL - tall - 5, "middle", figures.of(value));
        }
    }

    private static String shortened(Row row, int room) {
        return room > 2 * LEAST_FOR_WORDS ? row.title() : SHORT.format(YearMonth.parse(row.key()));
    }

    private static double or(@Nullable Value value) {
        Double number = value == null ? null : value.number();
        return number == null ? 0 : number;
    }
}
