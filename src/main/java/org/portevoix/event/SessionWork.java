package org.portevoix.event;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

/** Sessions that were held and not counted since a day, and people who have to be called about one. */
@Singleton
class SessionWork implements Work {

    private static final Duration SINCE = Duration.ofDays(1);
    /** Later nobody remembers how many came. */
    private static final Duration UNTIL = Duration.ofDays(60);

    private final EventRepository events;
    private final EventSessionRepository sessions;
    private final RegistrationRepository registrations;
    private final Texts texts;
    private final Calendar calendar;
    private final Messages messages;
    private final Clock clock;

    SessionWork(
            EventRepository events,
            EventSessionRepository sessions,
            RegistrationRepository registrations,
            Texts texts,
            Calendar calendar,
            Messages messages,
            Clock clock) {
        this.events = events;
        this.sessions = sessions;
        this.registrations = registrations;
        this.texts = texts;
        this.calendar = calendar;
        this.messages = messages;
        this.clock = clock;
    }

    @Override
    public Stream<Waiting> of(Desk desk) {
        return Stream.concat(
                desk.contracts(Permission.HEAD_COUNT).values().stream().flatMap(this::toCount),
                desk.contracts(Permission.PERSONAL_LISTS).values().stream().flatMap(this::toCall));
    }

    private Stream<Waiting> toCount(Contract contract) {
        Instant now = clock.instant();
        List<EventSession> found = sessions.findUncounted(contract.id(), now.minus(UNTIL), now.minus(SINCE));
        TextsRead read = texts.read(Language.SOURCE, found.stream().map(EventSession::titleText));
        return found.stream()
                .map(session -> waiting(
                        contract,
                        session.day().plusDays(1),
                        "event.desk.work.count",
                        Map.of("event", read.get(session.titleText()).body()),
                        calendar.day(Language.SOURCE, session.day()),
                        session.path() + "/comptage"));
    }

    private Stream<Waiting> toCall(Contract contract) {
        Map<Long, Integer> people = registrations.findCalls(contract.id()).stream()
                .collect(Collectors.toMap(SessionCalls::sessionId, SessionCalls::people));
        if (people.isEmpty()) {
            return Stream.empty();
        }
        List<EventSession> found = events.findSessions(people.keySet());
        TextsRead read = texts.read(Language.SOURCE, found.stream().map(EventSession::titleText));
        return found.stream()
                .map(session -> waiting(
                        contract,
                        session.day(),
                        "event.desk.work.call",
                        Map.of(
                                "people",
                                Objects.requireNonNull(people.get(session.sessionId())),
                                "event",
                                read.get(session.titleText()).body()),
                        calendar.day(Language.SOURCE, session.day()),
                        session.path()));
    }

    private Waiting waiting(
            Contract contract, LocalDate due, String key, Map<String, ?> arguments, String detail, String path) {
        return Waiting.usual(
                contract,
                LocalDate.now(clock.withZone(contract.zoneId())),
                due,
                messages.say(Language.SOURCE, key, arguments),
                detail,
                path);
    }
}
