package org.portevoix.actionsheet;

import io.micronaut.core.annotation.Introspected;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A dated step of one of several sheets. */
@Introspected
record YearStep(
        long actionSheetId,
        LocalDate changedOn,
        String progress,
        @Nullable String outcome,
        @Nullable String reason,
        @Nullable Long noteText,
        @Nullable Long adaptationText) {}
