package org.portevoix.consultation;

import java.util.ArrayList;
import java.util.List;

/** Words of which the team masked some: everybody reads the rest. */
public final class MaskedWords {

    /** Stands for what is masked, in every language and wherever the words go; pages say it in words. */
    public static final String MARK = "█████";

    private MaskedWords() {}

    static List<Piece> pieces(String words, boolean isMasked) {
        if (!isMasked) {
            return List.of(new Piece(words, false));
        }
        List<Piece> pieces = new ArrayList<>();
        int from = 0;
        for (int mark = words.indexOf(MARK); mark >= 0; mark = words.indexOf(MARK, from)) {
            if (mark > from) {
                pieces.add(new Piece(words.substring(from, mark), false));
            }
            pieces.add(new Piece(MARK, true));
            from = mark + MARK.length();
        }
        if (from < words.length()) {
            pieces.add(new Piece(words.substring(from), false));
        }
        return pieces;
    }

    /** Words as they are, or the place of some that are masked. */
    public record Piece(String words, boolean isMasked) {}
}
