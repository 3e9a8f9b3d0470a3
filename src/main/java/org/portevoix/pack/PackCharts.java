package org.portevoix.pack;

import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.List;
import org.portevoix.paper.Booklet;
import org.portevoix.paper.Flow;
import org.portevoix.paper.Ink;
import org.portevoix.paper.Words;
import org.portevoix.participation.ConcentrationIndex;
import org.portevoix.report.Report;

/** The drawings of the pack: each is told apart without colours, and stands beside the table that it draws. */
final class PackCharts {
    private static final int LEVELS = 5;
    private static final int MOST = 24;
    private static final float ROW = 15;
    private static final float LEGEND = 20;
    private static final float NAMES = 138;
    private static final float NUMBERS = 46;
    private static final float SIDE = 170;
    private static final float SMALL = 7.6f;
    private static final List<Ink> INKS = List.of(Ink.WHITE, Ink.FIRST, Ink.SECOND, Ink.THIRD, Ink.FOURTH, Ink.FIFTH);

    private final Flow flow;
    private final Booklet booklet;
    private final PaperWords words;

    PackCharts(Flow flow, PaperWords words) {
        this.flow = flow;
        this.booklet = flow.booklet();
        this.words = words;
    }

    /** A bar for each row, its levels one after the other; nothing where a row shows nothing, or where there are too many rows. */
    void levels(Report.Table table) {
        if (tall(table) == 0) {
            return;
        }
        List<Report.Row> rows = rows(table);
        double most =
                rows.stream().mapToDouble(row -> number(row, LEVELS + 2)).max().orElse(0);
        String alternative = words.say("report.desk.chart", java.util.Map.of("title", table.title())) + ". "
                + words.say("report.desk.legend");
        flow.figure(alternative, LEGEND + rows.size() * ROW, top -> {
            legend(table, top);
            for (int index = 0; index < rows.size(); index++) {
                bar(rows.get(index), top + LEGEND + index * ROW, most);
            }
        });
    }

    /** How much room its drawing takes; 0 where it has none. */
    float tall(Report.Table table) {
        if (!table.isOfLevels() || table.columns().size() < LEVELS + 3) {
            return 0;
        }
        List<Report.Row> rows = rows(table);
        boolean isEmpty = rows.stream().allMatch(row -> number(row, LEVELS + 2) <= 0);
        return isEmpty || rows.size() > MOST ? 0 : LEGEND + rows.size() * ROW;
    }

    private static List<Report.Row> rows(Report.Table table) {
        return table.rows().stream()
                .filter(row -> row.kind() != Report.Kind.TOTAL)
                .toList();
    }

    private void legend(Report.Table table, float top) {
        float each = Flow.inner() / (LEVELS + 1);
        for (int level = 1; level <= LEVELS + 1; level++) {
            int drawn = level > LEVELS ? 0 : level;
            float left = Flow.left() + (level - 1) * each;
            part(drawn, left, top + 1, 15);
            String name = drawn == 0
                    ? words.say("pack.desk.paper.heads")
                    : table.columns().get(level - 1).title();
            flow.label(words.french(name), false, left + 19, top + 9.5f, 7.2f, each - 21, Ink.BLACK);
        }
    }

    private void bar(Report.Row row, float top, double most) {
        Ink ink = row.kind() == Report.Kind.UNKNOWN ? Ink.SOFT : Ink.BLACK;
        flow.label(words.french(row.title()), false, Flow.left(), top + 9, SMALL, NAMES - 6, ink);
        float wide = Flow.inner() - NAMES - NUMBERS;
        float left = Flow.left() + NAMES;
        double drawn = 0;
        for (int level = 1; level <= LEVELS; level++) {
            double count = number(row, level - 1);
            left = add(level, left, top, count * wide / most);
            drawn += count;
        }
        left = add(0, left, top, Math.max(0, number(row, LEVELS + 2) - drawn) * wide / most);
        flow.label(
                words.french(words.figure(row.values().get(LEVELS + 2))),
                true,
                left + 4,
                top + 9,
                SMALL,
                NUMBERS,
                Ink.BLACK);
    }

    private float add(int level, float left, float top, double wide) {
        if (wide < .4) {
            return left;
        }
        part(level, left, top, (float) wide);
        return left + (float) wide;
    }

    /** Level 0: heads that were counted, and what no level may tell. */
    private void part(int level, float left, float top, float wide) {
        float tall = ROW - 4;
        booklet.box(left, top, wide, tall, 0, INKS.get(level));
        if (level == 2) {
            booklet.hatch(left, top, wide, tall, 5, Ink.THIRD);
        } else if (level == 4) {
            booklet.hatch(left, top, wide, tall, 3, Ink.THIRD);
        }
        Path2D frame = new Path2D.Float(new java.awt.geom.Rectangle2D.Float(0, 0, wide, tall));
        booklet.outline(frame, left, top, .6f, level == 0 ? 2 : 0, Ink.FIFTH);
        if (level > 0 && wide >= 11) {
            if (level == 2 || level == 4) {
                booklet.box(left + wide / 2 - 4, top + 1, 8, tall - 2, 2, INKS.get(level));
            }
            flow.label(
                    Words.plain(Integer.toString(level)),
                    true,
                    left + wide / 2 - 2.2f,
                    top + 8.2f,
                    SMALL,
                    12,
                    level > 3 ? Ink.WHITE : Ink.BLACK);
        }
    }

    /** Of the concentration index: as much as the people, along the broken line. */
    void curve(List<ConcentrationIndex.Point> points) {
        if (points.isEmpty()) {
            return;
        }
        flow.figure(words.say("report.desk.curve"), SIDE + 16, top -> {
            float left = Flow.left() + 20;
            Path2D frame = new Path2D.Float(new java.awt.geom.Rectangle2D.Float(0, 0, SIDE, SIDE));
            booklet.outline(frame, left, top, .6f, 0, Ink.SOFT);
            booklet.outline(new Path2D.Float(new Line2D.Float(0, SIDE, SIDE, 0)), left, top, .8f, 3, Ink.SOFT);
            Path2D line = new Path2D.Double();
            line.moveTo(0, SIDE);
            List<ConcentrationIndex.Point> all = new ArrayList<>(points);
            all.forEach(point -> line.lineTo(SIDE * point.population(), SIDE * (1 - point.participations())));
            booklet.outline(line, left, top, 2, 0, Ink.FIFTH);
            flow.label(words.told("pack.desk.paper.curve.people"), false, left, top + SIDE + 11, SMALL, 400, Ink.BLACK);
            flow.label(
                    words.told("pack.desk.paper.curve.acts"), false, left + SIDE + 8, top + 9, SMALL, 300, Ink.BLACK);
        });
    }

    private static double number(Report.Row row, int column) {
        Double number = row.values().get(column).number();
        return number == null ? 0 : number;
    }
}
