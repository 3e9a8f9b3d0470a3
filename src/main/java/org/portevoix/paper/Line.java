package org.portevoix.paper;

import java.util.List;

/**
 * One line of text, shaped: its runs from left to right.
 *
 * @param width in thousandths of the size at which it is printed
 */
public record Line(String text, List<Run> runs, float width) {

    /**
     * Letters of one face.
     *
     * @param x of each glyph from the beginning of the line, y above its foot, in thousandths of the size
     * @param texts what each glyph stands for; "" where another glyph says it already
     */
    public record Run(Typeface face, int[] glyphs, float[] x, float[] y, String[] texts) {}

    public float width(float size) {
        return width * size / Typeface.UNIT;
    }
}
