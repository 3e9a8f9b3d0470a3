package org.portevoix.report;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.portevoix.language.Language;
import org.portevoix.language.Messages;
import org.portevoix.participation.ConcentrationIndex;
import org.portevoix.report.Report.Kind;
import org.portevoix.report.Report.Row;
import org.portevoix.report.Report.Table;

/** Which drawing a table has: bars of levels, months, rates with their intervals, the curve of the index. */
@Singleton
class Charts {
    private static final int CURVE = 300;
    private static final int MARGIN = 12;

    private final Messages messages;
    private final FigureWords figures;

    Charts(Messages messages, FigureWords figures) {
        this.messages = messages;
        this.figures = figures;
    }

    /** Null where a table has no drawing. */
    @Nullable
    Chart of(Table table, List<ConcentrationIndex.Point> curve) {
        List<Row> rows =
                table.rows().stream().filter(row -> row.kind() != Kind.TOTAL).toList();
        if (rows.isEmpty()) {
            return null;
        }
        if (table.isOfLevels() && table.rows().stream().anyMatch(Charts::countsAny)) {
            return new LevelBars(figures, say("report.desk.hidden"))
                    .draw(table, rows, say("report.desk.legend"), told(table));
        }
        if (table.key().equals("five_levels")) {
            boolean isCompared = table.column("before") >= 0;
            return new FiveBars(figures, say("report.desk.hidden"))
                    .draw(
                            table,
                            rows,
                            say(isCompared ? "report.desk.chart.levels_compared" : "report.desk.chart.levels"),
                            told(table));
        }
        if (table.key().equals("over_time")) {
            boolean isCompared = table.column("before") >= 0;
            return new MonthBars(figures, say("report.desk.hidden"))
                    .draw(
                            table,
                            rows,
                            say(isCompared ? "report.desk.chart.months_compared" : "report.desk.chart.months"),
                            told(table));
        }
        if (table.key().equals("concentration") && !curve.isEmpty()) {
            return curve(table, curve);
        }
        String measure = table.column("rate") >= 0 ? "rate" : "share";
        boolean hasInterval = table.column(measure) >= 0 && table.column("low") >= 0 && table.column("high") >= 0;
        int at = table.column(measure);
        if (!hasInterval || rows.stream().allMatch(row -> row.values().get(at).number() == null)) {
            return null;
        }
        return new Whiskers(figures, say("report.desk.hidden"), say("report.desk.missing"))
                .draw(table, rows, measure, say("report.desk.chart." + measure), told(table));
    }

    private static boolean countsAny(Row row) {
        return row.values().stream().anyMatch(value -> value.number() != null && value.number() != 0);
    }

    private Chart curve(Table table, List<ConcentrationIndex.Point> points) {
        Chart.Paper paper = new Chart.Paper();
        paper.rect("l0", MARGIN, MARGIN, CURVE, CURVE);
        paper.line("even", MARGIN, MARGIN + CURVE, MARGIN + CURVE, MARGIN);
        paper.curves.add(new Chart.Curve(points.stream()
                .map(point -> String.format(
                        Locale.ROOT,
                        "%.1f,%.1f",
                        MARGIN + CURVE * point.population(),
                        MARGIN + CURVE * (1 - point.participations())))
                .collect(Collectors.joining(" "))));
        return paper.chart(table, say("report.desk.curve"), told(table), CURVE + 2 * MARGIN, CURVE + 2 * MARGIN);
    }

    /** The table's figures, one after the other, for those who don't see the drawing and don't have the table. */
    private String told(Table table) {
        StringBuilder told = new StringBuilder();
        for (Row row : table.rows()) {
            told.append(row.title()).append(": ");
            for (int index = 0; index < row.values().size(); index++) {
                Report.Value value = row.values().get(index);
                String shown = figures.of(value);
                if (!shown.isEmpty()) {
                    told.append(table.columns().get(index).title())
                            .append(' ')
                            .append(shown)
                            .append(", ");
                }
            }
            told.setLength(Math.max(0, told.length() - 2));
            told.append(". ");
        }
        return told.toString().strip();
    }

    private String say(String key) {
        return messages.say(Language.SOURCE, key);
    }
}
