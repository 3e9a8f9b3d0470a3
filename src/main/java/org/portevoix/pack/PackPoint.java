package org.portevoix.pack;

import io.micronaut.core.annotation.Introspected;

/** A point to decide that the coordinator wrote. */
@Introspected
record PackPoint(long id, String what, String because) {}
