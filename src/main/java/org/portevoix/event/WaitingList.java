package org.portevoix.event;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.portevoix.mail.Contact;
import org.portevoix.mail.Contacts;
import org.portevoix.participation.Ledger;
import org.portevoix.web.Conflict;
import org.portevoix.web.PageChanges;

/**
 * Who has a place at a session, and who waits for one. Each move is made under the session's row, one after the other: as
 * many places as there are, parties whole, and those that get free to the first who fit. So nobody who waits would fit.
 */
@Singleton
class WaitingList {

    private final EventRepository events;
    private final EventSessionRepository sessions;
    private final RegistrationRepository registrations;
    private final PartPlaces parts;
    private final Ledger ledger;
    private final Contacts contacts;
    private final RegistrationLetters letters;
    private final PageChanges pageChanges;
    private final Clock clock;

    WaitingList(
            EventRepository events,
            EventSessionRepository sessions,
            RegistrationRepository registrations,
            PartPlaces parts,
            Ledger ledger,
            Contacts contacts,
            RegistrationLetters letters,
            PageChanges pageChanges,
            Clock clock) {
        this.events = events;
        this.sessions = sessions;
        this.registrations = registrations;
        this.parts = parts;
        this.ledger = ledger;
        this.contacts = contacts;
        this.letters = letters;
        this.pageChanges = pageChanges;
        this.clock = clock;
    }

    /**
     * Gives a place to the whole party, or a turn to wait; with its intention, its contact and its letter. Conflict when the
     * session is no longer on; a DataAccessException when the code or the submission is there already.
     *
     * @param chosen parts of the programme, in which whoever waits has no place yet; NotGiven where two are at once
     */
    @Transactional
    void enter(Registration wanted, Set<Long> chosen, @Nullable Contact contact, String code) {
        EventSession session = locked(wanted.eventSessionId());
        if (!session.isOn() || wanted.enteredBy() == null && !session.isOpenAt(clock.instant())) {
            throw new Conflict();
        }
        boolean fits = session.hasPlaceFor(wanted.people());
        int number = session.lastNumber() + 1;
        sessions.number(session.sessionId(), number);
        Registration entered = registrations.save(
                wanted.placed(number, fits ? RegistrationState.CONFIRMED : RegistrationState.WAITING));
        if (fits) {
            sessions.take(session.sessionId(), entered.people());
            PartPlaces.Given given =
                    chosen.isEmpty() ? PartPlaces.Given.DONE : parts.give(session, entered, chosen, entered.people());
            if (given != PartPlaces.Given.DONE) {
                throw new PartPlaces.NotGiven(given);
            }
        }
        ledger.record(entered.intention(entered.people()));
        if (contact != null) {
            contacts.keep(Objects.requireNonNull(entered.receiptHash()), contact);
            letters.received(entered, session, contact, code);
        }
        tellWhetherFull(session);
    }

    /** Other people of the party: it grows only where there is room, in its parts of the programme too, and keeps its turn. */
    @Transactional
    Resized resize(Registration known, int people) {
        return resize(known, people, null);
    }

    /** The same, with these parts of the programme and no others; one who waits has none. */
    @Transactional
    Resized resize(Registration known, int people, @Nullable Set<Long> chosen) {
        EventSession session = locked(known.eventSessionId());
        Registration now = registrations.findById(id(known)).orElseThrow();
        int more = people - now.people();
        if (now.isWithdrawn()) {
            return Resized.GONE;
        }
        if (now.isConfirmed() && more > 0 && !session.hasPlaceFor(more)) {
            return Resized.FULL;
        }
        if (now.isConfirmed()) {
            PartPlaces.Given given =
                    chosen == null ? parts.resize(session, now, people) : parts.give(session, now, chosen, people);
            if (given != PartPlaces.Given.DONE) {
                return given == PartPlaces.Given.FULL ? Resized.PART_FULL : Resized.PART_HOUR;
            }
        }
        if (more != 0) {
            registrations.resize(id(now), people);
            ledger.record(now.intention(more));
            if (now.isConfirmed()) {
                sessions.take(session.sessionId(), more);
            }
            promote(session.sessionId());
            tellWhetherFull(session);
        }
        parts.promote(session);
        return Resized.DONE;
    }

    /** Takes a registration back: who they are and how to reach them goes, and what the ledger counts is corrected, once. */
    @Transactional
    boolean leave(Registration known) {
        EventSession session = locked(known.eventSessionId());
        Registration now = registrations.findById(id(known)).orElseThrow();
        if (registrations.withdraw(id(now)) == 0) {
            return false;
        }
        parts.giveBack(session, now);
        ledger.correction(now.intention(now.people()));
        Presences.line(now).ifPresent(ledger::correction);
        if (now.receiptHash() != null) {
            contacts.erase(now.receiptHash());
        }
        if (now.isConfirmed()) {
            sessions.take(session.sessionId(), -now.people());
        }
        promote(session.sessionId());
        parts.promote(session);
        tellWhetherFull(session);
        return true;
    }

    /** In the transaction of a change that may have freed places, under the session's row. */
    void promote(long sessionId) {
        EventSession session = events.findSession(sessionId).orElseThrow();
        if (!session.isOpenAt(clock.instant())) {
            return;
        }
        int free = session.places() == null ? Integer.MAX_VALUE : session.places() - session.takenPlaces();
        if (free == 0) {
            return;
        }
        for (Registration one : whoFit(registrations.findBySession(sessionId, RegistrationState.WAITING), free)) {
            if (registrations.confirm(id(one)) == 1) {
                sessions.take(sessionId, one.people());
                letters.tell(one, session, Call.PROMOTED);
            }
        }
    }

    /** In the parts of the session's programme. */
    @Transactional
    void promoteInParts(long sessionId) {
        parts.promote(locked(sessionId));
    }

    /** See {@link PartPlaces#cancel}. */
    @Transactional
    boolean cancelPart(long sessionId, long partId, boolean isCancelled) {
        return parts.cancel(locked(sessionId), partId, isCancelled);
    }

    /**
     * Of those who wait, the first who fit in what is free: parties whole.
     *
     * @param waiting by their turn
     */
    static List<Registration> whoFit(List<Registration> waiting, int free) {
        List<Registration> fit = new ArrayList<>();
        int left = free;
        for (Registration one : waiting) {
            if (one.people() <= left) {
                left -= one.people();
                fit.add(one);
            }
        }
        return fit;
    }

    /** The session as it is now, which nobody else changes until the transaction ends. */
    EventSession locked(long sessionId) {
        sessions.lock(sessionId);
        return events.findSession(sessionId).orElseThrow(Conflict::new);
    }

    /** The public page says so: it changes when the last place goes or comes back, and at no other registration. */
    private void tellWhetherFull(EventSession before) {
        EventSession after = events.findSession(before.sessionId()).orElseThrow();
        if (before.isFull() != after.isFull()) {
            pageChanges.changed(EventSession.tag(after.id()));
        }
    }

    private static long id(Registration registration) {
        return Objects.requireNonNull(registration.id());
    }

    /** What became of a wish for more people, or fewer. */
    enum Resized {
        DONE(""),
        /** There is not room for all: the party keeps what it has. */
        FULL("event.error.no_more_places"),
        /** The same, in a part of the programme. */
        PART_FULL(PartPlaces.Given.FULL.message()),
        PART_HOUR(PartPlaces.Given.SAME_HOUR.message()),
        GONE("");

        private final String message;

        Resized(String message) {
            this.message = message;
        }

        /** Key of what is wrong; "" where nothing is, or there is no registration any more. */
        String message() {
            return message;
        }
    }
}
