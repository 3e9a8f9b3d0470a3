package org.portevoix.moderation;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.portevoix.consultation.MaskedWords;

/**
 * Words of an answer cut into pieces that can be masked one by one, in every script (Unicode annex 29): words, numbers, signs;
 * what stands between them is masked with what is on both its sides.
 */
record WordCut(List<Piece> pieces) {

    static WordCut of(String words) {
        BreakIterator breaks = BreakIterator.getWordInstance(ULocale.ROOT);
        breaks.setText(words);
        List<Piece> pieces = new ArrayList<>();
        int from = breaks.first();
        for (int to = breaks.next(); to != BreakIterator.DONE; to = breaks.next()) {
            pieces.add(new Piece(
                    pieces.size(), from, words.substring(from, to), isMaskable(breaks.getRuleStatus(), words, from)));
            from = to;
        }
        return new WordCut(pieces);
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

    /** The numbers of the pieces that a range of the words touches; a range that is past the end touches none. */
    Set<Integer> touched(int from, int to) {
        Set<Integer> touched = new HashSet<>();
        for (Piece piece : pieces) {
            if (piece.isMaskable() && piece.from() < to && piece.to() > from) {
                touched.add(piece.number());
            }
        }
        return touched;
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

    /** @param from UTF-16 units before it */
    record Piece(int number, int from, String words, boolean isMaskable) {

        int to() {
            return from + words.length();
        }
    }
}
