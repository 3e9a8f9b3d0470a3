package org.portevoix.volunteer;

import io.micronaut.core.annotation.Introspected;

/** How many places of a mission stand where. */
@Introspected
record PlaceCount(long missionId, PlaceState state, long places) {}
