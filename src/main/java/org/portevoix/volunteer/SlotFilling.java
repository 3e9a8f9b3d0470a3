package org.portevoix.volunteer;

import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Gives places that an import added to those who wait for one. On several machines, each place goes once all the same. */
@Singleton
class SlotFilling {

    private final MissionSlotRepository slots;
    private final SlotChanges changes;
    private final Clock clock;

    SlotFilling(MissionSlotRepository slots, SlotChanges changes, Clock clock) {
        this.slots = slots;
        this.changes = changes;
        this.clock = clock;
    }

    @Scheduled(fixedDelay = "10m", initialDelay = "${portevoix.jobs.first:2m}")
    void fill() {
        slots.findUnfilled(clock.instant()).forEach(changes::fill);
    }
}
