package org.portevoix.event;

import io.micronaut.core.annotation.Introspected;
import java.time.LocalDate;

/** How many sessions there are on a day. */
@Introspected
record DayCount(LocalDate day, int sessions) {}
