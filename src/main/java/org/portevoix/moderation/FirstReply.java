package org.portevoix.moderation;

import io.micronaut.core.annotation.Introspected;
import java.time.Instant;

/** When a consultation was first answered in public. */
@Introspected
record FirstReply(long consultationId, Instant repliedAt) {}
