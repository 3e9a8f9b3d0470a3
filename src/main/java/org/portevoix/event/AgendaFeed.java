package org.portevoix.event;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.portevoix.contract.OpenData;
import org.portevoix.contract.Visit;
import org.portevoix.language.Messages;
import org.portevoix.language.Texts;
import org.portevoix.language.TextsRead;
import org.portevoix.language.Translated;

/** Sessions as people's calendars read them: iCalendar (RFC 5545), with its times in UTC. */
@Singleton
class AgendaFeed {

    private static final String REFRESH = "PT6H";
    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private final Texts texts;
    private final Messages messages;
    private final OpenData openData;
    private final Clock clock;

    AgendaFeed(Texts texts, Messages messages, OpenData openData, Clock clock) {
        this.texts = texts;
        this.messages = messages;
        this.openData = openData;
        this.clock = clock;
    }

    /**
     * A calendar of these sessions, none of a sensitive event.
     *
     * @param isMore whether there are others, later, which it then says
     */
    String of(Visit visit, List<EventSession> sessions, boolean isMore) {
        String lang = visit.lang();
        String name = messages.say(
                lang, "event.feed.name", Map.of("town", visit.contract().territoryName()));
        CalendarWriter calendar = begun().text("NAME", null, name).text("X-WR-CALNAME", null, name);
        if (isMore) {
            String more = messages.say(lang, "event.feed.more", Map.of("n", sessions.size()));
            calendar.text("DESCRIPTION", null, more).text("X-WR-CALDESC", null, more);
        }
        calendar.value("REFRESH-INTERVAL;VALUE=DURATION", REFRESH);
        TextsRead read = texts.read(lang, sessions.stream().flatMap(AgendaFeed::texts));
        String now = UTC.format(clock.instant());
        sessions.forEach(session -> event(calendar, visit, session, read, now));
        if (sessions.isEmpty()) {
            utc(calendar);
        }
        return calendar.value("END", "VCALENDAR").written();
    }

    /**
     * A calendar of this session for one who registered for it: with its place, whatever it is. Of a sensitive one it tells
     * the place and the hour and nothing else, since calendars are shared.
     */
    String ofRegistered(Visit visit, EventSession session) {
        TextsRead read = texts.read(visit.lang(), texts(session));
        CalendarWriter calendar = begun();
        String now = UTC.format(clock.instant());
        if (session.isSensitive()) {
            calendar.value("BEGIN", "VEVENT").value("UID", "session-" + session.sessionId() + "@porte-voix");
            hours(calendar, session, now);
            calendar.text("SUMMARY", null, messages.say(visit.lang(), "event.feed.private"));
            place(calendar, session, read);
            state(calendar, session);
        } else {
            event(calendar, visit, session, read, now);
        }
        return calendar.value("END", "VCALENDAR").written();
    }

    private static CalendarWriter begun() {
        return new CalendarWriter()
                .value("BEGIN", "VCALENDAR")
                .value("VERSION", "2.0")
                .value("PRODID", "-//Porte-Voix//Agenda//FR");
    }

    /** Those that a calendar tells. */
    private static Stream<Long> texts(EventSession session) {
        return Stream.of(session.titleText(), session.summaryText(), session.placeText(), session.reasonText())
                .filter(Objects::nonNull);
    }

    private void event(CalendarWriter calendar, Visit visit, EventSession session, TextsRead read, String now) {
        Translated title = read.get(session.titleText());
        Translated summary = read.get(session.summaryText());
        calendar.value("BEGIN", "VEVENT")
                .text(
                        "UID",
                        null,
                        session.day() + "." + session.slug() + "."
                                + visit.contract().slug() + "@porte-voix");
        hours(calendar, session, now);
        calendar.text("SUMMARY", title.language(), title.body());
        place(calendar, session, read);
        calendar.text("DESCRIPTION", summary.language(), description(visit, session, read));
        String url = openData.url(visit.address(session.path()));
        if (!url.startsWith("/")) {
            calendar.value("URL", url);
        }
        state(calendar, session);
    }

    private static void hours(CalendarWriter calendar, EventSession session, String now) {
        calendar.value("DTSTAMP", now).value("DTSTART", utc(session.startsAt())).value("DTEND", utc(session.endsAt()));
    }

    private static String utc(Instant at) {
        return UTC.format(at);
    }

    private static void place(CalendarWriter calendar, EventSession session, TextsRead read) {
        Translated place = read.get(session.placeText());
        calendar.text(
                "LOCATION",
                place.language(),
                session.address() == null ? place.body() : place.body() + "\n" + session.address());
    }

    private static void state(CalendarWriter calendar, EventSession session) {
        calendar.value("SEQUENCE", String.valueOf(session.revision()))
                .value("STATUS", session.isOn() ? "CONFIRMED" : "CANCELLED")
                .value("END", "VEVENT");
    }

    private String description(Visit visit, EventSession session, TextsRead read) {
        Translated reason = read.find(session.reasonText());
        return Stream.of(
                        session.isOn() ? null : messages.say(visit.lang(), "event.state." + session.sessionState()),
                        reason == null ? null : reason.body(),
                        read.get(session.summaryText()).body())
                .filter(Objects::nonNull)
                .collect(Collectors.joining("\n\n"));
    }

    /** A calendar holds at least one component (RFC 5545, 3.6): an agenda without a session has this one. */
    private static void utc(CalendarWriter calendar) {
        calendar.value("BEGIN", "VTIMEZONE")
                .value("TZID", "Etc/UTC")
                .value("BEGIN", "STANDARD")
                .value("DTSTART", "19700101T000000")
                .value("TZOFFSETFROM", "+0000")
                .value("TZOFFSETTO", "+0000")
                .value("END", "STANDARD")
                .value("END", "VTIMEZONE");
    }
}
