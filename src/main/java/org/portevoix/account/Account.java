package org.portevoix.account;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody of the team.
 *
 * @param email in lower case, ASCII
 * @param passwordHash Argon2id; null until the first password is chosen
 * @param isAdministrator of the whole site
 */
@MappedEntity("account")
record Account(
        @Id @GeneratedValue @Nullable Long id,
        String email,
        String name,
        @Nullable String passwordHash,
        boolean isAdministrator,
        boolean isActive,
        Instant createdAt) {}
