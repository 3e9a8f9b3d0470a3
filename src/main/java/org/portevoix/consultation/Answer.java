package org.portevoix.consultation;

import io.micronaut.core.annotation.Introspected;
import org.jspecify.annotations.Nullable;

/**
 * One answer to one question.
 *
 * @param choice id of the option chosen, one row each; 0 where the question has none
 * @param scale 1 (saddest face) to 5 (happiest)
 * @param isMasked whether the team masked some of the words: {@link MaskedWords#MARK} stands in their place
 */
@Introspected
record Answer(
        long opinionId,
        long questionId,
        long choice,
        @Nullable Integer scale,
        @Nullable String body,
        boolean isMasked) {

    /** As it was given. */
    Answer(long opinionId, long questionId, long choice, @Nullable Integer scale, @Nullable String body) {
        this(opinionId, questionId, choice, scale, body, false);
    }
}
