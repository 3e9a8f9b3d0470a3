package org.portevoix.event;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.portevoix.contract.Contracts;
import org.portevoix.contract.Visit;
import org.portevoix.web.NotFound;
import org.portevoix.web.Pages;
import org.portevoix.web.Written;

/** The agenda and its events for people's own calendars. Sensitive events are in neither: calendars are shared. */
@Controller("/{lang}/{contract}")
class AgendaFeedController {

    private static final String CALENDAR = "text/calendar;charset=utf-8";

    private final Contracts contracts;
    private final EventRepository events;
    private final Agenda agenda;
    private final AgendaFeed feed;
    private final Pages pages;
    private final Clock clock;

    AgendaFeedController(
            Contracts contracts, EventRepository events, Agenda agenda, AgendaFeed feed, Pages pages, Clock clock) {
        this.contracts = contracts;
        this.events = events;
        this.agenda = agenda;
        this.feed = feed;
        this.pages = pages;
        this.clock = clock;
    }

    /** All sessions to come, soonest first. */
    @Get("/agenda.ics")
    HttpResponse<?> all(HttpRequest<?> request, String lang, String contract) {
        return pages.give(request, () -> {
            Visit visit = contracts.visit(lang, contract);
            return calendar(visit, toCome(events.findOpen(visit.contractId())));
        });
    }

    /** The sessions of one event to come, or all where all are over; NotFound for a sensitive one. */
    @Get("/agenda/{slug:[a-z0-9-]+}.ics")
    HttpResponse<?> one(HttpRequest<?> request, String lang, String contract, String slug) {
        return pages.give(request, () -> {
            Visit visit = contracts.visit(lang, contract);
            List<EventSession> sessions = events.findSessions(visit.contractId(), slug);
            if (sessions.isEmpty() || sessions.getFirst().isSensitive()) {
                throw new NotFound();
            }
            List<EventSession> toCome = toCome(sessions);
            return calendar(visit, toCome.isEmpty() ? sessions : toCome);
        });
    }

    private List<EventSession> toCome(List<EventSession> sessions) {
        Instant now = clock.instant();
        return sessions.stream()
                .filter(session -> session.endsAt().isAfter(now))
                .sorted(Comparator.comparing(EventSession::startsAt))
                .toList();
    }

    private Written calendar(Visit visit, List<EventSession> sessions) {
        return new Written(
                CALENDAR,
                feed.of(visit, sessions),
                Set.of(visit.contract().tag(), EventSession.listTag(visit.contractId())),
                agenda.until(visit));
    }
}
