package org.portevoix.contract;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A quarter that people name; together they cover the territory.
 *
 * @param population null when it is not known
 * @param need greater where need is greater; null when it is not known
 */
@MappedEntity("neighbourhood")
public record Neighbourhood(
        @Id long id,
        long contractId,
        String slug,
        int position,
        long nameText,
        @Nullable Integer population,
        @Nullable String populationSource,
        @Nullable BigDecimal need) {

    /** Where somebody lives who lives in another town. */
    public static final String OTHER_TOWN = "autre-ville";

    /** Where somebody lives who did not say. */
    public static final String UNKNOWN = "inconnu";
}
