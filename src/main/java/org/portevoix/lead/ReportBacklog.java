package org.portevoix.lead;

import io.micronaut.core.annotation.Introspected;
import java.time.Instant;

/** How many reports wait in a contract, and since when. */
@Introspected
record ReportBacklog(long contractId, long waiting, Instant oldest) {}
