package org.portevoix.moderation;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.portevoix.consultation.MaskedWords;

/**
 * Words of an answer cut into pieces that can be masked one by one, in every script (Unicode annex 29): words, numbers, signs,
 * and within a word what was noticed there; what stands between them is masked with what is on both its sides.
 */
record WordCut(List<Piece> pieces) {

    /** A number of this many digits glued to letters is a piece of its own: a telephone, most often. */
    private static final Pattern NUMBER_IN_A_WORD = Pattern.compile("\\p{Nd}{4,}");

    static WordCut of(String words) {
        return of(words, List.of());
    }

    /** Words are cut at the ends of these parts too, but never within what is read as one sign. */
    static WordCut of(String words, Collection<Part> parts) {
        BreakIterator breaks = BreakIterator.getWordInstance(ULocale.ROOT);
        breaks.setText(words);
        NavigableSet<Integer> edges = edges(words, parts);
        List<Piece> pieces = new ArrayList<>();
        int from = breaks.first();
        for (int to = breaks.next(); to != BreakIterator.DONE; to = breaks.next()) {
            boolean isMaskable = isMaskable(breaks.getRuleStatus(), words, from);
            for (int edge : edges.subSet(from, false, to, false)) {
                pieces.add(new Piece(pieces.size(), from, words.substring(from, edge), isMaskable));
                from = edge;
            }
            pieces.add(new Piece(pieces.size(), from, words.substring(from, to), isMaskable));
            from = to;
        }
        return new WordCut(pieces);
    }

    private static NavigableSet<Integer> edges(String words, Collection<Part> parts) {
        NavigableSet<Integer> edges = new TreeSet<>();
        parts.forEach(part -> edges.addAll(List.of(part.from(), part.to())));
        Matcher number = NUMBER_IN_A_WORD.matcher(words);
        while (number.find()) {
            edges.addAll(List.of(number.start(), number.end()));
        }
        BreakIterator signs = BreakIterator.getCharacterInstance(ULocale.ROOT);
        signs.setText(words);
        edges.removeIf(edge -> edge <= 0 || edge >= words.length() || !signs.isBoundary(edge));
        return edges;
    }

    /** Spaces and marks of punctuation go with their neighbours; symbols and emoji can say as much as a word. */
    private static boolean isMaskable(int status, String words, int from) {
        if (status >= BreakIterator.WORD_NONE_LIMIT) {
            return true;
        }
        return switch (Character.getType(words.codePointAt(from))) {
            case Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.CONTROL,
                    Character.FORMAT,
                    Character.DASH_PUNCTUATION,
                    Character.START_PUNCTUATION,
                    Character.END_PUNCTUATION,
                    Character.CONNECTOR_PUNCTUATION,
                    Character.OTHER_PUNCTUATION,
                    Character.INITIAL_QUOTE_PUNCTUATION,
                    Character.FINAL_QUOTE_PUNCTUATION -> false;
            default -> true;
        };
    }

    /** The numbers of the pieces that a part of the words touches; one that is past the end touches none. */
    Set<Integer> touched(Part part) {
        Set<Integer> touched = new HashSet<>();
        for (Piece piece : pieces) {
            if (piece.isMaskable() && piece.from() < part.to() && piece.to() > part.from()) {
                touched.add(piece.number());
            }
        }
        return touched;
    }

    Set<Integer> touched(Collection<Part> parts) {
        return parts.stream().flatMap(part -> touched(part).stream()).collect(Collectors.toSet());
    }

    /** The words with one mark for each run of these pieces. Those that can't be masked, or are not there, change nothing. */
    String without(Set<Integer> hidden) {
        StringBuilder left = new StringBuilder();
        StringBuilder between = new StringBuilder();
        boolean isAfterMark = false;
        for (Piece piece : pieces) {
            boolean isHidden = piece.isMaskable() && hidden.contains(piece.number());
            if (!isHidden && !piece.isMaskable()) {
                between.append(piece.words());
                continue;
            }
            if (!(isHidden && isAfterMark)) {
                left.append(between).append(isHidden ? MaskedWords.MARK : piece.words());
            }
            between.setLength(0);
            isAfterMark = isHidden;
        }
        return left.append(between).toString();
    }

    /** Whether something would be left to read. */
    boolean leavesWords(Set<Integer> hidden) {
        return pieces.stream().anyMatch(piece -> piece.isMaskable() && !hidden.contains(piece.number()));
    }

    boolean hasMaskable(Set<Integer> hidden) {
        return pieces.stream().anyMatch(piece -> piece.isMaskable() && hidden.contains(piece.number()));
    }

    /** Of the words, in UTF-16 units. @param to the unit after its last */
    record Part(int from, int to) {}

    /** @param from UTF-16 units before it */
    record Piece(int number, int from, String words, boolean isMaskable) {

        int to() {
            return from + words.length();
        }
    }
}
