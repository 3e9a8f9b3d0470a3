package org.portevoix.actionsheet;

import io.micronaut.core.annotation.Introspected;

/** How many sheets say the same languages, their codes parted by a space. */
@Introspected
record SpokenThere(String languages, long sheets) {}
