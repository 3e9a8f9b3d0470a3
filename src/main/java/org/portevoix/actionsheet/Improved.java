package org.portevoix.actionsheet;

import io.micronaut.core.annotation.Introspected;

/** How many sheets make these parts of the health pathway easier; words parted by a space. */
@Introspected
record Improved(String pathway, long sheets) {}
