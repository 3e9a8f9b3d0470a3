package org.portevoix.paper;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.text.Bidi;
import com.ibm.icu.text.BidiRun;
import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.awt.font.GlyphVector;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Sets words in lines. The letters of Arabic, Tamil and Bengali change their shape and place with their neighbours: the JDK's
 * own shaper (HarfBuzz) says which glyph stands where, which no maker of PDF for Java does for all of them.
 */
public final class Typesetting {

    /** So that the space between letters is not rounded to that of a screen. */
    private static final FontRenderContext EXACT = new FontRenderContext(null, true, true);

    /** The mathematical minus, which no face has, and what is as long. */
    private static final int MINUS = 0x2212;

    private static final int DASH = 0x2013;

    private final String text;
    private final boolean isRightToLeft;
    private final boolean isBold;
    private final ULocale locale;
    private final List<Integer> breaks;
    private final Map<Long, Line> lines = new HashMap<>();

    public Typesetting(Words words, boolean isBold) {
        this.text = printable(words.text(), isBold);
        this.isRightToLeft = words.isRightToLeft();
        this.isBold = isBold;
        this.locale = ULocale.forLanguageTag(words.language());
        this.breaks = breaks(BreakIterator.getLineInstance(locale));
    }

    public String text() {
        return text;
    }

    /** All of it on one line. */
    public Line line() {
        return line(0, text.length());
    }

    /** As few lines as this width allows; null where a word is longer than a line. */
    public @Nullable List<Line> wrap(float width, float size) {
        float room = width * Typeface.UNIT / size;
        if (line().width() <= room) {
            return text.isEmpty() ? List.of() : List.of(line());
        }
        return wrap(room, breaks);
    }

    /** The same; a word that is longer than a line goes on in the next. */
    public List<Line> wrapAnywhere(float width, float size) {
        List<Line> whole = wrap(width, size);
        if (whole != null) {
            return whole;
        }
        float room = width * Typeface.UNIT / size;
        List<Integer> letters = breaks(BreakIterator.getCharacterInstance(locale));
        List<Integer> more = new ArrayList<>();
        int start = 0;
        for (int end : breaks) {
            if (line(start, end).width() > room) {
                int from = start;
                letters.stream().filter(at -> at > from && at < end).forEach(more::add);
            }
            more.add(end);
            start = end;
        }
        List<Line> broken = wrap(room, more);
        return broken == null ? List.of(line()) : broken;
    }

    /** The length of its longest word at this size: no line can be shorter without breaking it. */
    public float longestWord(float size) {
        float longest = 0;
        int start = 0;
        for (int end : breaks) {
            longest = Math.max(longest, line(start, end).width(size));
            start = end;
        }
        return longest;
    }

    /** Room for the signs above and under the letters, which differ between scripts: from line to line, for each unit of size. */
    public static float leading(String language) {
        return switch (language) {
            case "ar", "fa", "ur", "ps" -> 1.42f;
            case "ta", "bn" -> 1.36f;
            case "zh" -> 1.24f;
            default -> 1.2f;
        };
    }

    /** Where letters stand in the room of their line, of which it is a share. */
    public static float foot(String language) {
        return switch (language) {
            case "ar", "fa", "ur", "ps" -> .72f;
            case "ta", "bn" -> .73f;
            case "zh" -> .79f;
            default -> .77f;
        };
    }

    /** As many lines as {@link #wrap} makes, of lengths that differ as little as may be. */
    public @Nullable List<Line> wrapEvenly(float width, float size) {
        List<Line> lines = wrap(width, size);
        if (lines == null || lines.size() < 2) {
            return lines;
        }
        List<Line> evenest = lines;
        for (float narrower = width * .96f; narrower > width / 2; narrower -= width * .04f) {
            List<Line> tried = wrap(narrower, size);
            if (tried == null || tried.size() > lines.size()) {
                return evenest;
            }
            evenest = tried;
        }
        return evenest;
    }

    private @Nullable List<Line> wrap(float width, List<Integer> breaks) {
        List<Line> wrapped = new ArrayList<>();
        int start = 0;
        int last = 0;
        for (int next : breaks) {
            if (last > start && line(start, next).width() > width) {
                wrapped.add(line(start, last));
                start = last;
            }
            if (line(start, next).width() > width) {
                return null;
            }
            last = next;
        }
        if (last > start) {
            wrapped.add(line(start, last));
        }
        return wrapped;
    }

    private List<Integer> breaks(BreakIterator iterator) {
        iterator.setText(text);
        List<Integer> found = new ArrayList<>();
        iterator.first();
        for (int at = iterator.next(); at != BreakIterator.DONE; at = iterator.next()) {
            found.add(at);
        }
        return found;
    }

