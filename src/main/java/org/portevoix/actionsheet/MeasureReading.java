package org.portevoix.actionsheet;

import io.micronaut.core.annotation.Introspected;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What an indicator was on a day. */
@Introspected
record MeasureReading(
        long measureId,
        LocalDate measuredOn,
        BigDecimal value,
        @Nullable String source) {}
