package org.portevoix.report;

import java.util.ArrayList;
import java.util.List;

/**
 * A drawing of a table: rectangles, lines, dots and words, each with the class that the style sheet knows. The page and the file
 * that is downloaded draw the same.
 *
 * @param legend the message that says how it is read
 * @param told its figures in words
 */
record Chart(
        String title,
        String legend,
        String told,
        int width,
        int height,
        List<Rect> rects,
        List<Line> lines,
        List<Curve> curves,
        List<Dot> dots,
        List<Words> texts) {

    private static final int EDGES = 20;
    private static final int HEAD = 64;
    private static final int LINE = 22;
    /** As wide as most letters are, in the size of the style sheet. */
    private static final int LETTER = 8;

    /** With a margin around it, as {@link #fileHeight}. */
    int fileWidth() {
        return width + EDGES;
    }

    /** With its title above, and how it is read below. */
    int fileHeight() {
        return height + EDGES + HEAD + notes().size() * LINE;
    }

    int fileTop() {
        return -HEAD - EDGES / 2;
    }

    /** How it is read, in lines no longer than the drawing. */
    List<Words> notes() {
        List<String> lines = new ArrayList<>(List.of(""));
        for (String word : legend.split(" ")) {
            String longer = (lines.getLast() + " " + word).strip();
            if (longer.length() * LETTER > width) {
                lines.add(word);
            } else {
                lines.set(lines.size() - 1, longer);
            }
        }
        List<Words> notes = new ArrayList<>();
        for (String line : lines) {
            notes.add(new Words("veil", 0, height + (notes.size() + 1) * LINE, "start", line));
        }
        return notes;
    }

    record Rect(String kind, int x, int y, int width, int height) {}

    record Line(String kind, int x1, int y1, int x2, int y2) {}

    /** {@code points} as SVG writes them. */
    record Curve(String points) {}

    record Dot(String kind, int x, int y, int r) {}

    /** {@code anchor}: start, middle or end. */
    record Words(String kind, int x, int y, String anchor, String words) {}

    /** What is being drawn. */
    static final class Paper {
        final List<Rect> rects = new ArrayList<>();
        final List<Line> lines = new ArrayList<>();
        final List<Curve> curves = new ArrayList<>();
        final List<Dot> dots = new ArrayList<>();
        final List<Words> texts = new ArrayList<>();

        void rect(String kind, int x, int y, int width, int height) {
            rects.add(new Rect(kind, x, y, width, height));
        }

        void line(String kind, int x1, int y1, int x2, int y2) {
            lines.add(new Line(kind, x1, y1, x2, y2));
        }

        void words(String kind, int x, int y, String anchor, String words) {
            texts.add(new Words(kind, x, y, anchor, words));
        }

        Chart chart(Report.Table table, String legend, String told, int width, int height) {
            return new Chart(
                    table.title(),
                    legend,
                    told,
                    width,
                    height,
                    List.copyOf(rects),
                    List.copyOf(lines),
                    List.copyOf(curves),
                    List.copyOf(dots),
                    List.copyOf(texts));
        }
    }
}
