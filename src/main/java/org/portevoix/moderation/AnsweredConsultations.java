package org.portevoix.moderation;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Set;

/** Which consultations the team has answered in public. */
@Singleton
public class AnsweredConsultations {

    private final ReplyRepository replies;

    AnsweredConsultations(ReplyRepository replies) {
        this.replies = replies;
    }

    /** Their ids, of these contracts. */
    public Set<Long> of(Collection<Long> contractIds) {
        return contractIds.isEmpty() ? Set.of() : replies.findAnswered(contractIds);
    }
}
