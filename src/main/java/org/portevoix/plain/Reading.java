package org.portevoix.plain;

import java.util.List;

/**
 * How a French text reads.
 *
 * @param syllables as the voice says them, near enough to rank texts
 * @param rareWords those that people seldom meet and that nobody explains
 * @param remarks in the order of the text, those on the whole of it last
 */
public record Reading(
        int words, int sentences, int syllables, int longestSentence, int rareWords, List<Remark> remarks) {

    /**
     * Kandel and Moles (1958), the French form of Flesch's reading ease:
     * {@code 207 - 1.015 x words per sentence - 73.6 x syllables per word}; higher is easier. L. Kandel and A. Moles,
     * "Application de l'indice de Flesch à la langue française", Cahiers d'études de radio-télévision 19 (1958).
     */
    public double score() {
        return 207 - 1.015 * wordsPerSentence() - 73.6 * syllables / Math.max(1, words);
    }

    public double wordsPerSentence() {
        return words / (double) Math.max(1, sentences);
    }

    /** From 0 to 1. */
    public double rareShare() {
        return rareWords / (double) Math.max(1, words);
    }

    /** Whether residents can read it as it is. */
    public boolean isPlain() {
        return remarks.stream().noneMatch(Remark::isGrave);
    }
}
