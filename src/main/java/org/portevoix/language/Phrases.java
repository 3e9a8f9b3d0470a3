package org.portevoix.language;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Phrases to look for in what people write, from lists that anybody can edit. How such a list is written stands in
 * src/main/resources/distress/README.md.
 */
public final class Phrases {

    private static final String GUARD = "not";
    private static final int SHORTEST_BEGINNING = 2;

    private final Map<String, List<Phrase>> whole = new HashMap<>();
    private final Map<String, List<Phrase>> beginnings = new HashMap<>();
    private final List<Phrase> misspelt = new ArrayList<>();
    private int longestBeginning;

    /** @param lists the text of each by its name, which is what a fault names */
    public Phrases(Map<String, String> lists) {
        lists.forEach(this::read);
    }

    /** What stands in these words, from left to right; what a guard of the same list explains is left out. */
    public List<Found> find(List<SaidWord> words) {
        List<Met> met = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            int at = i;
            beginningWith(words.get(i)).distinct().forEach(phrase -> {
                int end = phrase.pattern().end(words, at);
                if (end > at) {
                    met.add(new Met(phrase, at, end));
                }
            });
        }
        return met.stream()
                .filter(one -> !one.isGuard() && met.stream().noneMatch(other -> other.explains(one)))
                .map(one -> new Found(
                        one.phrase().kind(),
                        words.get(one.from()).from(),
                        words.get(one.to() - 1).to()))
                .distinct()
                .sorted(Comparator.comparingInt(Found::from).thenComparing(Found::kind))
                .toList();
    }

    /** @param kind in whose part of the list it stands */
    public record Found(String kind, int from, int to) {}

    private Stream<Phrase> beginningWith(SaidWord word) {
        Stream<Phrase> found = whole.getOrDefault(word.text(), List.of()).stream();
        if (!word.bare().equals(word.text())) {
            found = Stream.concat(
                    found, Stream.concat(whole.getOrDefault(word.bare(), List.of()).stream(), begun(word.bare())));
        }
        return Stream.concat(Stream.concat(found, begun(word.text())), misspelt.stream());
    }

    private Stream<Phrase> begun(String word) {
        Stream<Phrase> found = Stream.empty();
        for (int length = SHORTEST_BEGINNING; length <= Math.min(longestBeginning, word.length()); length++) {
            List<Phrase> own = beginnings.get(word.substring(0, length));
            if (own != null) {
                found = Stream.concat(found, own.stream());
            }
        }
        return found;
    }

    private void read(String name, String text) {
        Map<String, String> named = new HashMap<>();
        String kind = "";
        for (String line : text.split("\\R")) {
            String written = line.replaceFirst("(^|\\s)#.*", "").strip();
            if (written.isEmpty()) {
                continue;
            }
            if (written.startsWith("[")) {
                kind = written.substring(1, written.length() - 1);
            } else if (written.startsWith("@") && written.contains(" = ")) {
                String[] parts = written.split(" = ", 2);
                named.put(parts[0].strip(), "(" + with(named, parts[1].strip()) + ")");
            } else {
                try {
                    add(new Phrase(name, kind, PhrasePattern.read(with(named, written))));
                } catch (IllegalArgumentException e) {
                    throw new IllegalArgumentException(name + ": " + line, e);
                }
            }
        }
    }

    private static String with(Map<String, String> named, String written) {
        String said = written;
        for (Map.Entry<String, String> one : named.entrySet()) {
            said = said.replaceAll(
                    one.getKey() + "(?![\\p{L}\\p{N}_])", one.getValue().replace("$", "\\$"));
        }
        return said;
    }

    private void add(Phrase phrase) {
        for (PhrasePattern.Word first : phrase.pattern().firstWords()) {
            if (first.isMisspelt()) {
                misspelt.add(phrase);
            } else if (first.isBeginning()) {
                beginnings
                        .computeIfAbsent(first.text(), unused -> new ArrayList<>())
                        .add(phrase);
                longestBeginning = Math.max(longestBeginning, first.text().length());
            } else {
                whole.computeIfAbsent(first.text(), unused -> new ArrayList<>()).add(phrase);
            }
        }
    }

    /** A line of a list. */
    private record Phrase(String list, String kind, PhrasePattern pattern) {

        @Override
        public boolean equals(Object other) {
            return this == other;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(this);
        }
    }

    /** A line met in a text, from one word to the one after the last. */
    private record Met(Phrase phrase, int from, int to) {

        boolean isGuard() {
            return phrase.kind().equals(GUARD);
        }

        boolean explains(Met other) {
            return isGuard()
                    && Objects.equals(phrase.list(), other.phrase.list())
                    && from < other.to
                    && other.from < to;
        }
    }
}
