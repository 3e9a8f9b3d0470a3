package org.portevoix.followup;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** When the steering committee meets: what is asked of it is answered by its next meeting and 30 days. */
public interface CommitteeCalendar {

    /** The first meeting on this day or later; empty where none is set. */
    Optional<LocalDate> nextMeeting(long contractId, LocalDate from);

    /** The last meeting of the committee, held or to come, on whose agenda each of these follow-ups is; others are left out. */
    Map<Long, LocalDate> brought(Collection<Long> followupIds);
}
