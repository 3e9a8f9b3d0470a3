package org.portevoix.paper;

import java.util.List;

/**
 * Words set in lines, of a size that fits their place.
 *
 * @param leading from the foot of a line to that of the next
 */
public record Block(Words words, List<Line> lines, float size, float leading) {

    /** The words as large as they fit, at most {@code largest}; where they do not at {@code smallest}, smaller, and words are broken. */
    public static Block fitted(Words words, boolean isBold, float wide, float tall, float largest, float smallest) {
        Typesetting setting = new Typesetting(words, isBold);
        float leading = Typesetting.leading(words.language());
        for (float size = largest; size > smallest; size *= .96f) {
            List<Line> lines = setting.wrapEvenly(wide, size);
            if (lines != null && lines.size() * size * leading <= tall) {
                return new Block(words, lines, size, size * leading);
            }
        }
        float size = smallest;
        List<Line> lines = setting.wrapAnywhere(wide, size);
        while (lines.size() * size * leading > tall && size > smallest / 2) {
            size *= .94f;
            lines = setting.wrapAnywhere(wide, size);
        }
        return new Block(words, lines, size, size * leading);
    }

    public float height() {
        return lines.size() * leading;
    }

    public float width() {
        return (float)
                lines.stream().mapToDouble(line -> line.width(size)).max().orElse(0);
    }
}
