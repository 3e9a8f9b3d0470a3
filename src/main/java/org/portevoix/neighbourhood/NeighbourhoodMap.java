package org.portevoix.neighbourhood;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.portevoix.language.Translated;

/**
 * A map to draw, in units of its own.
 *
 * @param sources whose outlines these are, each once
 */
record NeighbourhoodMap(int width, int height, List<Area> areas, List<String> sources) {

    /** The number that stands on the map in the place of a name; null where the name stands there, or nothing. */
    @Nullable
    Integer number(String slug) {
        return areas.stream()
                .filter(area -> area.slug().equals(slug))
                .findFirst()
                .map(Area::number)
                .orElse(null);
    }

    /**
     * A neighbourhood on the map.
     *
     * @param path of an SVG
     * @param number that it shows where its name has no room; the list has both. Null where it has room
     * @param label its name in a few lines, or its number
     */
    record Area(
            String slug,
            Translated name,
            String path,
            @Nullable Integer number,
            List<Line> label) {

        /** The name, after the number where the map shows that. */
        String spoken() {
            return number == null ? name.body() : number + " " + name.body();
        }
    }

    /** A line of a label; x is its middle, y its base line. */
    record Line(int x, int y, String words) {}
}
