package org.portevoix.event;

import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.time.Clock;

/**
 * Places that a programme was given since go to those who wait for them. What gets free otherwise is given at once; a programme is
 * written in a transaction that has read before it could hold its sessions' rows.
 */
@Singleton
class PartPromotions {

    private final EventPartRepository parts;
    private final WaitingList waitingList;
    private final Clock clock;

    PartPromotions(EventPartRepository parts, WaitingList waitingList, Clock clock) {
        this.parts = parts;
        this.waitingList = waitingList;
        this.clock = clock;
    }

    @Scheduled(fixedDelay = "1m", initialDelay = "${portevoix.jobs.first:1m}")
    void promote() {
        parts.findSessionsToPromote(clock.instant()).forEach(waitingList::promoteInParts);
    }
}
