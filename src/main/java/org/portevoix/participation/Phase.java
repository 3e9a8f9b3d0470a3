package org.portevoix.participation;

import java.util.Locale;

/** The stage of the contract that an occasion to take part belongs to. */
public enum Phase {
    DIAGNOSIS,
    PLANNING,
    IMPLEMENTATION,
    EVALUATION;

    /** The word used in contract files: {@code diagnosis}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
