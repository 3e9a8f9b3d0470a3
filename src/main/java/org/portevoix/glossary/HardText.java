package org.portevoix.glossary;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Why a text was shown although it is hard to read. */
@MappedEntity("hard_text")
record HardText(
        @Id @GeneratedValue @Nullable Long id,
        long contractId,
        String about,
        long accountId,
        Instant shownAt,
        String reason) {}
