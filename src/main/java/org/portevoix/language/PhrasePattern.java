package org.portevoix.language;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** One line of a list of phrases: words in their order, words to choose from, words between that may be any. */
final class PhrasePattern {

    /** Fewer letters, and a wrong one makes too many other words of it. */
    private static final int SHORTEST_MISSPELT = 6;

    private final List<Word> firstWords = new ArrayList<>();
    private final Step first;

    private PhrasePattern(List<Part> parts) {
        if (firstWords(parts, firstWords)) {
            throw new IllegalArgumentException("a phrase of no word");
        }
        first = steps(parts, 0, End.HERE);
    }

    static PhrasePattern read(String written) {
        Reader reader = new Reader(written);
        List<Part> parts = reader.sequence();
        if (!reader.isAtEnd()
                || parts.isEmpty()
                || new PhrasePattern(parts).firstWords().isEmpty()) {
            throw new IllegalArgumentException(written);
        }
        return new PhrasePattern(parts);
    }

    /** The word after the last one, when what begins at this word is such a phrase; else -1. */
    int end(List<SaidWord> words, int from) {
        return end(first, words, from, words.get(from).sentence());
    }

    List<Word> firstWords() {
        return firstWords;
    }

    /** True when the parts may be no word at all. */
    private static boolean firstWords(List<Part> parts, List<Word> into) {
        for (Part part : parts) {
            switch (part) {
                case Word word -> {
                    into.add(word);
                    return false;
                }
                case Gap gap -> throw new IllegalArgumentException("a phrase begins with a word");
                case Choice choice -> {
                    boolean isEmpty = choice.isOptional();
                    for (List<Part> one : choice.sequences()) {
                        isEmpty |= firstWords(one, into);
                    }
                    if (!isEmpty) {
                        return false;
                    }
                }
            }
        }
        return true;
    }

    /** From the last part to the first, each step knowing the next one. */
    private static Step steps(List<Part> parts, int from, Step then) {
        Step step = then;
        for (int i = parts.size() - 1; i >= from; i--) {
            Step next = step;
            step = switch (parts.get(i)) {
                case Word word -> new OneOf(Set.of(), List.of(word), next);
                case Gap gap -> new Skip(gap.most(), next);
                case Choice choice -> choice(choice, next);
            };
        }
        return step;
    }

    private static Step choice(Choice choice, Step next) {
        Set<String> whole = new HashSet<>();
        List<Word> words = new ArrayList<>();
        List<Step> steps = new ArrayList<>();
        for (List<Part> one : choice.sequences()) {
            if (one.size() == 1 && one.getFirst() instanceof Word word) {
                if (word.isBeginning() || word.isMisspelt()) {
                    words.add(word);
                } else {
                    whole.add(word.text());
                }
            } else {
                steps.add(steps(one, 0, next));
            }
        }
        if (!whole.isEmpty() || !words.isEmpty()) {
            steps.add(new OneOf(whole, words, next));
        }
        if (choice.isOptional()) {
            steps.add(next);
        }
        return steps.size() == 1 ? steps.getFirst() : new Either(steps);
    }

    private static int end(Step step, List<SaidWord> words, int at, int sentence) {
        return switch (step) {
            case End end -> at;
            case OneOf one ->
                at < words.size() && words.get(at).sentence() == sentence && one.has(words.get(at))
                        ? end(one.next(), words, at + 1, sentence)
                        : -1;
            case Skip skip -> {
                int found = -1;
                for (int skipped = 0; skipped <= skip.most() && found < 0 && at + skipped <= words.size(); skipped++) {
                    found = end(skip.next(), words, at + skipped, sentence);
                }
                yield found;
            }
            case Either either -> {
                int found = -1;
                for (Step one : either.steps()) {
                    found = Math.max(found, end(one, words, at, sentence));
                }
                yield found;
            }
        };
    }

    /** A step through a phrase, on to the next ones. */
    private sealed interface Step {}

    private enum End implements Step {
        HERE
    }

    /** @param whole words that are what they are; {@code words} those that may be longer or misspelt */
    private record OneOf(Set<String> whole, List<Word> words, Step next) implements Step {

        boolean has(SaidWord said) {
            if (whole.contains(said.text()) || whole.contains(said.bare())) {
                return true;
            }
            for (Word word : words) {
                if (word.is(said)) {
                    return true;
                }
            }
            return false;
        }
    }

