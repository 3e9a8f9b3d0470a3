package org.portevoix.event;

import io.micronaut.core.annotation.Introspected;

/** How many sessions are still to come in a neighbourhood. */
@Introspected
record ComingSessions(long neighbourhoodId, int sessions) {}
