package org.portevoix.plain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * One word of a French sentence, as people count them: what stands between two spaces and holds a letter or a digit.
 *
 * @param text without the punctuation around it, with straight apostrophes
 * @param bare without the article or pronoun that leans on it: l'eau is eau
 * @param lower the same in lower case
 * @param isFirst of its sentence
 */
record FrenchWord(String text, String bare, String lower, boolean isFirst) {
    private static final Pattern SPACE = Pattern.compile("[\\s\\u00a0\\u202f]+");
    private static final Pattern INSIDE = Pattern.compile("[-'/.]");
    private static final Pattern ELIDED =
            Pattern.compile("^(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu)'", Pattern.CASE_INSENSITIVE);
    private static final String VOWELS = "aeiouyàâäéèêëîïôöùûüœæ";
    // After another vowel: maïs, Noël; and so is what follows an é: créer, réalité.
    private static final String SAID_APART = "ïëü";
    private static final Pattern ACRONYM = Pattern.compile("\\p{Lu}[\\p{Lu}\\p{N}]+");
    private static final Pattern ROMAN = Pattern.compile("[IVXLCDM]+");
    private static final Pattern ADDRESS = Pattern.compile("@|://|\\.(?:fr|org|com)\\b");
    private static final Set<String> PRONOUNS = Set.of(
            "je", "tu", "il", "elle", "on", "nous", "vous", "ils", "elles", "moi", "toi", "le", "la", "les", "lui",
            "leur", "en", "y", "ce", "ci", "là", "t", "même", "mêmes");

    /** The words of a sentence in their order. */
    static List<FrenchWord> of(String sentence) {
        List<FrenchWord> words = new ArrayList<>();
        for (String token : SPACE.split(sentence.replace('’', '\''))) {
            String text = withoutPunctuation(token);
            if (!text.isEmpty()) {
                String bare = ELIDED.matcher(text).replaceFirst("");
                words.add(new FrenchWord(text, bare, bare.toLowerCase(Locale.FRENCH), words.isEmpty()));
            }
        }
        return words;
    }

    private static String withoutPunctuation(String token) {
        int start = 0;
        int end = token.length();
        while (start < end && !Character.isLetterOrDigit(token.charAt(start))) {
            start++;
        }
        while (end > start && !Character.isLetterOrDigit(token.charAt(end - 1))) {
            end--;
        }
        return token.substring(start, end);
    }

    /**
     * How often the voice moves, near enough to rank words: one for each group of vowels, the final e, es and ent being
     * silent (but -ment is said), and vowels that are said apart counting apart. A number counts as one.
     */
    int syllables() {
        int all = 0;
        for (String part : INSIDE.split(text.toLowerCase(Locale.FRENCH))) {
            all += syllables(part);
        }
        return Math.max(1, all);
    }

    private static int syllables(String part) {
        int silent = part.endsWith("ent") && !part.endsWith("ment")
                ? 3
                : part.endsWith("es") ? 2 : part.endsWith("e") ? 1 : 0;
        int kept = groupsOfVowels(part, part.length() - silent);
        // "le", "des": the e is all that there is to say.
        return kept > 0 ? kept : groupsOfVowels(part, part.length());
    }

    private static int groupsOfVowels(String part, int length) {
        int groups = 0;
        char before = ' ';
        for (int i = 0; i < length; i++) {
            char letter = part.charAt(i);
            boolean isApart = before == 'é' && letter != 'e' || SAID_APART.indexOf(letter) >= 0;
            if (VOWELS.indexOf(letter) >= 0 && (VOWELS.indexOf(before) < 0 || isApart)) {
                groups++;
            }
            before = letter;
        }
        return groups;
    }

    /** The pieces that a dictionary may hold: the whole, else what hyphens part, without pronouns. */
    List<String> pieces() {
        return Arrays.stream(lower.split("[-/]"))
                .filter(piece -> !piece.isEmpty() && !PRONOUNS.contains(piece))
                .toList();
    }

    boolean isAcronym() {
        return ACRONYM.matcher(bare).matches() && !ROMAN.matcher(bare).matches();
    }

    /** Of a person or a place, as far as a capital inside a sentence tells. */
    boolean isName() {
        return !isFirst && Character.isUpperCase(bare.codePointAt(0));
    }

    /** Numbers, hours, addresses: nothing to look up. */
    boolean isWord() {
        return !bare.isEmpty()
                && bare.codePoints().noneMatch(Character::isDigit)
                && !ADDRESS.matcher(text).find();
    }
}
