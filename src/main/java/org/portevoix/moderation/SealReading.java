package org.portevoix.moderation;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Somebody of the team read what is masked in an opinion, and said what for. */
@MappedEntity("sealed_reading")
record SealReading(@Id @GeneratedValue @Nullable Long id, long opinionId, long accountId, String why, Instant readAt) {}
