package org.portevoix.volunteer;

import io.micronaut.core.annotation.Introspected;
import java.time.Instant;

/** How many places wait for the team in a contract, and since when. */
@Introspected
record SignUpBacklog(long contractId, long waiting, Instant oldest) {}
