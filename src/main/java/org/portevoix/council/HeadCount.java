package org.portevoix.council;

import io.micronaut.core.annotation.Introspected;

/** How many came from one home: a neighbourhood's slug, another town, or not known. */
@Introspected
record HeadCount(String home, int count) {}
