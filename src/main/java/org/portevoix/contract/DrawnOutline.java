package org.portevoix.contract;

import io.micronaut.core.annotation.Introspected;
import org.jspecify.annotations.Nullable;

/**
 * A neighbourhood as a map of its contract shows it, in a drawing {@link TerritoryMap#WIDTH} units wide, x to the east
 * and y to the south.
 *
 * @param id of the neighbourhood
 * @param drawn polygons as well-known text
 * @param labelX with labelY, the point inside that is farthest from the border
 * @param source of the outline and its licence; null where it needs none
 */
@Introspected
public record DrawnOutline(
        long id,
        String drawn,
        int labelX,
        int labelY,
        @Nullable String source) {}
