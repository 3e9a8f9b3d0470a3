package org.portevoix.council;

import io.micronaut.core.annotation.Introspected;
import java.time.Instant;

/** What waits in a contract, and since when. */
@Introspected
record Backlog(long contractId, long waiting, Instant oldest) {}
