package org.portevoix.event;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.portevoix.web.PageChanges;

/**
 * Places in the parts of a forum's programme, for those who have a place at the forum: the whole party or nobody, counted under
 * the session's row. Who chooses a part without room for them waits for it, by the rules of {@link WaitingList}; each part has
 * its own order of turns.
 */
@Singleton
class PartPlaces {

    private final EventPartRepository parts;
    private final RegistrationRepository registrations;
    private final RegistrationLetters letters;
    private final PageChanges pageChanges;
    private final Clock clock;

    PartPlaces(
            EventPartRepository parts,
            RegistrationRepository registrations,
            RegistrationLetters letters,
            PageChanges pageChanges,
            Clock clock) {
        this.parts = parts;
        this.registrations = registrations;
        this.letters = letters;
        this.pageChanges = pageChanges;
        this.clock = clock;
    }

    /**
     * Under the session's row: this party, of so many people from now on, has its places in these parts, or its turn where
     * there is no room, and in no others. What is not in the programme, or not open, is left out. Nothing is changed unless it
     * is {@link Given#DONE}; FULL where a party that has places grows beyond the room.
     */
    Given give(EventSession session, Registration party, Set<Long> wanted, int people) {
        long id = Objects.requireNonNull(party.id());
        Set<Long> held = Set.copyOf(parts.findHeld(id));
        Set<Long> awaited = Set.copyOf(parts.findAwaited(id));
        List<EventPart> programme = parts.findProgramme(session.id(), session.sessionId());
        List<EventPart> chosen = programme.stream()
                .filter(part -> wanted.contains(part.id())
                        && (part.isOpen() || held.contains(part.id()) || awaited.contains(part.id())))
                .toList();
        if (areAtOnce(chosen)) {
            return Given.SAME_HOUR;
        }
        int more = people - party.people();
        if (more > 0 && chosen.stream().anyMatch(part -> held.contains(part.id()) && !part.hasPlaceFor(more))) {
            return Given.FULL;
        }
        Set<Long> kept = new HashSet<>();
        for (EventPart part : chosen) {
            kept.add(part.id());
            if (held.contains(part.id())) {
                parts.take(session.sessionId(), part.id(), more);
            } else if (!awaited.contains(part.id())) {
                enter(session, id, part, people);
            }
        }
        for (long left : held) {
            if (!kept.contains(left) && parts.leave(id, left) == 1) {
                parts.take(session.sessionId(), left, -party.people());
            }
        }
        awaited.stream().filter(left -> !kept.contains(left)).forEach(left -> parts.leave(id, left));
        tellWhichAreFull(session, programme);
        return Given.DONE;
    }

    /** Keeps what the party has, at another size. */
    Given resize(EventSession session, Registration party, int people) {
        long id = Objects.requireNonNull(party.id());
        Set<Long> chosen = new HashSet<>(parts.findHeld(id));
        chosen.addAll(parts.findAwaited(id));
        return give(session, party, chosen, people);
    }

    private void enter(EventSession session, long registrationId, EventPart part, int people) {
        if (part.hasPlaceFor(people)) {
            parts.count(session.sessionId(), part.id());
            parts.hold(registrationId, part.id());
            parts.take(session.sessionId(), part.id(), people);
        } else {
            parts.await(registrationId, part.id(), parts.nextTurn(part.id(), session.sessionId()));
        }
    }

    /**
     * In the transaction of a change that may have freed places in parts, under the session's row, and once parties have
     * their new size. Who has a place elsewhere at that hour since waits on.
     */
    void promote(EventSession session) {
        List<HeldPart> all = session.isOpenAt(clock.instant()) ? parts.findAwaitedAt(session.sessionId()) : List.of();
        if (all.isEmpty()) {
            return;
        }
        List<EventPart> programme = parts.findProgramme(session.id(), session.sessionId());
        for (EventPart part : programme) {
            List<Registration> waiting = part.isCancelled() || part.isFull()
                    ? List.of()
                    : all.stream()
                            .filter(one -> one.partId() == part.id())
                            .flatMap(one -> registrations.findById(one.registrationId()).stream())
                            .filter(one -> isFree(one, part, programme))
                            .toList();
            for (Registration one : WaitingList.whoFit(waiting, part.free())) {
                if (parts.admit(Objects.requireNonNull(one.id()), part.id()) == 1) {
                    parts.count(session.sessionId(), part.id());
                    parts.take(session.sessionId(), part.id(), one.people());
                    letters.tellPlace(one, session, part);
                }
            }
        }
        tellWhichAreFull(session, programme);
    }

