package org.portevoix.event;

import jakarta.inject.Singleton;
import java.time.LocalDate;

/** On which days the agenda holds something of an action: heads are counted there, and nowhere else. */
@Singleton
public class SessionDays {

    private final SessionDayRepository sessions;

    SessionDays(SessionDayRepository sessions) {
        this.sessions = sessions;
    }

    /** Whether a session of an event of this action is, or was, planned that day. */
    public boolean isHeldOn(long actionSheetId, LocalDate day) {
        return sessions.countHeld(actionSheetId, day) > 0;
    }
}
