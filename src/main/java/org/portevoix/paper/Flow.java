package org.portevoix.paper;

import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.portevoix.paper.Grid.Cell;

/**
 * A long text on A4 pages: headings, paragraphs, lists, tables, drawings, one after the other. Nothing is ever cut off: what is too
 * long goes on in the next line, on the next page, or in a second table with the first column again.
 */
public final class Flow {

    public static final float WIDTH = 595.276f;
    public static final float HEIGHT = 841.89f;
    private static final float SIDE = 48;
    private static final float TOP = 46;
    private static final float BOTTOM = 58;
    private static final float PAD = 3.2f;
    private static final float CELL = 8.4f;
    private static final float HEAD = 7.3f;
    private static final float LONGEST_WORD = 110;
    private static final float FIRST_COLUMN = 88;
    /** So many rows tell how wide a column has to be. */
    private static final int LOOKED_AT = 200;

    private final String language;
    private final Booklet booklet;
    private final Shapes shapes = new Shapes();
    private float y = TOP;

    public Flow(String language) {
        this.language = language;
        this.booklet = new Booklet(WIDTH, HEIGHT, language);
    }

    /** How words look. */
    public enum Style {
        TITLE(25, true, Ink.DEEP, 4),
        CHAPTER(16, true, Ink.DEEP, 7),
        SECTION(11.5f, true, Ink.BLACK, 4),
        LEAD(12.5f, false, Ink.BLACK, 6),
        STRONG(10.5f, true, Ink.BLACK, 2),
        BODY(10.5f, false, Ink.BLACK, 5),
        SMALL(8.8f, false, Ink.SOFT, 4);

        private final float size;
        private final boolean isBold;
        private final Ink ink;
        private final float after;

        Style(float size, boolean isBold, Ink ink, float after) {
            this.size = size;
            this.isBold = isBold;
            this.ink = ink;
            this.after = after;
        }
    }

    public static float inner() {
        return WIDTH - 2 * SIDE;
    }

    /** A heading of level 1 to 3, never alone at the foot of a page; from level 2 on it is in the bookmarks. */
    public void heading(int level, Words words) {
        Style style = level == 1 ? Style.TITLE : level == 2 ? Style.CHAPTER : Style.SECTION;
        gap(level == 1 ? 0 : level == 2 ? 14 : 9);
        List<Line> lines = lines(words, style, inner());
        room(lines.size() * leading(words, style) + (level == 3 ? 70 : 90));
        if (level > 1) {
            booklet.bookmark(level - 1, words.text(), y);
        }
        put("H" + level, words, style, lines, 0);
    }

    public void paragraph(Words words, Style style) {
        paragraph(words, style, 0);
    }

    /** With a room before it, in points. */
    public void paragraph(Words words, Style style, float indent) {
        put("P", words, style, lines(words, style, inner() - indent), indent);
    }

    /** Things one after the other, each a few paragraphs, with a mark or its number before it. */
    public void list(boolean isNumbered, List<Runnable> items) {
        booklet.within("L", () -> {
            for (int index = 0; index < items.size(); index++) {
                Runnable item = items.get(index);
                Words mark = Words.plain(isNumbered ? index + 1 + "." : "•");
                booklet.within("LI", () -> {
                    room(30);
                    float top = y;
                    int page = booklet.pages();
                    mark(mark, top);
                    booklet.within("LBody", item);
                    if (page == booklet.pages()) {
                        y += 2;
                    }
                });
            }
        });
    }

    /** Words of somebody, told apart by a line at their side: all that {@code said} puts. */
    public void quote(Runnable said) {
        room(44);
        float top = y;
        int page = booklet.pages();
        booklet.within("BlockQuote", said);
        if (page == booklet.pages()) {
            float tall = y - top - 2;
            booklet.ornament(() -> booklet.box(SIDE, top, 2.5f, tall, 1, Ink.DEEP));
        }
        y += 6;
    }

    /** What is drawn in a box as wide as the text; {@code draw} learns where its top is. */
    public void figure(String alternative, float tall, Consumer<Float> draw) {
        room(tall);
        float top = y;
        booklet.figure(alternative, SIDE, top, inner(), tall, () -> draw.accept(top));
        y += tall + 8;
    }

