package org.portevoix.event;

import io.micronaut.core.annotation.Introspected;

/**
 * How many came from one neighbourhood.
 *
 * @param home its slug, {@code autre-ville} or {@code inconnu}
 */
@Introspected
record HeadCountHome(String home, int people) {}
