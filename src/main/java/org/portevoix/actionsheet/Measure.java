package org.portevoix.actionsheet;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An indicator of an action, at its latest reading.
 *
 * @param kind FOLLOW_UP, OUTPUT or RESULT
 * @param unit of its numbers, in French; may be empty
 */
@MappedEntity("action_sheet_measure")
record Measure(
        @Id long id,
        long actionSheetId,
        long titleText,
        String kind,
        String unit,
        @Nullable BigDecimal baseline,
        @Nullable BigDecimal target,
        BigDecimal value,
        String source,
        LocalDate measuredOn) {}
