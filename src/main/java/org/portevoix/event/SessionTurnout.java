package org.portevoix.event;

import io.micronaut.core.annotation.Introspected;

/** How many registered for a session. */
@Introspected
record SessionTurnout(long sessionId, int confirmedPeople, int waitingPeople, int waitingParties) {}
