package org.portevoix.language;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A word of what somebody wrote, made alike however it is written: without accents and Arabic vowels, in lower case, a
 * letter said twice kept once. A Chinese sign is a word.
 *
 * @param text made alike
 * @param bare the same without the Arabic "and" that leans on it; else the same
 * @param from its first UTF-16 unit in what was written
 * @param to the unit after its last
 * @param sentence the number of its sentence, from 0
 */
public record SaidWord(String text, String bare, int from, int to, int sentence) {

    /** Accents of Latin, Greek and Cyrillic; vowels and signs of Arabic. Those of Tamil and Bengali make other words. */
    private static final Pattern MARKS = Pattern.compile(
            "[\\u0300-\\u036f\\u0610-\\u061a\\u0640\\u064b-\\u065f\\u0670\\u06d6-\\u06ed\\u200c\\u200d]");

    private static final Pattern TWICE = Pattern.compile("(\\p{L})\\1+");
    private static final String ENDS = "!?\u3002\uff01\uff1f\u061f\u0964\u06d4";
    private static final int SHORTEST_WITH_AND = 4;

    /** The words of a text in their order. */
    public static List<SaidWord> of(String text) {
        List<SaidWord> words = new ArrayList<>();
        int sentence = 0;
        int at = 0;
        while (at < text.length()) {
            int sign = text.codePointAt(at);
            int next = at + Character.charCount(sign);
            if (isIdeograph(sign)) {
                words.add(new SaidWord(Character.toString(sign), Character.toString(sign), at, next, sentence));
            } else if (Character.isLetterOrDigit(sign)) {
                next = end(text, next);
                words.add(word(text, at, next, sentence));
            } else if (isEnd(text, at)) {
                sentence++;
            }
            at = next;
        }
        return words;
    }

    /** As a word is compared. */
    static String alike(String word) {
        String plain = MARKS.matcher(Normalizer.normalize(word, Normalizer.Form.NFKD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT)
                .replace('\u0131', 'i')
                .replace("\u0153", "oe")
                .replace("\u00e6", "ae")
                .replace("\u00df", "ss")
                .replace('\u0649', '\u064a')
                .replace('\u0629', '\u0647')
                .replace('\u06cc', '\u064a')
                .replace('\u06a9', '\u0643');
        return TWICE.matcher(MARKS.matcher(plain).replaceAll("")).replaceAll("$1");
    }

    static boolean isIdeograph(int sign) {
        return Character.isIdeographic(sign);
    }

    private static SaidWord word(String text, int from, int to, int sentence) {
        String alike = alike(text.substring(from, to));
        boolean hasAnd = alike.length() >= SHORTEST_WITH_AND && alike.charAt(0) == '\u0648';
        return new SaidWord(alike, hasAnd ? alike.substring(1) : alike, from, to, sentence);
    }

    private static int end(String text, int from) {
        int at = from;
        while (at < text.length()) {
            int sign = text.codePointAt(at);
            if (!isInside(sign) || isIdeograph(sign)) {
                break;
            }
            at += Character.charCount(sign);
        }
        return at;
    }

    private static boolean isInside(int sign) {
        int type = Character.getType(sign);
        return Character.isLetterOrDigit(sign)
                || type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK
                || type == Character.FORMAT;
    }

    /** Dots that follow one another are a pause, a single line end too. */
    private static boolean isEnd(String text, int at) {
        char sign = text.charAt(at);
        if (sign == '.' || sign == '\n') {
            boolean isRepeated =
                    at + 1 < text.length() && text.charAt(at + 1) == sign || at > 0 && text.charAt(at - 1) == sign;
            return (sign == '\n') == isRepeated;
        }
        return ENDS.indexOf(sign) >= 0;
    }
}
