package org.portevoix.council;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.portevoix.contract.Contract;
import org.portevoix.participation.Ledger;
import org.portevoix.participation.LedgerLine;

/** Counts the heads at a meeting: what is counted anew replaces what was, in the ledger too. */
@Singleton
class HeadCounts {

    private final CouncilMeetingRepository meetings;
    private final Ledger ledger;
    private final Clock clock;

    HeadCounts(CouncilMeetingRepository meetings, Ledger ledger, Clock clock) {
        this.meetings = meetings;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** The meeting of that day, made when there is none. */
    @Transactional
    CouncilMeeting meeting(Council council, LocalDate day, String from) {
        meetings.add(council.key(), day, from, "", false, false, false, clock.instant());
        return meetings.find(council.key(), day).orElseThrow();
    }

    /**
     * Of a form without errors. The same form once more changes nothing.
     *
     * @param place slug of the neighbourhood where it was held; null where it is not known
     * @return false when somebody else has counted since the form was opened: nothing is done then
     */
    @Transactional
    boolean count(Contract contract, Council council, HeadCountForm form, List<String> homes, @Nullable String place) {
        LocalDate day = Objects.requireNonNull(form.day());
        CouncilMeeting before =
                meetings.hold(meeting(council, day, form.from()).id()).orElseThrow();
        List<HeadCount> counted = meetings.findHeads(before.id());
        List<HeadCount> heads = form.heads(homes);
        if (before.revision() != form.revision()) {
            return same(counted, heads);
        }
        before.ledgerLines(contract.id(), counted).stream()
                .map(LedgerLine::corrected)
                .forEach(ledger::record);
        meetings.count(
                before.id(), form.from(), form.place(), form.kind(), form.hasChildCare(), form.hasInterpreter(), place);
        meetings.deleteHeads(before.id());
        heads.forEach(one -> meetings.addHeads(before.id(), one.home(), one.count()));
        Optional<CouncilMeeting> after = meetings.find(council.key(), day);
        ledger.record(after.orElseThrow().ledgerLines(contract.id(), heads));
        return true;
    }

    private static boolean same(List<HeadCount> some, List<HeadCount> others) {
        return java.util.Set.copyOf(some).equals(java.util.Set.copyOf(others));
    }
}
