package org.portevoix.participation;

import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/** The whole months that figures are asked for, among those that have any. */
record MonthRange(@Nullable YearMonth from, @Nullable YearMonth to, boolean isWhole) {

    /** {@code first} and {@code last}: the first and last months with figures; null where none has. */
    static MonthRange of(
            @Nullable YearMonth from, @Nullable YearMonth to, @Nullable YearMonth first, @Nullable YearMonth last) {
        boolean fromStart = from == null || first == null || !from.isAfter(first);
        boolean toEnd = to == null || last == null || !to.isBefore(last);
        return new MonthRange(from, to, fromStart && toEnd);
    }

    boolean contains(YearMonth month) {
        return (from == null || !month.isBefore(from)) && (to == null || !month.isAfter(to));
    }
}
