package org.portevoix.event;

import java.time.YearMonth;
import org.jspecify.annotations.Nullable;
import org.portevoix.contract.Contract;
import org.portevoix.participation.ParticipationLevel;
import org.portevoix.participation.Phase;

/**
 * A session as the ledger sees it.
 *
 * @param phase of its action; null where it has none
 * @param place slug of the neighbourhood where it is held; null where it is held in no named one
 * @param isSensitive whether the event or its action is
 */
record Occasion(
        Contract contract,
        EventSession session,
        @Nullable Phase phase,
        @Nullable String place,
        boolean isSensitive) {

    long sessionId() {
        return session.sessionId();
    }

    ParticipationLevel level() {
        return ParticipationLevel.valueOf(session.level());
    }

    /** In which it is held. */
    YearMonth month() {
        return YearMonth.from(session.day());
    }
}
