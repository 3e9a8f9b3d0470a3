package org.portevoix.paper;

import org.portevoix.language.Language;
import org.portevoix.language.Translated;

/**
 * Something that a poster says, in the language in which it is really said.
 *
 * @param text without line breaks and marks
 * @param language ISO 639 code
 * @param direction "ltr" or "rtl"
 */
public record Words(String text, String language, String direction) {

    public Words {
        text = text.replaceAll("\\s+", " ").strip();
    }

    /** A number, an address: the same in every language. */
    public static Words plain(String text) {
        return new Words(text, Language.SOURCE, "ltr");
    }

    /** A translated text on one line. */
    public static Words of(Translated text) {
        return new Words(unmarked(text.body()), text.language(), text.direction());
    }

    public boolean isRightToLeft() {
        return direction.equals("rtl");
    }

    /** Texts may hold a few marks of Markdown, which paper does not show. */
    private static String unmarked(String text) {
        return text.replaceAll("\\[([^]]*)]\\([^)]*\\)", "$1")
                .replaceAll("(?m)^\\s*(?:[-*+>]|#+|\\d+[.)])\\s+|[*_`]", "");
    }
}
