package org.portevoix.consultation;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.portevoix.language.Translated;
import org.portevoix.participation.Channel;

/**
 * An opinion as the team reads it. Of the profile it holds nothing: who decides need not know it.
 *
 * @param language in which the form was read, not always that of the words
 * @param mayShow the writer's leave to show it; null when there are no words
 * @param revision that was read: a decision about it names it
 */
public record OpinionRead(
        long id,
        long contractId,
        long consultationId,
        String consultationSlug,
        String consultationTitle,
        String language,
        String direction,
        Channel channel,
        Instant receivedAt,
        OpinionState state,
        @Nullable Boolean mayShow,
        int revision,
        List<Line> lines) {

    /**
     * A question and what was answered.
     *
     * @param typed the writer's own words; null where something was chosen
     * @param isMasked whether the team masked some of them
     * @param chosen several for several choices; none for words or a face
     */
    public record Line(
            long questionId,
            Translated question,
            @Nullable String typed,
            boolean isMasked,
            List<Translated> chosen,
            int face) {

        /** The words cut where some are masked, for a page to say so. */
        public List<MaskedWords.Piece> pieces() {
            return MaskedWords.pieces(typed == null ? "" : typed, isMasked);
        }

        public boolean isWords() {
            return typed != null;
        }

        /** Words or choices, whatever language each is in. */
        public List<String> answers() {
            return typed != null
                    ? List.of(typed)
                    : chosen.stream().map(Translated::body).toList();
        }
    }

    /** @param words other ones, by the id of their question */
    OpinionRead saying(Map<Long, String> words) {
        return new OpinionRead(
                id,
                contractId,
                consultationId,
                consultationSlug,
                consultationTitle,
                language,
                direction,
                channel,
                receivedAt,
                state,
                mayShow,
                revision,
                lines.stream()
                        .map(line -> words.containsKey(line.questionId())
                                ? new Line(
                                        line.questionId(),
                                        line.question(),
                                        words.get(line.questionId()),
                                        false,
                                        line.chosen(),
                                        line.face())
                                : line)
                        .toList());
    }

    /** The writer's own words in answer to this question; null when there are none. */
    public @Nullable String typed(long questionId) {
        return lines.stream()
                .filter(line -> line.questionId() == questionId)
                .findFirst()
                .map(Line::typed)
                .orElse(null);
    }

    public List<Line> words() {
        return lines.stream().filter(Line::isWords).toList();
    }
}
