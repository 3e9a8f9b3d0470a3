package org.portevoix.event;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.RequestBean;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
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
    private static final String FEED = "application/atom+xml;charset=utf-8";
    /** The soonest: a calendar asks again every few hours, so that later ones come in time. */
    static final int MOST_IN_CALENDAR = 200;

    private static final int MOST_IN_FEED = 50;

    private final Contracts contracts;
    private final EventRepository events;
    private final Agenda agenda;
    private final AgendaFeed feed;
    private final AgendaAtom atom;
    private final Pages pages;
    private final Clock clock;

    AgendaFeedController(
            Contracts contracts,
            EventRepository events,
            Agenda agenda,
            AgendaFeed feed,
            AgendaAtom atom,
            Pages pages,
            Clock clock) {
        this.contracts = contracts;
        this.events = events;
        this.agenda = agenda;
        this.feed = feed;
        this.atom = atom;
        this.pages = pages;
        this.clock = clock;
    }

    /** The sessions to come that were chosen as in the agenda's page, soonest first. */
    @Get("/agenda.ics{?quartier,langue,moment,semaine,mois,jour}")
    HttpResponse<?> all(HttpRequest<?> request, String lang, String contract, @RequestBean AgendaChoices choices) {
        return pages.give(request, () -> {
            Visit visit = contracts.visit(lang, contract);
            AgendaFilter filter = choices.filter(visit, today(visit));
            List<EventSession> found = chosen(visit, filter, MOST_IN_CALENDAR + 1);
            return calendar(visit, found.stream().limit(MOST_IN_CALENDAR).toList(), found.size() > MOST_IN_CALENDAR);
        });
    }

    /** The same for feed readers (RFC 4287): the next ones. */
    @Get("/agenda.atom{?quartier,langue,moment,semaine,mois,jour}")
    HttpResponse<?> atom(HttpRequest<?> request, String lang, String contract, @RequestBean AgendaChoices choices) {
        return pages.give(request, () -> {
            Visit visit = contracts.visit(lang, contract);
            AgendaFilter filter = choices.filter(visit, today(visit));
            return written(visit, FEED, atom.of(visit, filter, chosen(visit, filter, MOST_IN_FEED)));
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
            return calendar(visit, toCome.isEmpty() ? sessions : toCome, false);
        });
    }

    private List<EventSession> toCome(List<EventSession> sessions) {
        Instant now = clock.instant();
        return sessions.stream()
                .filter(session -> session.endsAt().isAfter(now))
                .sorted(Comparator.comparing(EventSession::startsAt))
                .toList();
    }

    private List<EventSession> chosen(Visit visit, AgendaFilter filter, int most) {
        return agenda.comingOpen(visit, filter, agenda.neighbourhoodId(visit, filter.neighbourhood()), most);
    }

    private LocalDate today(Visit visit) {
        return LocalDate.now(clock.withZone(visit.zone()));
    }

    private Written calendar(Visit visit, List<EventSession> sessions, boolean isMore) {
        return written(visit, CALENDAR, feed.of(visit, sessions, isMore));
    }

    private Written written(Visit visit, String type, String body) {
        return new Written(
                type,
                body,
                Set.of(visit.contract().tag(), EventSession.listTag(visit.contractId())),
                agenda.until(visit));
    }
}
