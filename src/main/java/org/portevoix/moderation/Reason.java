package org.portevoix.moderation;

import java.util.Arrays;
import java.util.Optional;

/** Why an opinion is not shown; each is in the public charter. What is not shown is heard, and counts, all the same. */
public enum Reason {
    INSULT(true),
    NAMES_SOMEONE(true),
    PRIVATE_HEALTH(true),
    OFF_TOPIC(true),
    ADVERTISING(true),
    ILLEGAL(true),
    UNREADABLE(true),
    /** Written by a machine, or by nobody who lives here: it is no participation. */
    SPAM(false),
    /** The same person's same words, sent twice. */
    DUPLICATE(false);

    private final boolean isStillCounted;

    Reason(boolean isStillCounted) {
        this.isStillCounted = isStillCounted;
    }

    public static Optional<Reason> of(String name) {
        return Arrays.stream(values())
                .filter(reason -> reason.name().equals(name))
                .findFirst();
    }

    public boolean isStillCounted() {
        return isStillCounted;
    }
}
