package org.portevoix.volunteer;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/** Which slots of a mission people may ask for. */
@Singleton
class MissionSlots {

    private static final int MOST = 20;

    private final MissionSlotRepository slots;
    private final Clock clock;

    MissionSlots(MissionSlotRepository slots, Clock clock) {
        this.slots = slots;
        this.clock = clock;
    }

    /** For a page to show: the slot of a mission without dates may not be kept yet, and then has the id 0. */
    Offer offered(Mission mission) {
        List<MissionSlot> all = slots.findByMission(List.of(mission.id()));
        List<MissionSlot> dated =
                all.stream().filter(slot -> slot.startsAt() != null).toList();
        if (dated.isEmpty()) {
            return new Offer(true, List.of(all.stream().findFirst().orElseGet(() -> blank(mission))));
        }
        Instant now = clock.instant();
        return new Offer(
                false,
                dated.stream().filter(slot -> slot.isOpen(now)).limit(MOST).toList());
    }

    /** For a sign-up: the slot of a mission without dates is there, with the mission's places. */
    Offer kept(Mission mission) {
        Offer offer = offered(mission);
        if (!offer.isUndated()) {
            return offer;
        }
        MissionSlot slot = offer.slots().getFirst();
        if (slot.id() != 0 && Objects.equals(slot.places(), mission.places())) {
            return offer;
        }
        slots.keepOpen(mission.id(), mission.places());
        return new Offer(true, List.of(slots.findOpen(mission.id()).orElseThrow()));
    }

    private static MissionSlot blank(Mission mission) {
        return new MissionSlot(0, mission.id(), null, null, mission.places(), 0, 0, SlotState.PLANNED, 0);
    }

    /**
     * What people may ask for.
     *
     * @param isUndated whether the mission has no dates: its one slot is "when we call you"
     * @param slots soonest first; empty when every date is past
     */
    record Offer(boolean isUndated, List<MissionSlot> slots) {}
}
