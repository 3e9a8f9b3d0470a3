package org.portevoix.moderation;

import java.util.Arrays;
import java.util.Optional;

/** What a person of the team decides about an opinion with words. */
enum Decision {
    /** Everybody may read it; only with the leave of the one who wrote it. */
    PUBLISH("publish"),
    /** Everybody may read it but for some words, which are sealed; with the same leave, for a reason of the list. */
    MASK("mask"),
    /** Who can act is told; it is not shown. */
    PASS_ON("pass_on"),
    /** Not shown, for a reason of the list. */
    REFUSE("refuse");

    private final String key;

    Decision(String key) {
        this.key = key;
    }

    /** As a form sends it. */
    static Optional<Decision> of(String key) {
        return Arrays.stream(values())
                .filter(decision -> decision.key.equals(key))
                .findFirst();
    }

    String key() {
        return key;
    }

    boolean isShown() {
        return this == PUBLISH || this == MASK;
    }

    /** Whether its writer is told why, by a reason of the list. */
    boolean hasReason() {
        return this == MASK || this == REFUSE;
    }
}
