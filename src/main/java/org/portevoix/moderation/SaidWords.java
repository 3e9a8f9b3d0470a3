package org.portevoix.moderation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.portevoix.consultation.MaskedWords;
import org.portevoix.consultation.OpinionRead;
import org.portevoix.flag.Flag;
import org.portevoix.language.Translated;

/** An answer in words as the desk reads it: what the site noticed stands out where it is, within a word too. */
record SaidWords(Translated question, List<Piece> pieces) {

    static SaidWords of(OpinionRead.Line line, List<Flag> flags) {
        List<Piece> pieces = new ArrayList<>();
        List<Flag> own = flags.stream()
                .filter(flag -> flag.from() != null && Objects.equals(flag.questionId(), line.questionId()))
                .sorted(Comparator.comparing(flag -> Objects.requireNonNull(flag.from())))
                .toList();
        for (MaskedWords.Piece piece : line.pieces()) {
            // What is masked was noticed in words that are no longer these.
            if (line.isMasked() || own.isEmpty()) {
                pieces.add(new Piece(piece.words(), piece.isMasked(), false));
            } else {
                cut(piece.words(), own, pieces);
            }
        }
        return new SaidWords(line.question(), pieces);
    }

    private static void cut(String words, List<Flag> flags, List<Piece> pieces) {
        int at = 0;
        for (Flag flag : flags) {
            int from = Math.max(at, Objects.requireNonNull(flag.from()));
            int to = Math.min(words.length(), Objects.requireNonNull(flag.to()));
            if (from < to) {
                add(words.substring(at, from), false, pieces);
                add(words.substring(from, to), true, pieces);
                at = to;
            }
        }
        add(words.substring(at), false, pieces);
    }

    private static void add(String words, boolean isNoticed, List<Piece> pieces) {
        if (!words.isEmpty()) {
            pieces.add(new Piece(words, false, isNoticed));
        }
    }

    record Piece(String words, boolean isMasked, boolean isNoticed) {}
}
