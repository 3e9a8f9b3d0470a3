package org.portevoix.event;

import io.micronaut.core.annotation.Introspected;

/** How many of those who registered for a session have to be called. */
@Introspected
record SessionCalls(long sessionId, int people) {}
