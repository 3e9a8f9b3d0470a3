package org.portevoix.search;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The words of what somebody wrote, as they are kept and looked for in any script: cut by Unicode's rules and ICU's
 * dictionaries, without case or accents; Arabic without vowels, its alefs alike, also without "and" and "the".
 */
public final class Words {

    /** Longer ones are nobody's words; the column holds no more. */
    static final int LONGEST = 40;

    /** Left of an Arabic word, or nothing is taken from it. */
    private static final int SHORTEST_STEM = 3;

    private static final Normalizer2 CASEFOLD = Normalizer2.getNFKCCasefoldInstance();
    private static final Normalizer2 DECOMPOSED = Normalizer2.getNFKDInstance();

    /** Accents of Latin, Greek and Cyrillic; vowels and signs of Arabic. Those of Tamil and Bengali make other words. */
    private static final Pattern MARKS =
            Pattern.compile("[\\u0300-\\u036f\\u0610-\\u061a\\u0640\\u064b-\\u065f\\u0670\\u06d6-\\u06ed]");

    /** The apostrophe of "l’eau" too, which no dictionary parts. */
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");

    private static final Pattern ARABIC_LEANING =
            Pattern.compile("^(?:[\\u0648\\u0641]?(?:[\\u0628\\u0643]?\\u0627\\u0644|\\u0644\\u0644)|\\u0648)");

    private Words() {}

    /** Those to keep, each once. */
    public static Set<String> kept(Collection<String> texts) {
        Set<String> kept = new LinkedHashSet<>();
        for (String text : texts) {
            for (String word : cut(text)) {
                kept.add(word);
                if (isHan(word)) {
                    kept.addAll(pairs(word));
                } else {
                    kept.add(stem(word));
                }
            }
            // Where a dictionary parts a run of Chinese signs in another place than whoever looks for it.
            runs(text).forEach(run -> kept.addAll(pairs(run)));
        }
        return kept;
    }

    /** Those to look for, in their order. */
    static List<String> asked(String text) {
        Set<String> asked = new LinkedHashSet<>();
        for (String word : cut(text)) {
            if (isHan(word)) {
                asked.addAll(pairs(word));
            } else {
                asked.add(stem(word));
            }
        }
        return List.copyOf(asked);
    }

    /** In their order, as often as they are there. */
    public static List<String> cut(String text) {
        List<String> words = new ArrayList<>();
        BreakIterator breaks = BreakIterator.getWordInstance(ULocale.ROOT);
        breaks.setText(text);
        int from = breaks.first();
        for (int to = breaks.next(); to != BreakIterator.DONE; to = breaks.next()) {
            add(words, text.substring(from, to));
            from = to;
        }
        return words;
    }

    /** Of a word as {@link #cut} gives it: without what leans on it in Arabic; else itself. */
    public static String stem(String word) {
        var leaning = ARABIC_LEANING.matcher(word);
        return leaning.lookingAt() && word.length() - leaning.end() >= SHORTEST_STEM
                ? word.substring(leaning.end())
                : word;
    }

    static boolean isHan(String word) {
        return Character.isIdeographic(word.codePointAt(0));
    }

    private static void add(List<String> words, String piece) {
        List<String> parts = BETWEEN.splitAsStream(folded(piece))
                .filter(part -> part.codePoints().anyMatch(Character::isLetterOrDigit))
                .toList();
        parts.stream()
                // "l", "d", "j" of an elision.
                .filter(part -> parts.size() == 1 || part.length() > 1)
                .map(Words::shortened)
                .forEach(words::add);
    }

    private static String folded(String piece) {
        String folded = MARKS.matcher(DECOMPOSED.normalize(CASEFOLD.normalize(piece)))
                .replaceAll("")
                .replace('\u0131', 'i')
                .replace("\u0153", "oe")
                .replace("\u00e6", "ae")
                .replace('\u0649', '\u064a')
                .replace('\u0629', '\u0647')
                .replace('\u06cc', '\u064a')
                .replace('\u06a9', '\u0643');
        return folded.replace('\u0671', '\u0627');
    }

    private static String shortened(String word) {
        return word.length() <= LONGEST
                ? word
                : word.substring(0, Character.isHighSurrogate(word.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST);
    }

    /** Signs two by two; the sign itself where there is one. */
    private static List<String> pairs(String run) {
        int[] signs = run.codePoints().toArray();
        if (signs.length == 1) {
            return List.of(run);
        }
        List<String> pairs = new ArrayList<>();
        for (int i = 0; i + 1 < signs.length; i++) {
            pairs.add(new String(signs, i, 2));
        }
        return pairs;
    }

    private static List<String> runs(String text) {
        return Pattern.compile("\\p{IsHan}{2,}")
                .matcher(CASEFOLD.normalize(text))
                .results()
                .map(found -> found.group())
                .toList();
    }
}
