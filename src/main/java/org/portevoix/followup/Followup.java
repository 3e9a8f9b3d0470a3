package org.portevoix.followup;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * You said, we did: what residents said, by when an answer is owed, what was decided and why, what was done.
 *
 * @param askedOn when it was first said; null in what came decided from a file
 * @param referredOn when it was brought before the committee
 * @param answerBy null in what came decided from a file
 * @param doneLink where what was done can be seen
 * @param revision how often it was changed: a decision is about what was read
 * @param nextOn the day by which what comes next is promised; with {@code nextText}, or neither
 * @param doneActionSheetId the action in which what was done can be seen
 * @param doneEventId the event in which what was done can be seen
 */
@MappedEntity("followup")
record Followup(
        @Id long id,
        long contractId,
        String slug,
        @Nullable Long actionSheetId,
        long saidText,
        @Nullable FollowupDecision decision,
        @Nullable Long decidedText,
        @Nullable LocalDate decidedOn,
        @Nullable Long doneText,
        @Nullable LocalDate doneOn,
        @Nullable String doneLink,
        Decider decides,
        @Nullable LocalDate askedOn,
        @Nullable LocalDate referredOn,
        @Nullable LocalDate answerBy,
        int revision,
        @Nullable Long nextText,
        @Nullable LocalDate nextOn,
        @Nullable Long doneActionSheetId,
        @Nullable Long doneEventId) {
    /** What reasons for its hard texts are kept under. */
    static String about(long id) {
        return "followup/" + id;
    }

    Stream<@Nullable Long> texts() {
        return Stream.of(saidText, decidedText, doneText, nextText);
    }

    boolean isAnswered() {
        return decision != null && decision.isAnswer();
    }

    /** An answer is still owed. */
    boolean isAwaiting() {
        return answerBy != null && !isAnswered();
    }

    boolean isLateOn(LocalDate day) {
        return isAwaiting() && answerBy != null && day.isAfter(answerBy);
    }

    boolean isDone() {
        return doneText != null;
    }

    /** It was accepted, if only in part, and nobody has shown yet that it is done. */
    boolean isPromised() {
        return decision != null && decision.isAccepted() && !isDone();
    }

    /** What was accepted should be there by now; or nobody has said by when it will. */
    boolean isStepLateOn(LocalDate day) {
        return isPromised() && (nextOn == null || day.isAfter(nextOn));
    }
}
