package org.portevoix.event;

import biweekly.ICalVersion;
import biweekly.ICalendar;
import biweekly.io.text.ICalWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.regex.Pattern;

/**
 * Writes a calendar, and folds its lines at 75 octets (RFC 5545, 3.1). The library folds at 75 characters, of which an Arabic one
 * takes two octets.
 */
public final class CalendarLines {

    private static final int MOST_OCTETS = 75;
    private static final String END = "\r\n";
    /** What no line may hold (RFC 5545, 3.1: CONTROL), and halves of a line's end. */
    private static final Pattern CONTROLS =
            Pattern.compile("[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f]|\\r(?!\\n)|(?<!\\r)\\n");

    private CalendarLines() {}

    /** A whole calendar, ready to be sent. */
    public static String of(ICalendar calendar) {
        return folded(write(calendar));
    }

    private static String write(ICalendar calendar) {
        StringWriter lines = new StringWriter();
        try (ICalWriter writer = new ICalWriter(lines, ICalVersion.V2_0)) {
            writer.getVObjectWriter().getFoldedLineWriter().setLineLength(null);
            writer.write(calendar);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return CONTROLS.matcher(lines.toString()).replaceAll("");
    }

    /** @param lines each with its CRLF */
    static String folded(String lines) {
        StringBuilder folded = new StringBuilder(lines.length() + lines.length() / 32);
        for (String line : lines.split(END)) {
            fold(line, folded);
        }
        return folded.toString();
    }

    /** Appends a line, with its CRLF. */
    static void fold(CharSequence line, StringBuilder folded) {
        int octets = 0;
        int next;
        for (int at = 0; at < line.length(); at = next) {
            int character = Character.codePointAt(line, at);
            next = at + Character.charCount(character);
            if (octets + octets(character) > MOST_OCTETS) {
                folded.append(END).append(' ');
                octets = 1;
            }
            folded.appendCodePoint(character);
            octets += octets(character);
        }
        folded.append(END);
    }

    /** How many octets this character takes in UTF-8 (RFC 3629). */
    private static int octets(int character) {
        if (character < 0x80) {
            return 1;
        }
        if (character < 0x800) {
            return 2;
        }
        return character < 0x10000 ? 3 : 4;
    }
}