    /** To draw in a figure. */
    public Booklet booklet() {
        return booklet;
    }

    /** Words in a figure, on one line, their end shortened where there is no room: they stand whole in the table beside it. */
    public void label(Words words, boolean isBold, float left, float foot, float size, float wide, Ink ink) {
        Typesetting setting = shapes.of(words, isBold);
        Line line = setting.line();
        if (line.width(size) > wide) {
            String text = words.text();
            int end = Math.max(1, (int) (text.length() * wide / line.width(size)) - 1);
            line = new Typesetting(new Words(text.substring(0, end) + "…", words.language(), words.direction()), isBold)
                    .line();
        }
        booklet.text(line, left, foot, size, ink);
    }

    public static float left() {
        return SIDE;
    }

    /** A table; the heads of its columns stand again on each page, and where it is too wide it goes on in another. */
    public void table(Grid grid) {
        for (Grid part : parts(grid)) {
            room(60);
            new TableRun(part, widths(part)).put();
            gap(8);
        }
    }

    public void gap(float points) {
        if (y > TOP) {
            y += points;
        }
    }

    /** Turns the page, unless nothing stands on it yet. */
    public void turn() {
        if (y > TOP) {
            booklet.turn();
            y = TOP;
        }
    }

    /** Turns the page where less than this is left of it. */
    public void room(float tall) {
        if (y + tall > HEIGHT - BOTTOM && tall < HEIGHT - BOTTOM - TOP) {
            turn();
        }
    }

    /** {@code margin}: what stands at the foot of each page, before its number. */
    public byte[] finish(String title, Words margin) {
        int pages = booklet.pages();
        float wide = inner() - 60;
        float size = 7.5f;
        List<Line> lines = shapes.of(margin, false).wrapAnywhere(wide, size);
        while (lines.size() > 3 && size > 3) {
            size *= .9f;
            lines = shapes.of(margin, false).wrapAnywhere(wide, size);
        }
        List<Line> foot = lines;
        float used = size;
        return booklet.finish(title, page -> {
            float line = HEIGHT - BOTTOM + 18;
            rule(SIDE, line - 9, inner(), .5f, Ink.LINE);
            for (int i = 0; i < foot.size(); i++) {
                booklet.text(foot.get(i), SIDE, line + i * used * 1.25f, used, Ink.SOFT);
            }
            Line number = shapes.of(Words.plain(page + " / " + pages), false).line();
            booklet.text(number, SIDE + inner() - number.width(8), line, 8, Ink.SOFT);
        });
    }

    private void mark(Words mark, float top) {
        Line line = shapes.of(mark, true).line();
        booklet.say(
                "Lbl",
                language,
                () -> booklet.text(
                        line,
                        SIDE + 14 - line.width(Style.BODY.size),
                        top + foot(mark, Style.BODY),
                        Style.BODY.size,
                        Ink.DEEP));
    }

    private void put(String role, Words words, Style style, List<Line> lines, float indent) {
        if (lines.isEmpty()) {
            return;
        }
        float leading = leading(words, style);
        Booklet.Part part = booklet.part(role, words.language());
        int from = 0;
        while (from < lines.size()) {
            if (y + leading > HEIGHT - BOTTOM) {
                turn();
            }
            int fit = Math.max(1, (int) ((HEIGHT - BOTTOM - y) / leading));
            int until = Math.min(lines.size(), from + fit);
            List<Line> here = lines.subList(from, until);
            booklet.go(part, () -> {
                for (Line line : here) {
                    float left = words.isRightToLeft() ? SIDE + inner() - line.width(style.size) : SIDE + indent;
                    booklet.text(line, left, y + foot(words, style), style.size, style.ink);
                    y += leading;
                }
            });
            from = until;
        }
        y += style.after;
    }

    private List<Line> lines(Words words, Style style, float wide) {
        return shapes.of(words, style.isBold).wrapAnywhere(wide, style.size);
    }

    private static float leading(Words words, Style style) {
        return leading(words, style.size);
    }

    private static float leading(Words words, float size) {
        return size * (Typesetting.leading(words.language()) + .1f);
    }

    private static float foot(Words words, Style style) {
        return leading(words, style) * Typesetting.foot(words.language());
    }

