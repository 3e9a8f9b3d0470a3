package org.portevoix.actionsheet;

import io.micronaut.core.annotation.Introspected;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A dated step in an action's progress, with the reason where it was held up, and what was changed then. */
@Introspected
record PastProgress(
        LocalDate changedOn,
        String progress,
        @Nullable String outcome,
        @Nullable String reason,
        @Nullable Long noteText,
        @Nullable Long adaptationText) {}
