package org.portevoix.actionsheet;

import org.jspecify.annotations.Nullable;
import org.portevoix.language.Translated;

/** An indicator as the page of its action shows it: its numbers in the reader's digits, with their unit. */
record MeasureRow(
        Translated title,
        String kind,
        @Nullable String baseline,
        @Nullable String target,
        String value,
        String unit,
        String source,
        String day) {}