    private void rule(float left, float top, float wide, float thick, Ink ink) {
        booklet.outline(new Path2D.Float(new Line2D.Float(0, 0, wide, 0)), left, top, thick, 0, ink);
    }

    /** Beside one another as many columns as there is room for, about as many in each part, the first one in all. */
    private List<Grid> parts(Grid grid) {
        List<List<Integer>> parts = parts(grid, Integer.MAX_VALUE);
        if (parts.size() == 1) {
            return List.of(grid);
        }
        int others = grid.heads().size() - 1;
        return parts(grid, (others + parts.size() - 1) / parts.size()).stream()
                .map(grid::part)
                .toList();
    }

    private List<List<Integer>> parts(Grid grid, int most) {
        float first = Math.min(Math.max(least(grid, 0), FIRST_COLUMN), inner() / 3);
        List<List<Integer>> parts = new ArrayList<>();
        List<Integer> columns = new ArrayList<>(List.of(0));
        float used = first;
        for (int column = 1; column < grid.heads().size(); column++) {
            float own = least(grid, column);
            if (columns.size() > 1 && (used + own > inner() || columns.size() > most)) {
                parts.add(columns);
                columns = new ArrayList<>(List.of(0));
                used = first;
            }
            columns.add(column);
            used += own;
        }
        parts.add(columns);
        return parts;
    }

    /** Under this a column would break words. */
    private float least(Grid grid, int column) {
        float least = shapes.of(grid.heads().get(column), true).longestWord(HEAD);
        for (Grid.Row row : seen(grid)) {
            Cell cell = row.cells().get(column);
            Typesetting setting = shapes.of(cell.words(), row.weight() == Grid.Weight.STRONG);
            least = Math.max(least, cell.isNumber() ? setting.line().width(CELL) : setting.longestWord(CELL));
        }
        // A point more, since widths are rounded.
        return Math.min(least, LONGEST_WORD) + 2 * PAD + 1;
    }

    private float whole(Grid grid, int column) {
        float whole = 0;
        for (Grid.Row row : seen(grid)) {
            whole = Math.max(
                    whole,
                    shapes.of(row.cells().get(column).words(), row.weight() == Grid.Weight.STRONG)
                            .line()
                            .width(CELL));
        }
        return whole + 2 * PAD + 1;
    }

    private static List<Grid.Row> seen(Grid grid) {
        return grid.rows().subList(0, Math.min(grid.rows().size(), LOOKED_AT));
    }

    /** All of them as wide as the text: words have what numbers leave. */
    private float[] widths(Grid grid) {
        int count = grid.heads().size();
        float[] widths = new float[count];
        float[] wishes = new float[count];
        float used = 0;
        float wished = 0;
        for (int column = 0; column < count; column++) {
            widths[column] = least(grid, column);
            wishes[column] = Math.max(0, Math.min(whole(grid, column), inner() / 2) - widths[column]);
            used += widths[column];
            wished += wishes[column];
        }
        float spare = inner() - used;
        float given = Math.min(1, wished <= 0 ? 0 : spare / wished);
        float left = spare;
        for (int column = 0; column < count; column++) {
            widths[column] += wishes[column] * given;
            left -= wishes[column] * given;
        }
        for (int column = 0; column < count; column++) {
            widths[column] += left / count;
        }
        return widths;
    }

    /** One table on its way over the pages. */
    private final class TableRun {
        private final Grid grid;
        private final float[] widths;
        private final boolean[] isOfNumbers;
        private final List<List<Line>> heads = new ArrayList<>();
        private final float headTall;

        TableRun(Grid grid, float[] widths) {
            this.grid = grid;
            this.widths = widths;
            this.isOfNumbers = new boolean[widths.length];
            int most = 1;
            for (int column = 0; column < widths.length; column++) {
                int at = column;
                isOfNumbers[column] = column > 0
                        && seen(grid).stream()
                                .anyMatch(row -> row.cells().get(at).isNumber());
                heads.add(shapes.of(grid.heads().get(column), true).wrapAnywhere(widths[column] - 2 * PAD, HEAD));
                most = Math.max(most, heads.getLast().size());
            }
            headTall = most * leading(Words.plain(""), HEAD) + 2 * PAD;
        }

