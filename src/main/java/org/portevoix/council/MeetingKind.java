package org.portevoix.council;

import org.portevoix.participation.ParticipationLevel;

/** What a meeting was for its people (docs/decisions/0013). */
enum MeetingKind {
    /** Open to all: one comes and listens, one may speak. */
    OPEN(ParticipationLevel.SPECTATOR),
    /** The council prepares something together. */
    WORKING(ParticipationLevel.CONTRIBUTOR);

    private final ParticipationLevel level;

    MeetingKind(ParticipationLevel level) {
        this.level = level;
    }

    ParticipationLevel level() {
        return level;
    }
}
