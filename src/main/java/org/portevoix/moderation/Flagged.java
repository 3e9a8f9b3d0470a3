package org.portevoix.moderation;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import org.jspecify.annotations.Nullable;

/** What the site noticed in an opinion. @param fromUnit null when it is about the whole, as {@code toUnit} and the question */
@MappedEntity("opinion_flag")
record Flagged(
        @Id long id,
        long opinionId,
        String kind,
        @Nullable Long questionId,
        @Nullable Integer fromUnit,
        @Nullable Integer toUnit) {}
