package org.portevoix.event;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.portevoix.account.Desk;
import org.portevoix.account.DeskPages;
import org.portevoix.account.Permission;
import org.portevoix.contract.Contract;
import org.portevoix.event.SessionDeskPage.Entering;
import org.portevoix.event.SessionDeskPage.Line;
import org.portevoix.event.SessionListPage.Row;
import org.portevoix.language.Calendar;
import org.portevoix.language.Language;
import org.portevoix.language.Messages;
import org.portevoix.language.Texts;
import org.portevoix.language.TextsRead;
import org.portevoix.mail.Contact;
import org.portevoix.mail.Contacts;
import org.portevoix.web.NotFound;

/** Decides what the desk shows of sessions and of those who registered. */
@Singleton
class SessionDeskPages {

    private static final int PAGE_SIZE = 40;

    private final EventSessionRepository sessions;
    private final RegistrationRepository registrations;
    private final HeadCountRepository headCounts;
    private final EventPartRepository parts;
    private final Programme programmes;
    private final RegistrationFormViews forms;
    private final Contacts contacts;
    private final Texts texts;
    private final Messages messages;
    private final Calendar calendar;
    private final DeskPages pages;
    private final Clock clock;

    SessionDeskPages(
            EventSessionRepository sessions,
            RegistrationRepository registrations,
            HeadCountRepository headCounts,
            EventPartRepository parts,
            Programme programmes,
            RegistrationFormViews forms,
            Contacts contacts,
            Texts texts,
            Messages messages,
            Calendar calendar,
            DeskPages pages,
            Clock clock) {
        this.sessions = sessions;
        this.registrations = registrations;
        this.headCounts = headCounts;
        this.parts = parts;
        this.programmes = programmes;
        this.forms = forms;
        this.contacts = contacts;
        this.texts = texts;
        this.messages = messages;
        this.calendar = calendar;
        this.pages = pages;
        this.clock = clock;
    }

    HttpResponse<?> list(Desk desk, Contract contract, int number) {
        List<EventSession> found =
                sessions.findForDesk(contract.id(), clock.instant(), PAGE_SIZE + 1, (number - 1) * PAGE_SIZE);
        if (number > 1 && found.isEmpty()) {
            throw new NotFound();
        }
        List<EventSession> shown = found.stream().limit(PAGE_SIZE).toList();
        Set<Long> ids = shown.stream().map(EventSession::sessionId).collect(Collectors.toSet());
        Map<Long, SessionTurnout> turnout = ids.isEmpty()
                ? Map.of()
                : registrations.findTurnout(ids).stream()
                        .collect(Collectors.toMap(SessionTurnout::sessionId, Function.identity()));
        Set<Long> counted = ids.isEmpty() ? Set.of() : Set.copyOf(headCounts.findCounted(ids));
        Map<Long, Integer> calls = registrations.findCalls(contract.id()).stream()
                .collect(Collectors.toMap(SessionCalls::sessionId, SessionCalls::people));
        TextsRead read = texts.read(Language.SOURCE, shown.stream().map(EventSession::titleText));
        List<Row> rows = shown.stream()
                .map(session -> row(
                        contract,
                        session,
                        read,
                        turnout.getOrDefault(session.sessionId(), new SessionTurnout(session.sessionId(), 0, 0, 0)),
                        calls.getOrDefault(session.sessionId(), 0),
                        counted.contains(session.sessionId())))
                .toList();
        var page = new SessionListPage(
                contract.slug(),
                desk.may(Permission.PERSONAL_LISTS, contract),
                desk.may(Permission.PUBLISH, contract),
                rows,
                number > 1 ? number - 1 : null,
                found.size() > PAGE_SIZE ? number + 1 : null);
        return pages.show(desk, contract, HttpStatus.OK, "event/sessions", "event.desk.sessions.title", "agenda", page);
    }

    HttpResponse<?> show(Desk desk, Occasion occasion, Entering entering, String done) {
        return show(desk, HttpStatus.OK, occasion, entering, done, Map.of());
    }

