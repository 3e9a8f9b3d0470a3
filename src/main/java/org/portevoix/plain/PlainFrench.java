package org.portevoix.plain;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.portevoix.plain.Remark.Kind;
import org.portevoix.web.Resources;

/**
 * Reads French as a resident would who reads little, and says what is hard: long sentences, long or rare words, acronyms
 * that nobody explains, turns of the administration. The measures are those of easy-to-read guides, but only people can
 * say that a text is "facile à lire et à comprendre": this is called plain language ("langage simple").
 */
@Singleton
public class PlainFrench {
    /** A sentence above this must be cut; from the second on, it is only long. */
    private static final int MOST_WORDS = 20;

    private static final int MANY_WORDS = 15;
    /** Averages say nothing of fewer words, and a score only where it is very low. */
    private static final int ENOUGH_WORDS = 30;

    private static final int FEW_WORDS = 15;

    private static final double MOST_WORDS_ON_AVERAGE = 12;
    private static final double LOWEST_SCORE = 80;
    private static final double LOWEST_SCORE_OF_FEW_WORDS = 60;
    private static final double MOST_RARE = 0.10;
    private static final int MANY_SYLLABLES = 4;
    private static final int WORDS_SHOWN = 5;

    // "Sont réunis par", "a été décidée par": être, a participle, and the one who does it last.
    private static final Pattern PASSIVE = Pattern.compile(
            "(?<!\\p{L})(?:est|sont|sera|seront|été|était|étaient|soit|soient|être)\\s+(?:\\p{L}+ment\\s+)?"
                    + "\\p{L}+(?:é|i|is|it|u|ert)e?s?\\s+par(?!\\p{L})",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}'-]+");
    private static final Pattern PERCENT = Pattern.compile("[0-9][\\s\\u00a0\\u202f]*%");

    private final FrequentWords frequent;
    private final List<Turn> turns = turns();

    PlainFrench(FrequentWords frequent) {
        this.frequent = frequent;
    }

    /** @param explained words and acronyms that the contract's own glossary explains */
    public Reading read(String text, Set<String> explained) {
        Set<String> known = new HashSet<>();
        explained.forEach(word -> known.add(word.replace('’', '\'').toLowerCase(Locale.FRENCH)));
        List<Remark> remarks = new ArrayList<>();
        List<FrenchWord> all = new ArrayList<>();
        int longest = 0;
        Map<String, List<String>> rare = new LinkedHashMap<>();
        List<String> sentences = Sentences.of(text);
        List<List<FrenchWord>> cut = sentences.stream().map(FrenchWord::of).toList();
        Set<String> names = names(cut);
        for (int i = 0; i < sentences.size(); i++) {
            String sentence = sentences.get(i);
            List<FrenchWord> words = cut.get(i);
            all.addAll(words);
            longest = Math.max(longest, words.size());
            length(sentence, words.size(), remarks);
            acronyms(text, sentence, words, known, remarks);
            turns(sentence, remarks);
            rare.merge(sentence, rare(words, known, names), (one, other) -> one);
        }
        int rareWords = rare.values().stream().mapToInt(List::size).sum();
        Reading reading = new Reading(
                all.size(),
                sentences.size(),
                all.stream().mapToInt(FrenchWord::syllables).sum(),
                longest,
                rareWords,
                remarks);
        whole(reading, all, rare, remarks);
        return new Reading(
                reading.words(), reading.sentences(), reading.syllables(), longest, rareWords, List.copyOf(remarks));
    }

    private static void length(String sentence, int words, List<Remark> remarks) {
        if (words > MANY_WORDS) {
            boolean isTooLong = words > MOST_WORDS;
            remarks.add(new Remark(sentence, isTooLong ? Kind.LONG : Kind.LENGTHY, Map.of("n", words), isTooLong));
        }
    }

    /** Once each; one that is written out beside its brackets in the same text is explained there. */
    private void acronyms(
            String text, String sentence, List<FrenchWord> words, Set<String> known, List<Remark> remarks) {
        for (FrenchWord word : words) {
            String bare = word.bare();
            if (word.isAcronym() && !isExplained(word, text, known) && !isTold(bare, remarks)) {
                remarks.add(new Remark(sentence, Kind.ACRONYM, Map.of("word", bare), true));
            }
        }
    }

