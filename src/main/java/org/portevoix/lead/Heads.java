package org.portevoix.lead;

import io.micronaut.core.annotation.Introspected;

/** How many people of one neighbourhood were there. */
@Introspected
record Heads(long reportId, String home, int heads) {}
