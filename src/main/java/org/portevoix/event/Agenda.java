package org.portevoix.event;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.portevoix.contract.Territory;
import org.portevoix.contract.Visit;
import org.portevoix.language.Calendar;
import org.portevoix.language.Texts;
import org.portevoix.language.TextsRead;
import org.portevoix.language.Translated;
import org.portevoix.web.NotFound;

/** What is on: sessions of events, told in the reader's words. */
@Singleton
public class Agenda {

    private final EventRepository events;
    private final Territory territory;
    private final Texts texts;
    private final Calendar calendar;
    private final Clock clock;

    Agenda(EventRepository events, Territory territory, Texts texts, Calendar calendar, Clock clock) {
        this.events = events;
        this.territory = territory;
        this.texts = texts;
        this.calendar = calendar;
        this.clock = clock;
    }

    /** The next session of each event, soonest first. */
    public List<SessionCard> next(Visit visit, int count) {
        return cards(visit, events.findNext(visit.contractId(), clock.instant(), null, count));
    }

    /** The next session of each event of this action, soonest first. */
    public List<SessionCard> nextOfAction(Visit visit, long actionSheetId, int count) {
        return cards(visit, events.findNext(visit.contractId(), clock.instant(), actionSheetId, count));
    }

    /** The sessions in this neighbourhood that are not over, soonest first. */
    public List<SessionCard> comingIn(Visit visit, long neighbourhoodId, int count) {
        return cards(visit, coming(visit, AgendaFilter.NONE, neighbourhoodId, count, 0));
    }

    /** How many sessions are not over in this neighbourhood, those of the agenda filtered by it; {@code most} at most. */
    public int countComing(long contractId, long neighbourhoodId, int most) {
        return events.countComing(contractId, neighbourhoodId, clock.instant(), most);
    }

    /** When a page that shows these days stops being true: when the first session ends, at midnight at the latest. */
    public Instant until(Visit visit) {
        Instant midnight = LocalDate.now(clock.withZone(visit.zone()))
                .plusDays(1)
                .atStartOfDay(visit.zone())
                .toInstant();
        return coming(visit, AgendaFilter.NONE, null, 1, 0).stream()
                .map(EventSession::endsAt)
                .filter(end -> end.isBefore(midnight))
                .findFirst()
                .orElse(midnight);
    }

    /** Whether taking part in this event says something of one's health: its figures are hidden under a higher minimum. */
    public boolean isSensitive(long eventId) {
        return events.isSensitive(eventId);
    }

    /** The tag under which pages that show the agenda of a contract stand. */
    public static String listTag(long contractId) {
        return EventSession.listTag(contractId);
    }

    /** Sessions that are not over, soonest first. */
    List<EventSession> coming(Visit visit, AgendaFilter filter, @Nullable Long neighbourhoodId, int count, int skip) {
        return events.findComing(wanted(visit, filter, neighbourhoodId, true), count, skip);
    }

    /** The same for other calendars: none of a sensitive event. */
    List<EventSession> comingOpen(Visit visit, AgendaFilter filter, @Nullable Long neighbourhoodId, int count) {
        return events.findComing(wanted(visit, filter, neighbourhoodId, false), count, 0);
    }

    /** How many of them there are each day of the filter's period, by day; none for a day without any. */
    Map<LocalDate, Integer> countByDay(Visit visit, AgendaFilter filter, @Nullable Long neighbourhoodId) {
        return events.countByDay(wanted(visit, filter, neighbourhoodId, true), filter.before(visit.zone())).stream()
                .collect(Collectors.toMap(DayCount::day, DayCount::sessions));
    }

    private Wanted wanted(Visit visit, AgendaFilter filter, @Nullable Long neighbourhoodId, boolean isWithSensitive) {
        Instant now = clock.instant();
        return new Wanted(
                visit.contractId(),
                now,
                neighbourhoodId,
                filter.language(),
                filter.isFreeTime(),
                isWithSensitive,
                filter.after(now, visit.zone()),
                filter.start(),
                filter.end());
    }

    /** NotFound for a neighbourhood that the contract does not have; null of null. */
    @Nullable
    Long neighbourhoodId(Visit visit, @Nullable String slug) {
        return slug == null
                ? null
                : territory.neighbourhoods(visit.contractId(), visit.lang()).stream()
                        .filter(one -> one.slug().equals(slug))
                        .findFirst()
                        .orElseThrow(NotFound::new)
                        .row()
                        .id();
    }

    /**
     * Which sessions are looked for.
     *
     * @param isWithSensitive not for what is told beyond this site
     * @param after those that began before it are over
     */
    record Wanted(
            long contractId,
            Instant now,
            @Nullable Long neighbourhoodId,
            @Nullable String language,
            boolean isFreeTime,
            boolean isWithSensitive,
            Instant after,
            LocalDate from,
            LocalDate until) {}

    List<SessionCard> cards(Visit visit, List<EventSession> sessions) {
        TextsRead read = texts.read(visit.lang(), sessions.stream().flatMap(EventSession::texts));
        Map<Long, Translated> neighbourhoods = territory.neighbourhoods(visit.contractId(), visit.lang()).stream()
                .collect(Collectors.toMap(one -> one.row().id(), Territory.Named::name));
        return sessions.stream()
                .map(session -> new SessionCard(
                        session.slug(),
                        session.day(),
                        calendar.day(visit.lang(), session.day()),
                        calendar.hours(visit.lang(), session.startsAt(), session.endsAt(), visit.zone()),
                        read.get(session.titleText()),
                        read.get(session.summaryText()),
                        session.isSensitive() ? null : read.get(session.placeText()),
                        session.neighbourhoodId() == null ? null : neighbourhoods.get(session.neighbourhoodId()),
                        session.isFree(),
                        session.isEvening(),
                        session.isWeekend(),
                        session.isOn(),
                        session.sessionState(),
                        session.kind()))
                .toList();
    }
}
