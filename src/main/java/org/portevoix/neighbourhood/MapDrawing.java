package org.portevoix.neighbourhood;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import org.portevoix.contract.DrawnOutline;
import org.portevoix.contract.Neighbourhood;
import org.portevoix.contract.Territory.Named;
import org.portevoix.contract.TerritoryMap;

/** Makes a map of drawn outlines: paths of an SVG, and a label in each: its name where it has room, else a number. */
final class MapDrawing {

    /** Heights of letters and of lines, in units of a map that a small phone shows about 320 pixels wide. */
    private static final int LETTER = 42;

    private static final int LINE = 50;
    private static final int MOST_LINES = 4;
    private static final int MARGIN = 8;
    /** How far a label may stand from its point, and how finely its place is sought; in units of the map. */
    private static final int FARTHEST = 100;

    private static final int STEP = 20;
    private static final GeometryFactory GEOMETRIES = new GeometryFactory();

    private final Map<Long, DrawnOutline> outlines = new HashMap<>();

    MapDrawing(List<DrawnOutline> drawn) {
        drawn.forEach(one -> outlines.put(one.id(), one));
    }

    /** Null where no neighbourhood has an outline; numbers follow the order given. */
    @Nullable
    NeighbourhoodMap of(List<Named<Neighbourhood>> neighbourhoods) {
        List<NeighbourhoodMap.Area> areas = new ArrayList<>();
        Set<String> sources = new LinkedHashSet<>();
        Envelope all = new Envelope();
        int number = 0;
        for (Named<Neighbourhood> neighbourhood : neighbourhoods) {
            DrawnOutline outline = outlines.get(neighbourhood.row().id());
            if (outline != null) {
                Geometry shape = read(outline.drawn());
                all.expandToInclude(shape.getEnvelopeInternal());
                List<NeighbourhoodMap.Line> label =
                        label(shape, outline, neighbourhood.name().body());
                Integer shown = label.isEmpty() ? ++number : null;
                areas.add(new NeighbourhoodMap.Area(
                        neighbourhood.slug(),
                        neighbourhood.name(),
                        path(shape),
                        shown,
                        shown == null ? label : number(outline, shown)));
                if (outline.source() != null) {
                    sources.add(outline.source());
                }
            }
        }
        return areas.isEmpty()
                ? null
                : new NeighbourhoodMap(TerritoryMap.WIDTH, (int) all.getMaxY() + MARGIN, areas, List.copyOf(sources));
    }

    /** The name in as few lines as have room inside; none where it has no room. */
    private static List<NeighbourhoodMap.Line> label(Geometry shape, DrawnOutline outline, String name) {
        // A dash stays with the word before it, and so does a hyphen, after which a line may end.
        List<String> words = List.of(name.split(" (?!\\p{Pd} )|(?<=-)"));
        PreparedGeometry inside = PreparedGeometryFactory.prepare(shape);
        for (int count = 1; count <= Math.min(MOST_LINES, words.size()); count++) {
            List<String> lines = broken(words, count);
            double width = lines.stream().mapToDouble(MapDrawing::width).max().orElse(0);
            Coordinate middle = room(inside, outline, width, LINE * (count - 1) + LETTER);
            if (middle != null) {
                return lines(middle, lines);
            }
        }
        return List.of();
    }

    /** The middle of a box of this size that lies inside, as near to the label's point as can be; null where none does. */
    private static @Nullable Coordinate room(
            PreparedGeometry inside, DrawnOutline outline, double width, double height) {
        Envelope all = inside.getGeometry().getEnvelopeInternal();
        if (width > all.getWidth() || height > all.getHeight()) {
            return null;
        }
        Coordinate best = null;
        double least = Double.MAX_VALUE;
        for (int x = -FARTHEST; x <= FARTHEST; x += STEP) {
            for (int y = -FARTHEST; y <= FARTHEST; y += STEP) {
                double distance = Math.hypot(x, y);
                Coordinate middle = new Coordinate(outline.labelX() + x, outline.labelY() + y);
                if (distance < least && inside.covers(box(middle, width, height))) {
                    best = middle;
                    least = distance;
                }
            }
        }
        return best;
    }

    private static Geometry box(Coordinate middle, double width, double height) {
        Envelope box = new Envelope(middle);
        box.expandBy(width / 2, height / 2);
        return GEOMETRIES.toGeometry(box);
    }

    private static List<NeighbourhoodMap.Line> number(DrawnOutline outline, int number) {
        return lines(new Coordinate(outline.labelX(), outline.labelY()), List.of(String.valueOf(number)));
    }

    private static List<NeighbourhoodMap.Line> lines(Coordinate middle, List<String> words) {
        List<NeighbourhoodMap.Line> lines = new ArrayList<>();
        int first = (int) middle.y - LINE * (words.size() - 1) / 2 + LETTER / 3;
        for (int i = 0; i < words.size(); i++) {
            lines.add(new NeighbourhoodMap.Line((int) middle.x, first + LINE * i, words.get(i)));
        }
        return lines;
    }

    /** The words in so many lines, the longest as short as can be. */
    private static List<String> broken(List<String> words, int count) {
        if (count == 1) {
            return List.of(joined(words));
        }
        List<String> best = List.of();
        double least = Double.MAX_VALUE;
        for (int first = 1; first <= words.size() - count + 1; first++) {
            List<String> lines = new ArrayList<>(List.of(joined(words.subList(0, first))));
            lines.addAll(broken(words.subList(first, words.size()), count - 1));
            double longest = lines.stream().mapToDouble(MapDrawing::width).max().orElse(0);
            if (longest < least) {
                least = longest;
                best = lines;
            }
        }
        return best;
    }

    private static String joined(List<String> words) {
        return String.join(" ", words).replaceAll("(?<=\\S-) ", "");
    }

    /** About as wide as a bold letter of each script is. */
    private static double width(String words) {
        return words.codePoints()
                        .mapToDouble(letter -> Character.isIdeographic(letter) ? 1 : letter < 0x250 ? 0.56 : 0.7)
                        .sum()
                * LETTER;
    }

    private static String path(Geometry shape) {
        StringBuilder path = new StringBuilder();
        for (int i = 0; i < shape.getNumGeometries(); i++) {
            Polygon polygon = (Polygon) shape.getGeometryN(i);
            ring(polygon.getExteriorRing(), path);
            for (int j = 0; j < polygon.getNumInteriorRing(); j++) {
                ring(polygon.getInteriorRingN(j), path);
            }
        }
        return path.toString();
    }

    /** Each point from the one before: short numbers. */
    private static void ring(LineString ring, StringBuilder path) {
        Coordinate[] points = ring.getCoordinates();
        path.append('M')
                .append((int) points[0].x)
                .append(' ')
                .append((int) points[0].y)
                .append('l');
        // The last point is the first, which z goes back to.
        for (int i = 1; i < points.length - 1; i++) {
            step((int) (points[i].x - points[i - 1].x), i > 1, path);
            step((int) (points[i].y - points[i - 1].y), true, path);
        }
        path.append('z');
    }

    private static void step(int number, boolean follows, StringBuilder path) {
        if (follows && number >= 0) {
            path.append(' ');
        }
        path.append(number);
    }

    private static Geometry read(String drawn) {
        try {
            return new WKTReader(GEOMETRIES).read(drawn);
        } catch (ParseException e) {
            throw new IllegalStateException(e);
        }
    }
}
