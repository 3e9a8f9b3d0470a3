package org.portevoix.paper;

/** One page that hangs on a wall, laid out from the side on which one begins to read. Lengths in points, y from the top. */
public final class Sheet {

    private final float width;
    private final float height;
    private final float margin;
    private final boolean isRightToLeft;
    private final Booklet booklet;

    /** @param language of its own words, in which it is laid out */
    public Sheet(float width, float height, float margin, String language, boolean isRightToLeft) {
        this.width = width;
        this.height = height;
        this.margin = margin;
        this.isRightToLeft = isRightToLeft;
        this.booklet = new Booklet(width, height, language);
    }

    /** To draw on. */
    public Booklet booklet() {
        return booklet;
    }

    /** Between the margins. */
    public float inner() {
        return width - 2 * margin;
    }

    public float margin() {
        return margin;
    }

    /** Where the lower margin begins. */
    public float bottom() {
        return height - margin;
    }

    /** From the side on which one begins to read to the left edge of the paper. */
    public float left(float start, float wide) {
        return isRightToLeft ? width - margin - start - wide : margin + start;
    }

    /** A paragraph or a heading, {@code start} away from the side on which one begins to read. */
    public void say(String role, Block block, float start, float top, Ink ink) {
        if (!block.lines().isEmpty()) {
            booklet.say(role, block.words().language(), () -> put(block, start, top, ink));
        }
    }

    /** The same, inside something that is said already. */
    public void put(Block block, float start, float top, Ink ink) {
        for (int i = 0; i < block.lines().size(); i++) {
            Line line = block.lines().get(i);
            booklet.text(
                    line,
                    left(start, line.width(block.size())),
                    top
                            + i * block.leading()
                            + block.leading() * Typesetting.foot(block.words().language()),
                    block.size(),
                    ink);
        }
    }

    /** For the eye alone. */
    public void pictogram(String icon, float start, float top, float side, Ink ink) {
        booklet.ornament(() -> booklet.shape(Pictogram.of(icon, side), left(start, side), top, ink));
    }
}
