package org.portevoix.actionsheet;

import io.micronaut.core.annotation.Introspected;

/** How many action sheets name a neighbourhood. */
@Introspected
record SheetsHeld(long neighbourhoodId, int sheets) {}
