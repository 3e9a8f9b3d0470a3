package org.portevoix.contract;

import io.micronaut.core.annotation.Introspected;

/** The outline of a neighbourhood as the team gave it: GeoJSON. */
@Introspected
record GivenOutline(long id, String outline) {}
