package org.portevoix.committee;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.portevoix.account.Desk;
import org.portevoix.account.Permission;
import org.portevoix.contract.Contract;
import org.portevoix.desk.Work;
import org.portevoix.language.Calendar;
import org.portevoix.language.Language;
import org.portevoix.language.Messages;
import org.portevoix.language.Texts;
import org.portevoix.language.TextsRead;

/** Meetings to prepare, and those of which nobody has said who sat. */
@Singleton
class CommitteeWork implements Work {

    /** An agenda is sent a week before. */
    private static final int AGENDA_DAYS_BEFORE = 7;

    private static final int SHOWN_DAYS_BEFORE = 21;
    private static final int MINUTES_DAYS_AFTER = 2;

    private final BodyRepository bodies;
    private final MeetingRepository meetings;
    private final Texts texts;
    private final Calendar calendar;
    private final Messages messages;
    private final Clock clock;

    CommitteeWork(
            BodyRepository bodies,
            MeetingRepository meetings,
            Texts texts,
            Calendar calendar,
            Messages messages,
            Clock clock) {
        this.bodies = bodies;
        this.meetings = meetings;
        this.texts = texts;
        this.calendar = calendar;
        this.messages = messages;
        this.clock = clock;
    }

    @Override
    public Stream<Waiting> of(Desk desk) {
        Map<Long, Contract> contracts = desk.contracts(Permission.GOVERN);
        List<Body> found = contracts.isEmpty() ? List.of() : bodies.findOf(contracts.keySet());
        if (found.isEmpty()) {
            return Stream.empty();
        }
        Map<Long, Body> byId = found.stream().collect(Collectors.toMap(Body::id, Function.identity()));
        List<BodyMeeting> planned = meetings.findOf(byId.keySet()).stream()
                .filter(meeting -> meeting.state() == MeetingState.PLANNED)
                .toList();
        Set<Long> prepared = planned.isEmpty()
                ? Set.of()
                : meetings.findItems(planned.stream().map(BodyMeeting::id).toList()).stream()
                        .map(AgendaItem::meetingId)
                        .collect(Collectors.toSet());
        TextsRead read = texts.read(Language.SOURCE, found.stream().map(Body::nameText));
        return planned.stream().flatMap(meeting -> {
            Body body = Objects.requireNonNull(byId.get(meeting.bodyId()));
            Contract contract = Objects.requireNonNull(contracts.get(body.contractId()));
            String name = read.get(body.nameText()).body();
            return waiting(contract, body, name, meeting, prepared.contains(meeting.id()));
        });
    }

    private Stream<Waiting> waiting(
            Contract contract, Body body, String name, BodyMeeting meeting, boolean isPrepared) {
        LocalDate today = LocalDate.now(clock.withZone(contract.zoneId()));
        if (today.isAfter(meeting.day())) {
            return Stream.of(waiting(
                    contract,
                    body,
                    meeting,
                    name,
                    "committee.desk.work.minutes",
                    meeting.day().plusDays(MINUTES_DAYS_AFTER)));
        }
        return !isPrepared && !today.isBefore(meeting.day().minusDays(SHOWN_DAYS_BEFORE))
                ? Stream.of(waiting(
                        contract,
                        body,
                        meeting,
                        name,
                        "committee.desk.work.agenda",
                        meeting.day().minusDays(AGENDA_DAYS_BEFORE)))
                : Stream.empty();
    }

    private Waiting waiting(Contract contract, Body body, BodyMeeting meeting, String name, String key, LocalDate due) {
        LocalDate today = LocalDate.now(clock.withZone(contract.zoneId()));
        return Waiting.usual(
                contract,
                today,
                due,
                messages.say(Language.SOURCE, key, Map.of("body", name)),
                messages.say(
                        Language.SOURCE,
                        "committee.desk.work.meeting",
                        Map.of("day", calendar.day(Language.SOURCE, meeting.day()))),
                "/instances/" + body.slug() + "/" + meeting.day());
    }
}
