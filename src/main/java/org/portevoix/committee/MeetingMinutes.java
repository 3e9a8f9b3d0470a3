package org.portevoix.committee;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.portevoix.actionsheet.ActionSheets;
import org.portevoix.contract.Contract;
import org.portevoix.followup.FollowupAnswers;
import org.portevoix.followup.FollowupDecision;
import org.portevoix.followup.NextStep;
import org.portevoix.language.Language;
import org.portevoix.participation.Act;
import org.portevoix.participation.Ledger;
import org.portevoix.participation.LedgerLine;
import org.portevoix.participation.Phase;
import org.portevoix.web.FormKeys;
import org.portevoix.web.PageChanges;

/**
 * Writes down what a meeting was: who sat, with a ledger line for each seat of residents, and what was decided, with the
 * follow-up by which those who asked read it.
 */
@Singleton
class MeetingMinutes {

    private final MeetingRepository meetings;
    private final BodyRepository bodies;
    private final FollowupAnswers answers;
    private final BroughtItems brought;
    private final ActionSheets actionSheets;
    private final Ledger ledger;
    private final PageChanges pageChanges;
    private final FormKeys formKeys;
    private final Clock clock;

    MeetingMinutes(
            MeetingRepository meetings,
            BodyRepository bodies,
            FollowupAnswers answers,
            BroughtItems brought,
            ActionSheets actionSheets,
            Ledger ledger,
            PageChanges pageChanges,
            FormKeys formKeys,
            Clock clock) {
        this.meetings = meetings;
        this.bodies = bodies;
        this.answers = answers;
        this.brought = brought;
        this.actionSheets = actionSheets;
        this.ledger = ledger;
        this.pageChanges = pageChanges;
        this.formKeys = formKeys;
        this.clock = clock;
    }

    /** Which seats were occupied; said again otherwise, it is corrected. False when the meeting was cancelled. */
    @Transactional
    boolean attend(
            Contract contract,
            Body body,
            BodyMeeting read,
            Set<Long> seatIds,
            boolean hasChildCare,
            boolean hasInterpreter) {
        BodyMeeting meeting = meetings.findToChange(read.id()).orElseThrow();
        if (meeting.isCancelled()) {
            return false;
        }
        occupySeats(contract, body, meeting, seatIds);
        LedgerLine before = line(contract, body, meeting, meeting.hasChildCare(), meeting.hasInterpreter());
        LedgerLine after = line(contract, body, meeting, hasChildCare, hasInterpreter);
        if (meeting.isHeld() && !before.equals(after)) {
            ledger.correction(before);
        }
        if (!meeting.isHeld() || !before.equals(after)) {
            ledger.record(after);
            meetings.hold(meeting.id(), hasChildCare, hasInterpreter);
        }
        pageChanges.changed(Body.listTag(contract.id()));
        return true;
    }

    /**
     * What was decided about an item, on the day of the meeting. What residents brought becomes a follow-up, decided, if it is none
     * yet. False when an answer was given that can't be taken back.
     */
    @Transactional
    boolean decide(
            Contract contract,
            BodyMeeting meeting,
            long itemId,
            FollowupDecision decision,
            String reason,
            @Nullable NextStep next,
            long accountId) {
        AgendaItem item = meetings.findItemToChange(itemId, meeting.id()).orElseThrow();
        Long followup = item.followupId();
        if (followup == null && item.isFromResidents()) {
            followup = answers.open(contract, brought.asked(item, meeting.day()), formKeys.next());
            meetings.linkItem(itemId, followup);
        }
        if (followup != null
                && !answers.decide(
                        contract, followup, new FollowupAnswers.Answer(decision, reason, meeting.day(), next))) {
            return false;
        }
        meetings.addDecision(itemId, decision, reason, meeting.day(), accountId, clock.instant());
        return true;
    }

    /** Whether what is accepted of this item needs what comes next: residents asked for it, and it is not there already. */
    boolean needsNext(Contract contract, BodyMeeting meeting, long itemId) {
        return meetings.findItems(List.of(meeting.id())).stream()
                .filter(item -> item.id() == itemId)
                .anyMatch(item -> item.followupId() == null
                        ? item.isFromResidents()
                        : !answers.isDone(contract, item.followupId()));
    }

    private void occupySeats(Contract contract, Body body, BodyMeeting meeting, Set<Long> seatIds) {
        List<Seat> seats = bodies.findSeats(List.of(body.id()));
        boolean isSensitive = isSensitive(body);
        Phase phase = contract.phase() == null ? null : Phase.valueOf(contract.phase());
        seats.stream()
                .filter(seat -> seatIds.contains(seat.id()))
                .forEach(seat -> meetings.addAttendance(
                        meeting.id(),
                        seat.id(),
                        meeting.month().toString(),
                        phase,
                        body.actionSheetId(),
                        isSensitive,
                        seat.holder().isResidents()));
        Map<Long, Attendance> known = known(List.of(meeting.id()));
        for (Attendance one : known.values()) {
            boolean isOccupied = seatIds.contains(one.seatId());
            boolean isTurned = meetings.occupy(meeting.id(), one.seatId(), isOccupied) == 1;
            if (isTurned && one.isResidents()) {
                LedgerLine line = one.line(body);
                ledger.record(isOccupied ? line : line.corrected());
            }
        }
    }

    private Map<Long, Attendance> known(Collection<Long> meetingIds) {
        return meetings.findAttendance(meetingIds).stream()
                .collect(Collectors.toMap(Attendance::seatId, Function.identity()));
    }

    private LedgerLine line(
            Contract contract, Body body, BodyMeeting meeting, boolean hasChildCare, boolean hasInterpreter) {
        return LedgerLine.activity(contract.id(), meeting.month(), Act.SESSION_HELD)
                .actionSheet(body.actionSheetId())
                .body(body.id())
                .held(meeting.held(contract.zoneId(), hasChildCare, hasInterpreter))
                .build();
    }

    private boolean isSensitive(Body body) {
        Long sheet = body.actionSheetId();
        return sheet != null
                && Objects.requireNonNull(actionSheets
                                .links(Language.SOURCE, List.of(sheet))
                                .get(sheet))
                        .isSensitive();
    }
}
