package org.portevoix.neighbourhood;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.portevoix.language.Translated;

/**
 * The neighbourhoods of a contract, by name.
 *
 * @param map null where no outline is known: the list says it all
 */
record NeighbourhoodListPage(@Nullable NeighbourhoodMap map, List<Place> places) {

    /**
     * @param number under which the map shows it, where its name has no room there; null where it has
     * @param sessions of its agenda, still to come
     * @param actions held there or everywhere
     */
    record Place(String slug, Translated name, @Nullable Integer number, int sessions, int actions) {}
}
