package org.portevoix.followup;

import java.util.Arrays;
import java.util.Optional;

/** What is answered to what was said. */
public enum FollowupDecision {
    ACCEPTED,
    PARTLY,
    REFUSED,
    /** Not yet: said with its reason, but no answer. The clock goes on. */
    STUDIED;

    /** As a form sends it. */
    public static Optional<FollowupDecision> of(String name) {
        return Arrays.stream(values()).filter(one -> one.name().equals(name)).findFirst();
    }

    /** Wholly or in part: something has to follow. */
    public boolean isAccepted() {
        return this == ACCEPTED || this == PARTLY;
    }

    public boolean isAnswer() {
        return this != STUDIED;
    }
}
