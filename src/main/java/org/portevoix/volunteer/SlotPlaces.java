package org.portevoix.volunteer;

import io.micronaut.transaction.TransactionDefinition.Propagation;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import org.portevoix.web.PageChanges;

/**
 * The places of slots, counted under the lock of the slot's row: so that N places are N, that those who wait do so in the
 * order in which they came, and that a freed place goes to the first of them.
 */
@Singleton
@Transactional(propagation = Propagation.MANDATORY)
class SlotPlaces {

    private final MissionSlotRepository slots;
    private final SignUpPlaceRepository places;
    private final SignUpRepository signUps;
    private final SignUpLetters letters;
    private final PageChanges pageChanges;
    private final Clock clock;

    SlotPlaces(
            MissionSlotRepository slots,
            SignUpPlaceRepository places,
            SignUpRepository signUps,
            SignUpLetters letters,
            PageChanges pageChanges,
            Clock clock) {
        this.slots = slots;
        this.places = places;
        this.signUps = signUps;
        this.letters = letters;
        this.pageChanges = pageChanges;
        this.clock = clock;
    }

    /** Empty when it is cancelled, or has begun. */
    Optional<MissionSlot> lockOpen(long slotId) {
        return slots.lock(slotId).filter(slot -> slot.isOpen(clock.instant()));
    }

    MissionSlot lock(long slotId) {
        return slots.lock(slotId).orElseThrow();
    }

    /** A place of this slot, which the caller has locked; on its waiting list when it is full. */
    SignUpPlace ask(long signUpId, MissionSlot locked) {
        boolean hasPlace = slots.take(locked.id()) == 1;
        if (!hasPlace) {
            slots.queue(locked.id());
        }
        SignUpPlace place = places.save(SignUpPlace.asked(signUpId, locked.id(), hasPlace, clock.instant()));
        fill(locked);
        return places.findById(Objects.requireNonNull(place.id())).orElseThrow();
    }

    /** What this place took of its slot, which the caller has locked, is free for who comes next. */
    void free(SignUpPlace place, MissionSlot locked) {
        if (place.state().isHolding()) {
            slots.release(locked.id());
        } else if (place.state() == PlaceState.WAITING) {
            slots.leaveQueue(locked.id());
        }
        fill(locked);
    }

    /** Gives free places to those who wait, in their order. {@code before}: the slot as it was when it was locked. */
    void fill(MissionSlot before) {
        while (slots.promote(before.id(), clock.instant()) == 1) {
            SignUpPlace first = places.findFirstWaiting(before.id()).orElseThrow();
            places.move(
                    Objects.requireNonNull(first.id()), PlaceState.WAITING, PlaceState.ASKED, null, clock.instant());
            letters.tell(CallAbout.PROMOTED, signUps.findById(first.signUpId()).orElseThrow(), first, before);
        }
        if (slots.lock(before.id()).orElseThrow().isFull() != before.isFull()) {
            pageChanges.changed(Mission.tag(before.missionId()));
        }
    }
}
