package org.portevoix.actionsheet;

import io.micronaut.core.annotation.Introspected;
import org.jspecify.annotations.Nullable;

/**
 * The participation that a published sheet plans.
 *
 * @param axis slug
 * @param planLevel null where none is planned
 */
@Introspected
record PublishedPlan(
        long id,
        String slug,
        String axis,
        boolean isSensitive,
        @Nullable String planLevel,
        @Nullable Integer planHowMany) {}
