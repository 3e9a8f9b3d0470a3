package org.portevoix.account;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A link that is good once: to choose a first or a new password.
 *
 * @param accountId null to make the first administrator
 */
@MappedEntity("one_time_link")
record OneTimeLink(@Id byte[] tokenHash, @Nullable Long accountId, Instant expiresAt) {}
