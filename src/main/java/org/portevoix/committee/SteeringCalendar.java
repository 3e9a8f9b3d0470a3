package org.portevoix.committee;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.portevoix.followup.CommitteeCalendar;

/** When the steering committee meets, from its own meetings. */
@Singleton
class SteeringCalendar implements CommitteeCalendar {

    private final MeetingRepository meetings;

    SteeringCalendar(MeetingRepository meetings) {
        this.meetings = meetings;
    }

    @Override
    public Optional<LocalDate> nextMeeting(long contractId, LocalDate from) {
        return meetings.findNextOfCommittee(contractId, from).map(BodyMeeting::day);
    }

    @Override
    public Map<Long, LocalDate> brought(Collection<Long> followupIds) {
        return meetings.findBrought(followupIds).stream().collect(Collectors.toMap(Brought::followupId, Brought::day));
    }
}