    private record Skip(int most, Step next) implements Step {}

    private record Either(List<Step> steps) implements Step {}

    /** A part of a phrase. */
    sealed interface Part {}

    /** One word; only how it begins; or with one letter wrong. */
    record Word(String text, boolean isBeginning, boolean isMisspelt) implements Part {

        boolean is(SaidWord said) {
            return is(said.text()) || is(said.bare());
        }

        private boolean is(String said) {
            return said.equals(text)
                    || isBeginning && said.startsWith(text)
                    || isMisspelt && text.length() >= SHORTEST_MISSPELT && isOneLetterAway(said);
        }

        private boolean isOneLetterAway(String said) {
            int shorter = Math.min(said.length(), text.length());
            if (Math.abs(said.length() - text.length()) > 1 || said.isEmpty() || said.charAt(0) != text.charAt(0)) {
                return false;
            }
            int same = 0;
            while (same < shorter && said.charAt(same) == text.charAt(same)) {
                same++;
            }
            int rest = 0;
            while (rest < shorter - same
                    && said.charAt(said.length() - 1 - rest) == text.charAt(text.length() - 1 - rest)) {
                rest++;
            }
            int wrong = Math.max(said.length(), text.length()) - same - rest;
            boolean isSwapped = wrong == 2
                    && said.length() == text.length()
                    && said.charAt(same) == text.charAt(same + 1)
                    && said.charAt(same + 1) == text.charAt(same);
            return wrong <= 1 || isSwapped;
        }
    }

    /** Any words, at most so many. */
    record Gap(int most) implements Part {}

    /** One of these, or none where that may be. */
    record Choice(List<List<Part>> sequences, boolean isOptional) implements Part {}

    /** Reads a line from left to right. */
    private static final class Reader {
        private final String written;
        private int at;

        Reader(String written) {
            this.written = written;
        }

        boolean isAtEnd() {
            return at >= written.length();
        }

        List<Part> sequence() {
            List<Part> parts = new ArrayList<>();
            while (!isAtEnd() && sign() != ')' && sign() != '|') {
                if (sign() == '(') {
                    parts.add(choice());
                } else if (sign() == '.') {
                    parts.add(gap());
                } else if (Character.isLetterOrDigit(written.codePointAt(at))) {
                    words(parts);
                } else if (sign() == ' ' || sign() == '\'' || sign() == '’' || sign() == '-') {
                    at++;
                } else {
                    throw new IllegalArgumentException(written);
                }
            }
            return parts;
        }

        private char sign() {
            return written.charAt(at);
        }

        private Choice choice() {
            List<List<Part>> sequences = new ArrayList<>();
            do {
                at++;
                sequences.add(sequence());
            } while (!isAtEnd() && sign() == '|');
            if (isAtEnd() || sequences.stream().anyMatch(List::isEmpty)) {
                throw new IllegalArgumentException(written);
            }
            at++;
            boolean isOptional = !isAtEnd() && sign() == '?';
            at += isOptional ? 1 : 0;
            return new Choice(sequences, isOptional);
        }

        private Gap gap() {
            int from = at;
            while (!isAtEnd() && sign() == '.') {
                at++;
            }
            return new Gap(2 * (at - from));
        }

        private void words(List<Part> parts) {
            int from = at;
            while (!isAtEnd() && " ()|.'’-*~?".indexOf(sign()) < 0) {
                at++;
            }
            String word = written.substring(from, at);
            char sign = isAtEnd() ? ' ' : sign();
            if (sign == '?') {
                String shorter = word.substring(0, word.length() - 1);
                parts.add(new Choice(List.of(said(word, sign), said(shorter, sign)), false));
            } else {
                parts.addAll(said(word, sign));
            }
            at += "*~?".indexOf(sign) >= 0 ? 1 : 0;
        }

        private static List<Part> said(String word, char sign) {
            List<SaidWord> said = SaidWord.of(word);
            List<Part> parts = new ArrayList<>();
            for (int i = 0; i < said.size(); i++) {
                boolean isLast = i == said.size() - 1;
                parts.add(new Word(said.get(i).text(), isLast && sign == '*', isLast && sign == '~'));
            }
            return parts;
        }
    }
}
