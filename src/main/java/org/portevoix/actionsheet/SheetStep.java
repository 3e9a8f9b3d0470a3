package org.portevoix.actionsheet;

import io.micronaut.core.annotation.Introspected;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A dated step of a published sheet, with what held it up and what helped. */
@Introspected
record SheetStep(
        long actionSheetId,
        LocalDate changedOn,
        String progress,
        @Nullable String outcome,
        @Nullable String reason,
        @Nullable String lever) {
    private static final Set<String> HELD_UP = Set.of("POSTPONED", "REDIRECTED", "DROPPED", "PARTLY", "NOT_REACHED");

    boolean isHeldUp() {
        return HELD_UP.contains(progress) || outcome != null && HELD_UP.contains(outcome);
    }
}
