package org.portevoix.consultation;

import java.util.List;

/**
 * An opinion in which what a moderator should see has not been looked for yet.
 *
 * @param language in which the form was read
 * @param words the writer's own, answer by answer
 */
public record OpinionToLookAt(
        long id,
        long contractId,
        int revision,
        OpinionState state,
        boolean hasWords,
        String language,
        List<Words> words) {

    /** Whether somebody still has to decide about it. */
    public boolean waits() {
        return state == OpinionState.WAITING;
    }

    /** The words of one answer. */
    public record Words(long questionId, String body) {}
}
