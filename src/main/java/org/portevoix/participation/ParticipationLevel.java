package org.portevoix.participation;

import java.util.Locale;

/**
 * How deeply residents take part, from being told to having a seat and a voice. The first four line up with inform,
 * consult, involve and collaborate of the IAP2 spectrum (https://iap2.org/page/pillars); the fifth is a seat in a body,
 * and not IAP2's "empower".
 */
public enum ParticipationLevel {
    SPECTATOR,
    CONSULTED,
    CONTRIBUTOR,
    ACTOR,
    DECIDER;

    /** 1 (spectator) to 5 (decider). */
    public int rank() {
        return ordinal() + 1;
    }

    /** The word used in the open data and in contract files: {@code spectator}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
