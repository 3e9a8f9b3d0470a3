package org.portevoix.volunteer;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A time at which a mission needs people, or the one of a mission without dates: "when we call you".
 *
 * @param startsAt null of a slot without a date, as {@code endsAt}
 * @param places null where as many may come as wish
 * @param held places that somebody asked for, has, or had
 * @param waiting how many wait for a place
 * @param revision how often its time was changed
 */
@MappedEntity("mission_slot")
record MissionSlot(
        @Id long id,
        long missionId,
        @Nullable Instant startsAt,
        @Nullable Instant endsAt,
        @Nullable Integer places,
        int held,
        int waiting,
        SlotState state,
        int revision) {

    boolean isPlanned() {
        return state == SlotState.PLANNED;
    }

    boolean isFull() {
        return waiting > 0 || places != null && held >= places;
    }

    boolean hasStarted(Instant now) {
        return startsAt != null && !startsAt.isAfter(now);
    }

    /** Whether somebody may still ask for a place. */
    boolean isOpen(Instant now) {
        return isPlanned() && !hasStarted(now);
    }
}
