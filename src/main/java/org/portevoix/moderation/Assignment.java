package org.portevoix.moderation;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;

/** Who looks after an opinion that waits. */
@MappedEntity("opinion_assignment")
record Assignment(@Id long opinionId, long accountId, long assignedBy, Instant assignedAt) {}
