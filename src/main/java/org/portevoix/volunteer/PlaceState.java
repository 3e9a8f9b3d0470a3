package org.portevoix.volunteer;

import java.util.Set;

/** Where somebody's place in a slot stands. */
enum PlaceState {
    /** The place is theirs until the team answers. */
    ASKED,
    /** The slot is full: they wait in order. */
    WAITING,
    CONFIRMED,
    REFUSED,
    /** They came and did it: the only state that is a participation. */
    DONE,
    ABSENT,
    WITHDRAWN,
    /** The slot is no more. */
    CANCELLED;

    private static final Set<PlaceState> HOLDING = Set.of(ASKED, CONFIRMED, DONE, ABSENT);
    private static final Set<PlaceState> TO_COME = Set.of(ASKED, WAITING, CONFIRMED);

    /** Whether it takes one of the slot's places. */
    boolean isHolding() {
        return HOLDING.contains(this);
    }

    boolean isToCome() {
        return TO_COME.contains(this);
    }
}
