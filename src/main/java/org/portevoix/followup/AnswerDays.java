package org.portevoix.followup;

import io.micronaut.context.BeanProvider;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The two clocks: the service answers within 60 days of the first opinion; the committee by its next meeting and 30 days.
 * Where no meeting is set, the service's clock runs for the committee too, so that setting none hides nothing.
 */
@Singleton
class AnswerDays {

    static final int OF_SERVICE = 60;
    static final int AFTER_MEETING = 30;

    private final BeanProvider<CommitteeCalendar> calendar;

    AnswerDays(BeanProvider<CommitteeCalendar> calendar) {
        this.calendar = calendar;
    }

    /**
     * @param referredOn when the committee was asked; of the service it says nothing
     * @param promised a day already promised for one of the things said, which prevails when it comes first; null for none
     */
    LocalDate answerBy(
            long contractId, Decider decides, LocalDate askedOn, LocalDate referredOn, @Nullable LocalDate promised) {
        LocalDate ofService = askedOn.plusDays(OF_SERVICE);
        LocalDate day = decides == Decider.SERVICE
                ? ofService
                : nextMeeting(contractId, referredOn)
                        .map(meeting -> meeting.plusDays(AFTER_MEETING))
                        .orElse(ofService);
        return promised != null && promised.isBefore(day) ? promised : day;
    }

    /** The meeting of the committee on whose agenda each of these is; without those that are on none. */
    Map<Long, LocalDate> brought(Collection<Long> followupIds) {
        return calendar.isPresent() && !followupIds.isEmpty() ? calendar.get().brought(followupIds) : Map.of();
    }

    private Optional<LocalDate> nextMeeting(long contractId, LocalDate from) {
        return calendar.isPresent() ? calendar.get().nextMeeting(contractId, from) : Optional.empty();
    }
}
