package org.portevoix.followup;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** How residents were answered, in numbers: within 60 days or later, what is owed still, what was adopted. */
@Singleton
public class FollowupTally {
    private final FollowupRepository followups;
    private final Clock clock;

    FollowupTally(FollowupRepository followups, Clock clock) {
        this.followups = followups;
        this.clock = clock;
    }

    /**
     * @param inTime answered within 60 days of when it was first said, of those of which that day is known ({@code timed})
     * @param due of those whose first day is known, those whose 60 days are over; {@code dueInTime} of them were answered within these
     * @param notDue whose 60 days are not over yet, answered or not
     * @param undated whose first day isn't known
     * @param overdue not answered, and the day owed has passed
     */
    public record Tally(
            long all,
            long answered,
            long timed,
            long inTime,
            long due,
            long dueInTime,
            long notDue,
            long undated,
            long owed,
            long overdue,
            Map<FollowupDecision, Long> decided) {}

    /** {@code zone}: of the contract, whose days these are. */
    public Tally of(long contractId, ZoneId zone) {
        LocalDate today = LocalDate.now(clock.withZone(zone));
        List<Followup> all = followups.findLatest(contractId);
        Map<FollowupDecision, Long> decided = new EnumMap<>(FollowupDecision.class);
        long timed = 0;
        long inTime = 0;
        long due = 0;
        long dueInTime = 0;
        long notDue = 0;
        for (Followup each : all) {
            FollowupDecision decision = each.decision();
            LocalDate decidedOn = each.decidedOn();
            LocalDate askedOn = each.askedOn();
            if (decision != null) {
                decided.merge(decision, 1L, Long::sum);
            }
            if (askedOn != null) {
                LocalDate last = askedOn.plusDays(AnswerDays.OF_SERVICE);
                boolean isTimed = each.isAnswered() && decidedOn != null;
                boolean isInTime = isTimed && !Objects.requireNonNull(decidedOn).isAfter(last);
                boolean isDue = today.isAfter(last);
                timed += isTimed ? 1 : 0;
                inTime += isInTime ? 1 : 0;
                due += isDue ? 1 : 0;
                dueInTime += isDue && isInTime ? 1 : 0;
                notDue += isDue ? 0 : 1;
            }
        }
        return new Tally(
                all.size(),
                all.stream().filter(Followup::isAnswered).count(),
                timed,
                inTime,
                due,
                dueInTime,
                notDue,
                all.size() - due - notDue,
                all.stream().filter(Followup::isAwaiting).count(),
                all.stream().filter(each -> each.isLateOn(today)).count(),
                decided);
    }
}
