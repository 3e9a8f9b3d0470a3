package org.portevoix.event;

import org.jspecify.annotations.Nullable;

/** Writes a calendar line by line (RFC 5545): what is long is folded, what has a meaning there is escaped. */
final class CalendarWriter {

    private final StringBuilder lines = new StringBuilder(4_096);
    private final StringBuilder line = new StringBuilder(512);

    /** A value that needs no escape: a date, a number, a word of the format. */
    CalendarWriter value(String name, String value) {
        line.append(name).append(':').append(value);
        return end();
    }

    /**
     * Words for people, which may have several lines.
     *
     * @param language in which they are; null where it is not told
     */
    CalendarWriter text(String name, @Nullable String language, String text) {
        line.append(name);
        if (language != null) {
            line.append(";LANGUAGE=").append(language);
        }
        line.append(':');
        for (int i = 0; i < text.length(); i++) {
            escape(text.charAt(i), i > 0 && text.charAt(i - 1) == '\r');
        }
        return end();
    }

    /** One kind of line break is told; other control characters can't be (RFC 5545, 3.3.11). */
    private void escape(char character, boolean isAfterReturn) {
        switch (character) {
            case '\\', ';', ',' -> line.append('\\').append(character);
            case '\n' -> line.append(isAfterReturn ? "" : "\\n");
            case '\r', '\u2028', '\u2029', '\u0085', '\u000b', '\f' -> line.append("\\n");
            default -> {
                if (character >= ' ' && character != '\u007f' || character == '\t') {
                    line.append(character);
                }
            }
        }
    }

    private CalendarWriter end() {
        CalendarLines.fold(line, lines);
        line.setLength(0);
        return this;
    }

    /** The whole. */
    String written() {
        return lines.toString();
    }
}