    private Line line(int start, int end) {
        return lines.computeIfAbsent(
                ((long) start << 32) | end,
                unused -> shape(text.substring(start, end).strip()));
    }

    private Line shape(String line) {
        List<Line.Run> runs = new ArrayList<>();
        float width = 0;
        if (!line.isEmpty()) {
            Bidi bidi = new Bidi(line, isRightToLeft ? Bidi.RTL : Bidi.LTR);
            for (int i = 0; i < bidi.countRuns(); i++) {
                BidiRun run = bidi.getVisualRun(i);
                List<Span> spans = spans(line, run.getStart(), run.getLimit());
                for (Span span : run.isOddRun() ? spans.reversed() : spans) {
                    width += shape(line, span, run.isOddRun(), width, runs);
                }
            }
        }
        return new Line(line, List.copyOf(runs), width);
    }

    /** Adds the glyphs of a span to the line, and gives its width. */
    private static float shape(String line, Span span, boolean isRightToLeft, float from, List<Line.Run> runs) {
        char[] characters = line.toCharArray();
        GlyphVector shaped = span.face()
                .font()
                .layoutGlyphVector(
                        EXACT,
                        characters,
                        span.start(),
                        span.end(),
                        isRightToLeft ? Font.LAYOUT_RIGHT_TO_LEFT : Font.LAYOUT_LEFT_TO_RIGHT);
        int count = shaped.getNumGlyphs();
        List<Integer> seen = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            // The JDK marks in this way a character that joins others and is not seen itself.
            if (shaped.getGlyphCode(i) < 0xFFFE) {
                seen.add(i);
            }
        }
        int[] glyphs = new int[seen.size()];
        float[] x = new float[seen.size()];
        float[] y = new float[seen.size()];
        String[] texts = new String[seen.size()];
        String[] told = texts(line, span, shaped);
        for (int i = 0; i < glyphs.length; i++) {
            int at = seen.get(i);
            glyphs[i] = shaped.getGlyphCode(at);
            x[i] = from + (float) shaped.getGlyphPosition(at).getX();
            y[i] = -(float) shaped.getGlyphPosition(at).getY();
            texts[i] = told[at];
        }
        runs.add(new Line.Run(span.face(), glyphs, x, y, texts));
        return (float) shaped.getGlyphPosition(count).getX();
    }

    /** A glyph stands for the characters from its own to the next one's; the first of several glyphs says them all. */
    private static String[] texts(String line, Span span, GlyphVector shaped) {
        int count = shaped.getNumGlyphs();
        boolean[] begins = new boolean[span.end() - span.start() + 1];
        begins[span.end() - span.start()] = true;
        for (int i = 0; i < count; i++) {
            begins[shaped.getGlyphCharIndex(i)] = true;
        }
        boolean[] said = new boolean[begins.length];
        String[] texts = new String[count];
        for (int i = 0; i < count; i++) {
            int at = shaped.getGlyphCharIndex(i);
            int next = at + 1;
            while (!begins[next]) {
                next++;
            }
            texts[i] = said[at] ? "" : line.substring(span.start() + at, span.start() + next);
            said[at] = true;
        }
        return texts;
    }

    /** The part of a line in pieces of one face each. */
    private List<Span> spans(String line, int start, int end) {
        List<Span> spans = new ArrayList<>();
        Typeface face = null;
        int from = start;
        for (int at = start; at < end; at += Character.charCount(line.codePointAt(at))) {
            Typeface own = Typeface.of(line.codePointAt(at), isBold, face);
            if (face != null && own != null && own != face) {
                spans.add(new Span(face, from, at));
                from = at;
            }
            face = own == null ? face : own;
        }
        if (face != null) {
            spans.add(new Span(face, from, end));
        }
        return spans;
    }

    /** Without what no face has, an emoji, and without marks that turn what follows around. */
    private static String printable(String text, boolean isBold) {
        return text.codePoints()
                .map(character -> character == MINUS ? DASH : character)
                .filter(character -> Typeface.of(character, isBold, null) != null && !isUnfit(character))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                .strip();
    }

    /** Controls, what is no character at all, and what turns others around (UAX 9, 2). */
    private static boolean isUnfit(int character) {
        return character >= 0x202A && character <= 0x202E
                || character >= 0x2066 && character <= 0x2069
                || character == 0xFEFF
                || UCharacter.isISOControl(character)
                || UCharacter.hasBinaryProperty(character, UProperty.NONCHARACTER_CODE_POINT);
    }

    private record Span(Typeface face, int start, int end) {}
}
