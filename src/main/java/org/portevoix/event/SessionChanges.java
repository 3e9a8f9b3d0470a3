package org.portevoix.event;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.portevoix.contract.Contract;
import org.portevoix.language.Language;
import org.portevoix.language.TextStore;
import org.portevoix.participation.Ledger;
import org.portevoix.web.PageChanges;

/** What the team changes about a session: with word to all who registered, and its free places to those who wait. */
@Singleton
class SessionChanges {

    private final WaitingList waitingList;
    private final EventRepository events;
    private final EventSessionRepository sessions;
    private final RegistrationRepository registrations;
    private final PartPlaces parts;
    private final RegistrationLetters letters;
    private final Ledger ledger;
    private final TextStore texts;
    private final PageChanges pageChanges;

    SessionChanges(
            WaitingList waitingList,
            EventRepository events,
            EventSessionRepository sessions,
            RegistrationRepository registrations,
            PartPlaces parts,
            RegistrationLetters letters,
            Ledger ledger,
            TextStore texts,
            PageChanges pageChanges) {
        this.waitingList = waitingList;
        this.events = events;
        this.sessions = sessions;
        this.registrations = registrations;
        this.parts = parts;
        this.letters = letters;
        this.ledger = ledger;
        this.texts = texts;
        this.pageChanges = pageChanges;
    }

    /** Empty when it is done, else field to message key. */
    @Transactional
    Map<String, String> change(Contract contract, long sessionId, SessionForm form) {
        EventSession before = waitingList.locked(sessionId);
        ZoneId zone = contract.zoneId();
        int changed = sessions.change(
                sessionId,
                form.startsAt(before.day(), zone),
                form.endsAt(before.day(), zone),
                form.limit(),
                form.state(),
                reason(before, form),
                form.isEvening());
        if (changed == 0) {
            return Map.of("places", "event.desk.error.places_taken");
        }
        EventSession after = events.findSession(sessionId).orElseThrow();
        LocalDate other = after.sessionState().equals("POSTPONED") ? form.wantedDay() : null;
        if (other != null) {
            Optional<EventSession> added = add(contract, after, other, form);
            if (added.isEmpty()) {
                throw new DayTaken();
            }
            move(after, added.get());
        } else {
            tell(before, after);
        }
        waitingList.promote(sessionId);
        waitingList.promoteInParts(sessionId);
        pageChanges.changed(EventSession.tag(after.id()), EventSession.listTag(contract.id()));
        return Map.of();
    }

    /** Empty when the event has a session that day. */
    @Transactional
    Optional<EventSession> add(Contract contract, EventSession event, LocalDate day, SessionForm form) {
        ZoneId zone = contract.zoneId();
        int added = sessions.add(
                event.id(),
                day,
                form.startsAt(day, zone),
                form.endsAt(day, zone),
                form.limit(),
                form.isEvening(),
                false);
        if (added == 0) {
            return Optional.empty();
        }
        pageChanges.changed(EventSession.tag(event.id()), EventSession.listTag(contract.id()));
        return events.findSessions(contract.id(), event.slug()).stream()
                .filter(session -> session.day().equals(day))
                .findFirst();
    }

    /** All who registered keep their place and their turn, on the other day; what the ledger says of them goes along. */
    private void move(EventSession from, EventSession to) {
        waitingList.locked(to.sessionId());
        for (Registration one : all(from.sessionId())) {
            long id = Objects.requireNonNull(one.id());
            registrations.move(id, to.sessionId());
            Registration moved = registrations.findById(id).orElseThrow();
            Presences.line(one).ifPresent(ledger::correction);
            registrations.notArrive(id);
            ledger.correction(one.intention(one.people()));
            ledger.record(moved.intention(moved.people()));
            if (one.isConfirmed()) {
                sessions.take(from.sessionId(), -one.people());
                sessions.take(to.sessionId(), one.people());
                parts.move(from, to, one);
            }
            letters.tell(moved, to, Call.CHANGED);
        }
        sessions.number(to.sessionId(), from.lastNumber());
    }

    private void tell(EventSession before, EventSession after) {
        boolean isOtherwise = !before.startsAt().equals(after.startsAt())
                || !before.endsAt().equals(after.endsAt())
                || !before.sessionState().equals(after.sessionState());
        if (isOtherwise) {
            Call news = after.isOn() ? Call.CHANGED : Call.CANCELLED;
            all(after.sessionId()).forEach(one -> letters.tell(one, after, news));
        }
    }

    private List<Registration> all(long sessionId) {
        return Stream.of(RegistrationState.CONFIRMED, RegistrationState.WAITING)
                .flatMap(state -> registrations.findBySession(sessionId, state).stream())
                .toList();
    }

    private @Nullable Long reason(EventSession before, SessionForm form) {
        if (form.isOn() || form.reason().isEmpty()) {
            return null;
        }
        Map<String, String> said = Map.of(Language.SOURCE, form.reason());
        if (before.reasonText() == null) {
            return texts.create(Language.SOURCE, said);
        }
        texts.update(before.reasonText(), said);
        return before.reasonText();
    }

    /** The event has a session on the other day already: nothing is changed. */
    static final class DayTaken extends RuntimeException {
        private DayTaken() {
            super("The event has a session that day", null, false, false);
        }
    }
}