    /** @param errors field to message key */
    HttpResponse<?> show(
            Desk desk,
            HttpStatus status,
            Occasion occasion,
            Entering entering,
            String done,
            Map<String, String> errors) {
        Contract contract = occasion.contract();
        EventSession session = occasion.session();
        TextsRead read = texts.read(Language.SOURCE, session.titleText(), session.reasonText());
        List<Programme.Part> programme = programmes.of(Language.SOURCE, session);
        Map<Long, List<String>> chosen = chosen(session, programme);
        var page = new SessionDeskPage(
                contract.slug(),
                session,
                read.get(session.titleText()).body(),
                read.find(session.reasonText()),
                calendar.day(Language.SOURCE, session.day()),
                calendar.hours(Language.SOURCE, session.startsAt(), session.endsAt(), contract.zoneId()),
                lines(contract, session, RegistrationState.CONFIRMED, chosen),
                lines(contract, session, RegistrationState.WAITING, chosen),
                programme,
                headCounts.findCurrent(session.sessionId()).isPresent(),
                !session.startsAt().isAfter(clock.instant()),
                desk.may(Permission.PUBLISH, contract),
                desk.may(Permission.ENTER, contract),
                entering,
                forms.view(Language.SOURCE, contract.id(), entering.form(), programme, errors),
                done,
                errors);
        return pages.show(desk, contract, status, "event/session_desk", "event.desk.session.title", "agenda", page);
    }

    private Row row(
            Contract contract,
            EventSession session,
            TextsRead read,
            SessionTurnout turnout,
            int calls,
            boolean isCounted) {
        return new Row(
                session.path(),
                session.slug(),
                read.get(session.titleText()).body(),
                calendar.day(Language.SOURCE, session.day()),
                calendar.hours(Language.SOURCE, session.startsAt(), session.endsAt(), contract.zoneId()),
                session.sessionState(),
                session.isOn(),
                turnout.confirmedPeople(),
                turnout.waitingPeople(),
                session.places(),
                calls,
                !session.endsAt().isAfter(clock.instant()),
                !session.startsAt().isAfter(clock.instant()),
                isCounted);
    }

    /** The titles of the parts that each party chose, by its id, in the order of the programme. */
    private Map<Long, List<String>> chosen(EventSession session, List<Programme.Part> programme) {
        if (programme.isEmpty()) {
            return Map.of();
        }
        Map<Long, List<HeldPart>> held =
                parts.findHeldAt(session.sessionId()).stream().collect(Collectors.groupingBy(HeldPart::partId));
        String waits = messages.say(Language.SOURCE, "event.desk.parts.waits");
        Map<Long, List<String>> chosen = new HashMap<>();
        for (Programme.Part part : programme) {
            for (HeldPart one : held.getOrDefault(part.id(), List.of())) {
                chosen.computeIfAbsent(one.registrationId(), id -> new ArrayList<>())
                        .add(
                                one.isWaiting()
                                        ? part.title().body() + " " + waits
                                        : part.title().body());
            }
        }
        return chosen;
    }

    private List<Line> lines(
            Contract contract, EventSession session, RegistrationState state, Map<Long, List<String>> chosen) {
        return registrations.findBySession(session.sessionId(), state).stream()
                .map(one -> line(contract, one, chosen.getOrDefault(Objects.requireNonNull(one.id()), List.of())))
                .toList();
    }

    private Line line(Contract contract, Registration one, List<String> chosen) {
        byte[] receipt = one.receiptHash();
        Optional<Contact> contact =
                receipt == null || one.contactKind() == null ? Optional.empty() : contacts.find(receipt);
        return new Line(
                Objects.requireNonNull(one.id()),
                one.number(),
                Objects.requireNonNullElse(one.firstName(), ""),
                one.people(),
                contact.map(Contact::address).orElse(""),
                one.interpreter(),
                one.needsChildCare(),
                one.needsStepFree(),
                one.language(),
                calendar.day(
                        Language.SOURCE,
                        one.receivedAt().atZone(contract.zoneId()).toLocalDate()),
                one.toCall() == null ? null : one.toCall().name(),
                one.presentPeople() != null,
                chosen);
    }
}
