package org.portevoix.committee;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.portevoix.contract.Contract;
import org.portevoix.followup.FollowupAnswers;
import org.portevoix.language.Language;
import org.portevoix.web.FormKeys;
import org.portevoix.web.NotFound;
import org.portevoix.web.PageChanges;

/** Prepares meetings: their day and their agenda. What the steering committee owes follows its days. */
@Singleton
class MeetingPlans {

    private final MeetingRepository meetings;
    private final FollowupAnswers answers;
    private final BroughtItems brought;
    private final FormKeys formKeys;
    private final PageChanges pageChanges;

    MeetingPlans(
            MeetingRepository meetings,
            FollowupAnswers answers,
            BroughtItems brought,
            FormKeys formKeys,
            PageChanges pageChanges) {
        this.meetings = meetings;
        this.answers = answers;
        this.brought = brought;
        this.formKeys = formKeys;
        this.pageChanges = pageChanges;
    }

    /** False when the body already meets that day. */
    @Transactional
    boolean plan(Contract contract, Body body, LocalDate day, LocalTime hour, String place) {
        boolean isNew = meetings.add(body.id(), day, at(contract, day, hour), place) == 1;
        if (isNew) {
            changed(contract, body);
        }
        return isNew;
    }

    /** Another hour or place; False once it was held or cancelled. */
    @Transactional
    boolean change(Contract contract, Body body, BodyMeeting meeting, LocalTime hour, String place) {
        boolean isChanged = meetings.change(meeting.id(), at(contract, meeting.day(), hour), place) == 1;
        changed(contract, body);
        return isChanged;
    }

    /** Only a planned one is cancelled, only a cancelled one is set again. */
    @Transactional
    boolean move(Contract contract, Body body, BodyMeeting meeting, boolean isCancelled) {
        MeetingState from = isCancelled ? MeetingState.PLANNED : MeetingState.CANCELLED;
        MeetingState to = isCancelled ? MeetingState.CANCELLED : MeetingState.PLANNED;
        boolean isMoved = meetings.move(meeting.id(), from, to) == 1;
        if (isMoved) {
            changed(contract, body);
        }
        return isMoved;
    }

    /** What is there already is not added again. */
    @Transactional
    void add(Contract contract, Body body, BodyMeeting meeting, List<AgendaProposals.Proposal> proposals) {
        for (AgendaProposals.Proposal one : proposals) {
            meetings.addItem(
                    meeting.id(),
                    Origin.RESIDENTS,
                    one.title(),
                    one.words(),
                    one.language(),
                    one.followupId(),
                    one.consultationId(),
                    one.saidKind(),
                    one.saidId(),
                    null);
        }
        if (body.kind() == BodyKind.STEERING || body.kind() == BodyKind.TECHNICAL) {
            meetings.findItems(List.of(meeting.id())).stream()
                    .filter(item -> proposals.stream().anyMatch(one -> one.key().equals(AgendaProposals.key(item))))
                    .forEach(item -> bring(contract, meeting, item));
        }
    }

    /** Those who asked read on their receipts that it goes before the committee, and when. */
    private void bring(Contract contract, BodyMeeting meeting, AgendaItem item) {
        if (item.followupId() == null) {
            long opened = answers.openForMeeting(contract, brought.asked(item, null), meeting.day(), formKeys.next());
            meetings.linkItem(item.id(), opened);
        } else {
            answers.bring(contract, item.followupId(), meeting.day());
        }
    }

    /** The same form sent twice adds one. */
    @Transactional
    void add(BodyMeeting meeting, ItemForm form) {
        meetings.addItem(
                meeting.id(),
                form.origin(),
                form.title(),
                form.words().isEmpty() ? null : form.words(),
                Language.SOURCE,
                null,
                null,
                null,
                null,
                formKeys.of(form.key()));
    }

    /** False when it was decided, or is not there. */
    @Transactional
    boolean remove(BodyMeeting meeting, long itemId) {
        return meetings.removeItem(itemId, meeting.id()) == 1;
    }

    /** One place up among those of the same origin. */
    @Transactional
    void raise(BodyMeeting meeting, long itemId) {
        if (meetings.findToChange(meeting.id()).isEmpty()) {
            throw new NotFound();
        }
        List<AgendaItem> items = new ArrayList<>(meetings.findItems(List.of(meeting.id())));
        for (int i = 1; i < items.size(); i++) {
            if (items.get(i).id() == itemId
                    && items.get(i - 1).origin() == items.get(i).origin()) {
                Collections.swap(items, i - 1, i);
                break;
            }
        }
        for (int i = 0; i < items.size(); i++) {
            meetings.placeItem(items.get(i).id(), i + 1);
        }
    }

    private void changed(Contract contract, Body body) {
        if (body.kind() == BodyKind.STEERING) {
            answers.retime(contract);
        }
        pageChanges.changed(Body.listTag(contract.id()));
    }

    private static Instant at(Contract contract, LocalDate day, LocalTime hour) {
        return day.atTime(hour).atZone(contract.zoneId()).toInstant();
    }
}
