package org.portevoix.account;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;

/** Somebody signed in. */
@MappedEntity("desk_session")
record DeskSession(@Id byte[] tokenHash, long accountId, Instant createdAt, Instant seenAt) {}
