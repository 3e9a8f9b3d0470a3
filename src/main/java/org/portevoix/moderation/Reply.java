package org.portevoix.moderation;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the team answers.
 *
 * @param opinionId to whose writer alone it is; null when it is public, to all who answered the consultation
 * @param formKey of the form that sent it: the same form sent twice is one reply
 */
@MappedEntity("reply")
record Reply(
        @Id @GeneratedValue @Nullable Long id,
        long contractId,
        long consultationId,
        @Nullable Long opinionId,
        String language,
        String body,
        long accountId,
        Instant repliedAt,
        String formKey) {}
