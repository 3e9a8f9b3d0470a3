package org.portevoix.participation;

import java.util.Locale;

/** The way by which an act of participation came to the town. */
public enum Channel {
    WEB,
    KIOSK,
    PAPER,
    PHONE,
    MEETING,
    RELAY,
    AUDIO,
    EMAIL;

    /** The word used in the open data: {@code web}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
