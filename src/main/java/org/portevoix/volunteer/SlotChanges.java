package org.portevoix.volunteer;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.portevoix.web.PageChanges;

/** Changes of the slots of missions, told to everybody who asked for one. */
@Singleton
class SlotChanges {

    private final MissionSlotRepository slots;
    private final SlotPlaces places;
    private final SignUpPlaceRepository asked;
    private final SignUpRepository signUps;
    private final SignUpLetters letters;
    private final PageChanges pageChanges;
    private final Clock clock;

    SlotChanges(
            MissionSlotRepository slots,
            SlotPlaces places,
            SignUpPlaceRepository asked,
            SignUpRepository signUps,
            SignUpLetters letters,
            PageChanges pageChanges,
            Clock clock) {
        this.slots = slots;
        this.places = places;
        this.asked = asked;
        this.signUps = signUps;
        this.letters = letters;
        this.pageChanges = pageChanges;
        this.clock = clock;
    }

    /** False when the mission has a slot at that time already. */
    @Transactional
    boolean add(Mission mission, SlotForm.Times times, @Nullable Integer seats) {
        boolean isAdded = slots.add(mission.id(), times.from(), times.until(), seats) == 1;
        if (isAdded) {
            changed(mission.id(), mission.contractId());
        }
        return isAdded;
    }

    /** False when more people than that have a place, or the slot is cancelled. More places go to those who wait. */
    @Transactional
    boolean change(Mission mission, long slotId, SlotForm.Times times, @Nullable Integer seats) {
        MissionSlot before = places.lock(slotId);
        boolean isMoved =
                !times.from().equals(before.startsAt()) || !times.until().equals(before.endsAt());
        if (slots.change(slotId, times.from(), times.until(), seats, isMoved ? 1 : 0) == 0) {
            return false;
        }
        MissionSlot after = places.lock(slotId);
        if (isMoved) {
            for (SignUpPlace place : asked.lockToCome(slotId)) {
                SignUp signUp = signUps.findById(place.signUpId()).orElseThrow();
                letters.takeBackReminder(place, before);
                letters.tell(CallAbout.CHANGED, signUp, place, after);
                if (place.state() == PlaceState.CONFIRMED) {
                    letters.remind(signUp, place, after);
                }
            }
        }
        places.fill(after);
        changed(mission.id(), mission.contractId());
        return true;
    }

    /** Everybody who counted on it is told. Their intentions stay: it is not they who changed their mind. */
    @Transactional
    boolean cancel(Mission mission, long slotId) {
        MissionSlot slot = places.lock(slotId);
        if (slot.hasStarted(clock.instant())) {
            return false;
        }
        for (SignUpPlace place : asked.lockToCome(slotId)) {
            letters.takeBackReminder(place, slot);
            asked.move(Objects.requireNonNull(place.id()), place.state(), PlaceState.CANCELLED, null, clock.instant());
            letters.tell(CallAbout.CANCELLED, signUps.findById(place.signUpId()).orElseThrow(), place, slot);
        }
        boolean isCancelled = slots.cancel(slotId) == 1;
        changed(mission.id(), mission.contractId());
        return isCancelled;
    }

    /** Gives places that came otherwise, as by an import, to those who wait. */
    @Transactional
    void fill(long slotId) {
        places.lockOpen(slotId).ifPresent(places::fill);
    }

    private void changed(long missionId, long contractId) {
        pageChanges.changed(Mission.tag(missionId), Mission.listTag(contractId));
    }
}
