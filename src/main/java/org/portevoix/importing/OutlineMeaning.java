package org.portevoix.importing;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.valid.IsValidOp;
import org.locationtech.jts.operation.valid.TopologyValidationError;
import tools.jackson.databind.JsonNode;

/**
 * Judges the outlines of neighbourhoods: closed rings that do not cross, in France, all in one territory. Says one fault of
 * each outline, at the line of the point that is wrong.
 */
final class OutlineMeaning {
    static final int MOST_POINTS = 3000;

    private static final int FEWEST_POINTS_OF_A_RING = 4;
    /** Degrees: larger than any department, smaller than what a slip of the hand makes. */
    private static final double WIDEST = 4;
    /** Where France is, from Wallis to New Caledonia: boxes of degrees, with the sea around. */
    private static final List<Envelope> FRANCE = List.of(
            new Envelope(-6, 10, 41, 52),
            new Envelope(-64, -60, 14, 19),
            new Envelope(-55, -51, 2, 6),
            new Envelope(-57, -56, 46, 48),
            new Envelope(44, 56, -22, -12),
            new Envelope(163, 169, -23, -19),
            new Envelope(-155, -134, -28, -7),
            new Envelope(-179, -176, -15, -13));

    private OutlineMeaning() {}

    static void judge(List<Section> neighbourhoods, List<Fault> faults) {
        Envelope territory = new Envelope();
        for (Section neighbourhood : neighbourhoods) {
            Section outline = neighbourhood.at("outline");
            // What is no polygon at all is the schema's to say.
            if (!outline.node().path("coordinates").isArray()
                    || !List.of("Polygon", "MultiPolygon")
                            .contains(String.valueOf(outline.at("type").string()))) {
                continue;
            }
            Fault fault = rings(outline);
            if (fault == null) {
                fault = place(outline, territory);
            }
            if (fault != null) {
                faults.add(fault);
            }
        }
    }

    /** Null where all rings are closed lists of points. */
    private static @Nullable Fault rings(Section outline) {
        boolean isOne = "Polygon".equals(outline.at("type").string());
        Section coordinates = outline.at("coordinates");
        List<JsonNode> polygons = Outline.polygons(outline.node());
        int points = 0;
        if (polygons.isEmpty()) {
            return coordinates.fault("fault.outline.empty");
        }
        for (int i = 0; i < polygons.size(); i++) {
            Section polygon = isOne ? coordinates : coordinates.item(i);
            if (polygons.get(i).isEmpty()) {
                return polygon.fault("fault.outline.empty");
            }
            for (int j = 0; j < polygons.get(i).size(); j++) {
                JsonNode ring = polygons.get(i).get(j);
                points += ring.size();
                if (points > MOST_POINTS) {
                    return outline.fault("fault.outline.points", MOST_POINTS);
                }
                Fault fault = ring(polygon.item(j), ring);
                if (fault != null) {
                    return fault;
                }
            }
        }
        return null;
    }

    private static @Nullable Fault ring(Section place, JsonNode ring) {
        for (int i = 0; i < ring.size(); i++) {
            JsonNode point = ring.get(i);
            if (!point.isArray()
                    || point.size() < 2
                    || point.size() > 3
                    || !point.get(0).isNumber()
                    || !point.get(1).isNumber()) {
                return place.item(i).fault("fault.outline.point");
            }
            Coordinate there = Outline.coordinate(point);
            if (!(Math.abs(there.x) <= 180 && Math.abs(there.y) <= 90)) {
                return place.item(i).fault("fault.outline.degrees");
            }
        }
        if (ring.size() < FEWEST_POINTS_OF_A_RING) {
            return place.fault("fault.outline.short", FEWEST_POINTS_OF_A_RING);
        }
        Coordinate first = Outline.coordinate(ring.get(0));
        return first.equals2D(Outline.coordinate(ring.get(ring.size() - 1)))
                ? null
                : place.item(ring.size() - 1).fault("fault.outline.open");
    }

    private static @Nullable Fault place(Section outline, Envelope territory) {
        Geometry geometry = Outline.geometry(outline.node());
        TopologyValidationError error = new IsValidOp(geometry).getValidationError();
        if (error != null) {
            Coordinate at = error.getCoordinate();
            return nearest(outline, at)
                    .fault(
                            "fault.outline.crossed",
                            String.format(Locale.ROOT, "%.5f", at.x),
                            String.format(Locale.ROOT, "%.5f", at.y));
        }
        Envelope box = geometry.getEnvelopeInternal();
        if (FRANCE.stream().noneMatch(land -> land.contains(box))) {
            Envelope turned = new Envelope(box.getMinY(), box.getMaxY(), box.getMinX(), box.getMaxX());
            boolean isTurned = FRANCE.stream().anyMatch(land -> land.contains(turned));
            return outline.fault(isTurned ? "fault.outline.turned" : "fault.outline.elsewhere");
        }
        Envelope all = territory.copy();
        all.expandToInclude(box);
        if (all.getWidth() > WIDEST || all.getHeight() > WIDEST) {
            return outline.fault("fault.outline.far", (int) WIDEST);
        }
        territory.expandToInclude(box);
        return null;
    }

    /** The point of the outline that is nearest to a place. */
    private static Section nearest(Section outline, Coordinate place) {
        boolean isOne = "Polygon".equals(outline.at("type").string());
        Section coordinates = outline.at("coordinates");
        Section nearest = outline;
        double least = Double.MAX_VALUE;
        List<JsonNode> polygons = Outline.polygons(outline.node());
        for (int i = 0; i < polygons.size(); i++) {
            Section polygon = isOne ? coordinates : coordinates.item(i);
            for (int j = 0; j < polygons.get(i).size(); j++) {
                JsonNode ring = polygons.get(i).get(j);
                for (int k = 0; k < ring.size(); k++) {
                    double distance = Outline.coordinate(ring.get(k)).distance(place);
                    if (distance < least) {
                        least = distance;
                        nearest = polygon.item(j).item(k);
                    }
                }
            }
        }
        return nearest;
    }
}
