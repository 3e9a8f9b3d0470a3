package org.portevoix.committee;

import io.micronaut.core.annotation.Introspected;
import java.time.LocalDate;

/** When a follow-up was, or will be, before the committee. */
@Introspected
record Brought(long followupId, LocalDate day) {}
