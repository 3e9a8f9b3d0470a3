package org.portevoix.actionsheet;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * An indicator of an action; its readings stand apart.
 *
 * @param kind FOLLOW_UP, OUTPUT or RESULT
 * @param unit of its numbers, in French; may be empty
 */
@MappedEntity("action_sheet_measure")
record Measure(
        @Id long id,
        long actionSheetId,
        String slug,
        long titleText,
        String kind,
        String unit,
        @Nullable BigDecimal baseline,
        @Nullable BigDecimal target) {}
