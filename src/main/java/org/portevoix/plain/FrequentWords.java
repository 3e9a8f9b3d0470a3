package org.portevoix.plain;

import jakarta.inject.Singleton;
import java.util.HashSet;
import java.util.Set;
import org.portevoix.web.Resources;

/**
 * The French words that people meet often: at least five times in a million words of books (Lexique 3.83, New and
 * Pallier, CC BY-SA 4.0, see resources/plain/README.md), or every day in a town.
 */
@Singleton
class FrequentWords {
    private static final double OFTEN = 5;

    /** Of forms, each with those of the words that they may come from. */
    private static final String[][] ENDINGS = {
        {"s", ""},
        {"x", ""},
        {"e", ""},
        {"es", ""},
        {"aux", "al"},
        {"ez", "er", "e", "ent"},
        {"ons", "er", "e"},
        {"ent", "er", "e"},
        {"e", "er"},
        {"é", "er"},
        {"ée", "er"},
        {"és", "er"},
        {"ées", "er"},
        {"era", "er"},
        {"eront", "er"},
        {"erez", "er"},
        {"issez", "ir"},
        {"issent", "ir"},
        {"ira", "ir"},
        {"irez", "ir"},
        {"ivez", "ire"},
        {"ivent", "ire"}
    };

    private final Set<String> words = read();

    /** Whether it, or the word that it is a form of, is met often. */
    boolean hold(FrenchWord word) {
        return holdForm(word.lower())
                || !word.pieces().isEmpty() && word.pieces().stream().allMatch(this::holdForm);
    }

    /** It, or what it may be a form of: of a plural, a feminine, or a regular verb. */
    private boolean holdForm(String written) {
        String word = written.replace("œ", "oe");
        if (word.length() == 1 || words.contains(word)) {
            return true;
        }
        for (String[] ending : ENDINGS) {
            if (word.length() > ending[0].length() + 2 && word.endsWith(ending[0])) {
                String stem = word.substring(0, word.length() - ending[0].length());
                for (int i = 1; i < ending.length; i++) {
                    if (words.contains(stem + ending[i])) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private static Set<String> read() {
        Set<String> words = new HashSet<>(32_768);
        Resources.read("/plain/word-frequencies-fr.csv").lines().skip(1).forEach(line -> {
            int comma = line.lastIndexOf(',');
            if (Double.parseDouble(line.substring(comma + 1)) >= OFTEN) {
                words.add(line.substring(0, comma));
            }
        });
        Resources.read("/plain/everyday-words-fr.txt")
                .lines()
                .filter(line -> !line.startsWith("#"))
                .forEach(line -> words.addAll(Set.of(line.split(" "))));
        return Set.copyOf(words);
    }
}
