package org.portevoix.actionsheet;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.portevoix.language.Translated;

/**
 * An indicator as the page of its action shows it: its numbers in the reader's digits, with their unit.
 *
 * @param values the latest of them, the first to the last; none while it was not read
 */
record MeasureRow(
        Translated title,
        String kind,
        @Nullable String baseline,
        @Nullable String target,
        String unit,
        List<Value> values) {

    /** What was read on a day. */
    record Value(String value, String day, @Nullable String source) {}
}