        void put() {
            booklet.within("Table", () -> {
                float top = y;
                ground(top);
                booklet.within("TR", () -> {
                    for (int column = 0; column < widths.length; column++) {
                        int at = column;
                        booklet.go(
                                booklet.head("Column", grid.heads().get(column).language()), () -> drawHead(at, top));
                    }
                });
                y += headTall;
                for (Grid.Row row : grid.rows()) {
                    booklet.within("TR", () -> put(row));
                }
            });
        }

        private void put(Grid.Row row) {
            boolean isStrong = row.weight() == Grid.Weight.STRONG;
            List<List<Line>> cells = new ArrayList<>();
            List<Booklet.Part> parts = new ArrayList<>();
            float leading = 0;
            int most = 1;
            for (int column = 0; column < widths.length; column++) {
                Words words = row.cells().get(column).words();
                cells.add(shapes.of(words, isStrong).wrapAnywhere(widths[column] - 2 * PAD, CELL));
                parts.add(column == 0 ? booklet.head("Row", words.language()) : booklet.part("TD", words.language()));
                most = Math.max(most, cells.getLast().size());
                leading = Math.max(leading, leading(words, CELL));
            }
            int from = 0;
            while (from < most) {
                int left = most - from;
                int fit = (int) ((HEIGHT - BOTTOM - y - 2 * PAD) / leading);
                if (fit < Math.min(left, 6)) {
                    next();
                    fit = Math.max(1, (int) ((HEIGHT - BOTTOM - y - 2 * PAD) / leading));
                }
                int until = from + Math.min(left, fit);
                draw(row, cells, parts, from, until, leading);
                y += (until - from) * leading + 1.4f * PAD;
                float line = y;
                booklet.ornament(() -> rule(SIDE, line, inner(), isStrong ? .9f : .4f, isStrong ? Ink.DEEP : Ink.LINE));
                from = until;
            }
        }

        private void draw(
                Grid.Row row, List<List<Line>> cells, List<Booklet.Part> parts, int from, int until, float leading) {
            float left = SIDE;
            Ink ink = row.weight() == Grid.Weight.SOFT ? Ink.SOFT : Ink.BLACK;
            for (int column = 0; column < widths.length; column++) {
                List<Line> lines = cells.get(column);
                List<Line> here = lines.subList(Math.min(from, lines.size()), Math.min(until, lines.size()));
                Words words = row.cells().get(column).words();
                boolean isAtEnd = words.isRightToLeft() || isOfNumbers[column];
                float begin = left + PAD;
                float end = left + widths[column] - PAD;
                if (!here.isEmpty()) {
                    booklet.go(parts.get(column), () -> {
                        for (int i = 0; i < here.size(); i++) {
                            float at = isAtEnd ? end - here.get(i).width(CELL) : begin;
                            float foot = y + .7f * PAD + i * leading + leading * Typesetting.foot(words.language());
                            booklet.text(here.get(i), at, foot, CELL, ink);
                        }
                    });
                }
                left += widths[column];
            }
        }

        /** On the next page, where the heads stand again for the eye: who hears the table has heard them. */
        private void next() {
            turn();
            float top = y;
            ground(top);
            booklet.ornament(() -> {
                for (int column = 0; column < widths.length; column++) {
                    drawHead(column, top);
                }
            });
            y += headTall;
        }

        private void ground(float top) {
            booklet.ornament(() -> {
                booklet.box(SIDE, top, inner(), headTall, 0, Ink.MIST);
                rule(SIDE, top + headTall, inner(), .9f, Ink.DEEP);
            });
        }

        private void drawHead(int column, float top) {
            float left = SIDE;
            for (int before = 0; before < column; before++) {
                left += widths[before];
            }
            Words words = grid.heads().get(column);
            float leading = leading(words, HEAD);
            List<Line> lines = heads.get(column);
            float first = top + headTall - PAD - lines.size() * leading;
            for (int i = 0; i < lines.size(); i++) {
                float at = isOfNumbers[column]
                        ? left + widths[column] - PAD - lines.get(i).width(HEAD)
                        : left + PAD;
                booklet.text(
                        lines.get(i),
                        at,
                        first + i * leading + leading * Typesetting.foot(words.language()),
                        HEAD,
                        Ink.BLACK);
            }
        }
    }
}
