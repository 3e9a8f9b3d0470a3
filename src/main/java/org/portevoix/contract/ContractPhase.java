package org.portevoix.contract;

import io.micronaut.core.annotation.Introspected;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A step of a contract: DIAGNOSIS, PLANNING, IMPLEMENTATION or EVALUATION.
 *
 * @param endsOn its last day; null while it is not known
 */
@Introspected
public record ContractPhase(
        String phase,
        LocalDate startsOn,
        @Nullable LocalDate endsOn,
        @Nullable Long noteText) {

    public boolean isPast(LocalDate today) {
        return endsOn != null && endsOn.isBefore(today);
    }

    public boolean isToCome(LocalDate today) {
        return startsOn.isAfter(today);
    }
}