    private boolean isExplained(FrenchWord acronym, String text, Set<String> known) {
        String bare = acronym.bare();
        return known.contains(acronym.lower())
                || text.contains("(" + bare + ")")
                || text.contains(bare + " (")
                // A word in capitals, or one that is a word of its own by now.
                || bare.length() > 3 && frequent.hold(acronym)
                || Set.of("sms", "tv").contains(acronym.lower());
    }

    private static boolean isTold(String acronym, List<Remark> remarks) {
        return remarks.stream()
                .anyMatch(remark -> remark.kind() == Kind.ACRONYM
                        && acronym.equals(remark.values().get("word")));
    }

    private void turns(String sentence, List<Remark> remarks) {
        String plain = spaced(sentence);
        for (Turn turn : turns) {
            if (plain.contains(turn.spaced())) {
                remarks.add(new Remark(
                        sentence, Kind.TURN, Map.of("word", turn.words(), "instead", turn.instead()), false));
            }
        }
        if (plain.contains(" par ") && PASSIVE.matcher(sentence).find()) {
            remarks.add(new Remark(sentence, Kind.PASSIVE, Map.of(), false));
        }
        if (PERCENT.matcher(sentence).find()) {
            remarks.add(new Remark(sentence, Kind.PERCENT, Map.of(), false));
        }
    }

    /** Words that stand with a capital inside some sentence of the text. */
    private static Set<String> names(List<List<FrenchWord>> sentences) {
        return sentences.stream()
                .flatMap(List::stream)
                .filter(FrenchWord::isName)
                .map(FrenchWord::lower)
                .collect(Collectors.toSet());
    }

    private List<String> rare(List<FrenchWord> words, Set<String> known, Set<String> names) {
        return words.stream()
                .filter(word -> word.isWord()
                        && !word.isAcronym()
                        && !names.contains(word.lower())
                        && !known.contains(word.lower())
                        && !frequent.hold(word))
                .map(FrenchWord::lower)
                .toList();
    }

    private static void whole(
            Reading reading, List<FrenchWord> words, Map<String, List<String>> rare, List<Remark> remarks) {
        boolean isLong = reading.words() >= ENOUGH_WORDS;
        if (isLong && reading.wordsPerSentence() > MOST_WORDS_ON_AVERAGE) {
            long n = Math.round(reading.wordsPerSentence());
            remarks.add(new Remark("", Kind.LONG_ON_AVERAGE, Map.of("n", n), true));
        }
        if (isLong && reading.rareShare() > MOST_RARE) {
            rare.forEach((sentence, found) -> {
                if (!found.isEmpty()) {
                    remarks.add(new Remark(sentence, Kind.RARE, Map.of("word", quoted(found)), false));
                }
            });
            remarks.add(new Remark("", Kind.MANY_RARE, Map.of("n", reading.rareWords()), true));
        }
        if (reading.words() >= FEW_WORDS && reading.score() < (isLong ? LOWEST_SCORE : LOWEST_SCORE_OF_FEW_WORDS)) {
            List<String> hard = words.stream()
                    .filter(word -> word.isWord() && word.syllables() >= MANY_SYLLABLES)
                    .sorted(Comparator.comparingInt(FrenchWord::syllables).reversed())
                    .map(FrenchWord::lower)
                    .toList();
            remarks.add(new Remark("", Kind.HARD_WORDS, Map.of("word", quoted(hard)), true));
        }
    }

    private static String quoted(List<String> words) {
        return new LinkedHashSet<>(words)
                .stream().limit(WORDS_SHOWN).map(word -> "« " + word + " »").collect(Collectors.joining(", "));
    }

    private static List<Turn> turns() {
        return Resources.read("/plain/administrative-turns-fr.txt")
                .lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split(" *\\| *", 2))
                .map(parts -> new Turn(parts[0], spaced(parts[0]), parts[1]))
                .toList();
    }

    /** Words alone, in lower case, each with a space on both sides. */
    private static String spaced(String sentence) {
        return " " + String.join(" ", BETWEEN.split(sentence.replace('’', '\'').toLowerCase(Locale.FRENCH))) + " ";
    }

    /** @param spaced as it is looked for */
    private record Turn(String words, String spaced, String instead) {}
}
