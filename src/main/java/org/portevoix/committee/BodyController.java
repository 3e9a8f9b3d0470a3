package org.portevoix.committee;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.portevoix.contract.Contracts;
import org.portevoix.contract.Visit;
import org.portevoix.language.Calendar;
import org.portevoix.language.Messages;
import org.portevoix.language.Texts;
import org.portevoix.language.TextsRead;
import org.portevoix.language.Translated;
import org.portevoix.web.Page;
import org.portevoix.web.Pages;

/** Who decides, for everyone: the bodies, their seats and when they meet; and how the contract is approved. */
@Controller("/{lang}/{contract}/instances")
class BodyController {

    private final Contracts contracts;
    private final BodyRepository bodies;
    private final MeetingRepository meetings;
    private final ContractSteps steps;
    private final Texts texts;
    private final Calendar calendar;
    private final Messages messages;
    private final Pages pages;
    private final Clock clock;

    BodyController(
            Contracts contracts,
            BodyRepository bodies,
            MeetingRepository meetings,
            ContractSteps steps,
            Texts texts,
            Calendar calendar,
            Messages messages,
            Pages pages,
            Clock clock) {
        this.contracts = contracts;
        this.bodies = bodies;
        this.meetings = meetings;
        this.steps = steps;
        this.texts = texts;
        this.calendar = calendar;
        this.messages = messages;
        this.pages = pages;
        this.clock = clock;
    }

    @Get
    HttpResponse<?> list(HttpRequest<?> request, String lang, String contract) {
        return pages.show(request, () -> list(contracts.visit(lang, contract)));
    }

    private Page list(Visit visit) {
        List<Body> found = bodies.findOf(visit.contractId());
        List<Long> ids = found.stream().map(Body::id).toList();
        List<Seat> seats = ids.isEmpty()
                ? List.of()
                : bodies.findSeats(ids).stream().filter(Seat::isKept).toList();
        List<BodyMeeting> all = ids.isEmpty() ? List.of() : meetings.findOf(ids);
        TextsRead read = texts.read(
                visit.lang(),
                Stream.concat(
                        found.stream().flatMap(Body::texts), seats.stream().map(Seat::labelText)));
        LocalDate today = LocalDate.now(clock.withZone(visit.zone()));
        return new Page(
                "committee/list",
                visit.layout(messages.say(visit.lang(), "committee.list.title"), "/instances", "suites"),
                new BodyListPage(
                        found.stream()
                                .map(body -> card(visit, body, seats, all, read, today))
                                .toList(),
                        steps.of(visit.contractId(), visit.lang())),
                Set.of(visit.contract().tag(), Body.listTag(visit.contractId())),
                today.plusDays(1).atStartOfDay(visit.zone()).toInstant());
    }

    private Card card(
            Visit visit, Body body, List<Seat> seats, List<BodyMeeting> all, TextsRead read, LocalDate today) {
        List<Seat> own =
                seats.stream().filter(seat -> seat.bodyId() == body.id()).toList();
        return new Card(
                read.get(body.nameText()),
                read.get(body.doesText()),
                own.size(),
                own.stream().filter(seat -> seat.holder().isResidents()).count(),
                own.stream().map(seat -> read.get(seat.labelText())).toList(),
                all.stream()
                        .filter(meeting -> meeting.bodyId() == body.id()
                                && !meeting.isCancelled()
                                && !meeting.day().isBefore(today))
                        .map(BodyMeeting::day)
                        .min(LocalDate::compareTo)
                        .map(day -> calendar.day(visit.lang(), day))
                        .orElse(null));
    }

    /**
     * A body. Who sat is not told: two people in a room would be singled out.
     *
     * @param next day of its next meeting in words; null while none is set
     */
    record Card(
            Translated name,
            Translated does,
            int seats,
            long residents,
            List<Translated> labels,
            @Nullable String next) {}

    record BodyListPage(List<Card> bodies, List<ContractSteps.Shown> steps) {}
}
