package org.portevoix.team;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What somebody of the team was told, and how often they want to be. @param hasDigest whether they are written each morning too */
@MappedEntity("notice")
record Notice(@Id long accountId, Wish wish, @Nullable Instant writtenAt, String seen, boolean hasDigest) {}
