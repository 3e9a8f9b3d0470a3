package org.portevoix.mail;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A letter as it waits: its address and its content sealed. */
@MappedEntity("letter")
record LetterRow(
        @Id long id,
        @Nullable Long contractId,
        String letterKey,
        String kind,
        String language,
        @io.micronaut.core.annotation.Nullable byte @Nullable [] recipient,
        @io.micronaut.core.annotation.Nullable byte @Nullable [] content,
        @io.micronaut.core.annotation.Nullable byte @Nullable [] receiptHash,
        String state,
        Instant writtenAt,
        Instant nextAttemptAt,
        int attempts) {}