    /**
     * Under the session's row: a part is not held on that day, or is again; those who have a place or a turn are told. False
     * when it is no part of its programme, or that is said already.
     */
    boolean cancel(EventSession session, long partId, boolean isCancelled) {
        Optional<EventPart> known = parts.findProgramme(session.id(), session.sessionId()).stream()
                .filter(part -> part.id() == partId)
                .findFirst();
        known.ifPresent(part -> parts.count(session.sessionId(), part.id()));
        if (known.isEmpty() || parts.cancel(session.sessionId(), partId, isCancelled) == 0) {
            return false;
        }
        EventPart now = parts.findProgramme(session.id(), session.sessionId()).stream()
                .filter(part -> part.id() == partId)
                .findFirst()
                .orElseThrow();
        if (now.isCancelled() != known.get().isCancelled() && session.isOpenAt(clock.instant())) {
            parts.revise(partId, now.revision() + 1);
            parts.findHeldAt(session.sessionId()).stream()
                    .filter(one -> one.partId() == partId)
                    .forEach(one -> letters.tell(
                            registrations.findById(one.registrationId()).orElseThrow(), session, now, one.isWaiting()));
        }
        promote(session);
        pageChanges.changed(EventSession.tag(session.id()));
        return true;
    }

    private boolean isFree(Registration party, EventPart part, List<EventPart> programme) {
        List<Long> held = parts.findHeld(Objects.requireNonNull(party.id()));
        return programme.stream()
                .noneMatch(other -> held.contains(other.id()) && !other.isCancelled() && other.isAtTheHourOf(part));
    }

    /** The party does not come: its places are for others. */
    void giveBack(EventSession session, Registration party) {
        give(session, party, Set.of(), party.people());
    }

    /** To another session of the event, whose rows are held as well. */
    void move(EventSession from, EventSession to, Registration party) {
        for (long part : parts.findHeld(Objects.requireNonNull(party.id()))) {
            parts.take(from.sessionId(), part, -party.people());
            parts.count(to.sessionId(), part);
            parts.take(to.sessionId(), part, party.people());
        }
    }

    private static boolean areAtOnce(List<EventPart> chosen) {
        return chosen.stream()
                .anyMatch(one -> chosen.stream().anyMatch(other -> one.id() < other.id() && one.isAtTheHourOf(other)));
    }

    /** The public page changes when the last place of a part goes or comes back. */
    private void tellWhichAreFull(EventSession session, List<EventPart> before) {
        if (before.stream().noneMatch(EventPart::isOpen)) {
            return;
        }
        List<Boolean> now = parts.findProgramme(session.id(), session.sessionId()).stream()
                .map(EventPart::isFull)
                .toList();
        if (!now.equals(before.stream().map(EventPart::isFull).toList())) {
            pageChanges.changed(EventSession.tag(session.id()));
        }
    }

    /** What became of a wish for parts of the programme. */
    enum Given {
        DONE(""),
        FULL("event.error.part_full"),
        SAME_HOUR("event.error.part_hour");

        private final String message;

        Given(String message) {
            this.message = message;
        }

        /** Key of what is wrong; "" where it is done. */
        String message() {
            return message;
        }
    }

    /** Nothing was received: something is wrong with the parts that were wanted. */
    static final class NotGiven extends RuntimeException {
        private final transient Given why;

        NotGiven(Given why) {
            super(why.name(), null, false, false);
            this.why = why;
        }

        Given why() {
            return why;
        }
    }
}
