package org.portevoix.event;

import biweekly.ICalendar;
import biweekly.component.StandardTime;
import biweekly.component.VEvent;
import biweekly.component.VTimezone;
import biweekly.property.Status;
import biweekly.util.DateTimeComponents;
import biweekly.util.Duration;
import biweekly.util.UtcOffset;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Date;
import java.util.List;
import java.util.Map;
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

    private static final int REFRESH_HOURS = 6;

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

    /** A calendar of these sessions, none of a sensitive event. */
    String of(Visit visit, List<EventSession> sessions) {
        TextsRead read = texts.read(visit.lang(), sessions.stream().flatMap(EventSession::texts));
        ICalendar calendar = new ICalendar();
        calendar.setProductId("-//Porte-Voix//Agenda//FR");
        String name = messages.say(
                visit.lang(), "event.feed.name", Map.of("town", visit.contract().territoryName()));
        calendar.setName(name);
        calendar.addExperimentalProperty("X-WR-CALNAME", name);
        calendar.setRefreshInterval(Duration.builder().hours(REFRESH_HOURS).build());
        sessions.forEach(session -> calendar.addEvent(event(visit, session, read)));
        if (sessions.isEmpty()) {
            calendar.addComponent(utc());
        }
        return CalendarLines.of(calendar);
    }

    /**
     * A calendar of this session for one who registered for it: with its place, whatever it is. Of a sensitive one it tells
     * the place and the hour and nothing else, since calendars are shared.
     */
    String ofRegistered(Visit visit, EventSession session) {
        TextsRead read = texts.read(visit.lang(), session.texts());
        VEvent event = event(visit, session, read);
        if (session.isSensitive()) {
            event.setUid("session-" + session.sessionId() + "@porte-voix");
            event.setSummary(messages.say(visit.lang(), "event.feed.private"));
            event.setDescription((String) null);
            event.setUrl((String) null);
        }
        ICalendar calendar = new ICalendar();
        calendar.setProductId("-//Porte-Voix//Agenda//FR");
        calendar.addEvent(event);
        return CalendarLines.of(calendar);
    }

    private VEvent event(Visit visit, EventSession session, TextsRead read) {
        Translated title = read.get(session.titleText());
        Translated summary = read.get(session.summaryText());
        Translated place = read.get(session.placeText());
        VEvent event = new VEvent();
        event.setUid(
                session.day() + "." + session.slug() + "." + visit.contract().slug() + "@porte-voix");
        event.setDateTimeStamp(Date.from(clock.instant()));
        event.setDateStart(Date.from(session.startsAt()));
        event.setDateEnd(Date.from(session.endsAt()));
        event.setSummary(plain(title.body())).setLanguage(title.language());
        event.setLocation(plain(Stream.of(place.body(), session.address())
                        .filter(line -> line != null)
                        .collect(Collectors.joining("\n"))))
                .setLanguage(place.language());
        event.setDescription(plain(description(visit, session, read))).setLanguage(summary.language());
        String url = openData.url(visit.address("/agenda/" + session.slug() + "/" + session.day()));
        if (!url.startsWith("/")) {
            event.setUrl(url);
        }
        event.setSequence(session.revision());
        event.setStatus(session.isOn() ? Status.confirmed() : Status.cancelled());
        return event;
    }

    private String description(Visit visit, EventSession session, TextsRead read) {
        Translated reason = read.find(session.reasonText());
        return Stream.of(
                        session.isOn() ? null : messages.say(visit.lang(), "event.state." + session.sessionState()),
                        reason == null ? null : reason.body(),
                        read.get(session.summaryText()).body())
                .filter(part -> part != null)
                .collect(Collectors.joining("\n\n"));
    }

    /** With one kind of line break: the one that iCalendar escapes. */
    private static String plain(String text) {
        return text.replaceAll("\\R", "\n");
    }

    /** A calendar holds at least one component (RFC 5545, 3.6): an agenda without a session has this one. */
    private static VTimezone utc() {
        StandardTime always = new StandardTime();
        always.setDateStart(new DateTimeComponents(1970, 1, 1, 0, 0, 0, false));
        always.setTimezoneOffsetFrom(new UtcOffset(true, 0, 0));
        always.setTimezoneOffsetTo(new UtcOffset(true, 0, 0));
        VTimezone zone = new VTimezone("Etc/UTC");
        zone.addStandardTime(always);
        return zone;
    }
}
