package org.portevoix.pack;

import io.micronaut.core.annotation.Introspected;
import java.time.Instant;

/** A member's link to a pack. */
@Introspected
record PackLink(long memberId, long contractId, long packId, Instant expiresAt) {}
