package org.portevoix.pack;

import io.micronaut.core.annotation.Introspected;
import java.time.Instant;

/** Somebody who receives the pack and has no account: who and where, both sealed. */
@Introspected
record PackMember(long id, byte[] name, byte[] address, Instant addedAt) {}
