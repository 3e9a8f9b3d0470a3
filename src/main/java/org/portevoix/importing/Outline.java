package org.portevoix.importing;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.StringJoiner;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The outline of a neighbourhood: a Polygon or a MultiPolygon of GeoJSON (RFC 7946), in degrees, longitude first. */
public final class Outline {
    /** About eleven centimetres. */
    private static final int DECIMALS = 6;
    /** Beyond it, a number is no place on earth, and would be costly to write out. */
    private static final int MOST_DIGITS = 40;

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();
    private static final GeometryFactory GEOMETRIES = new GeometryFactory();

    private Outline() {}

    /** Of an outline that was judged and kept. */
    public static Geometry geometry(String kept) {
        return geometry(read(kept));
    }

    /**
     * What somebody pasted: an outline alone, or the one outline of a feature or of a collection of features, as tools give
     * it. Null where it is not that.
     */
    public static @Nullable ObjectNode pasted(String text) {
        try {
            JsonNode outline = JSON.readTree(text);
            if (outline.path("features").size() == 1) {
                outline = outline.path("features").get(0);
            }
            if (outline.path("geometry").isObject()) {
                outline = outline.path("geometry");
            }
            if (!outline.isObject() || !outline.has("type") || !isWritable(outline.path("coordinates"))) {
                return null;
            }
            ObjectNode pasted = JsonNodeFactory.instance.objectNode();
            pasted.set("type", outline.get("type"));
            pasted.set("coordinates", outline.path("coordinates"));
            return pasted;
        } catch (JacksonException e) {
            return null;
        }
    }

    private static boolean isWritable(JsonNode coordinates) {
        if (coordinates.isNumber()) {
            BigDecimal number = coordinates.decimalValue();
            return number.precision() + (long) Math.abs(number.scale()) <= MOST_DIGITS;
        }
        return coordinates.isArray()
                && StreamSupport.stream(coordinates.spliterator(), false).allMatch(Outline::isWritable);
    }

    static JsonNode read(String kept) {
        return JSON.readTree(kept);
    }

    /** An outline that was judged, as it is kept: always the same for the same places. */
    static String written(JsonNode outline) {
        return "{\"type\":\"" + outline.path("type").stringValue() + "\",\"coordinates\":"
                + list(outline.path("coordinates")) + "}";
    }

    private static String list(JsonNode list) {
        StringJoiner members = new StringJoiner(",", "[", "]");
        boolean isPoint = list.path(0).isNumber();
        // A third number is an altitude, which no map here shows.
        for (int i = 0; i < (isPoint ? 2 : list.size()); i++) {
            members.add(isPoint ? number(list.get(i)) : list(list.get(i)));
        }
        return members.toString();
    }

    private static String number(JsonNode number) {
        BigDecimal rounded = number.decimalValue().setScale(DECIMALS, RoundingMode.HALF_UP);
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }

    /** Of an outline whose rings are closed. */
    static Geometry geometry(JsonNode outline) {
        List<Polygon> polygons = new ArrayList<>();
        for (JsonNode rings : polygons(outline)) {
            LinearRing[] all = StreamSupport.stream(rings.spliterator(), false)
                    .map(Outline::ring)
                    .toArray(LinearRing[]::new);
            polygons.add(GEOMETRIES.createPolygon(all[0], Arrays.copyOfRange(all, 1, all.length)));
        }
        return polygons.size() == 1
                ? polygons.getFirst()
                : GEOMETRIES.createMultiPolygon(polygons.toArray(Polygon[]::new));
    }

    /** The coordinates of each of its polygons. */
    static List<JsonNode> polygons(JsonNode outline) {
        JsonNode coordinates = outline.path("coordinates");
        return outline.path("type").asString("").equals("Polygon")
                ? List.of(coordinates)
                : StreamSupport.stream(coordinates.spliterator(), false).toList();
    }

    private static LinearRing ring(JsonNode points) {
        Coordinate[] coordinates = StreamSupport.stream(points.spliterator(), false)
                .map(Outline::coordinate)
                .toArray(Coordinate[]::new);
        return GEOMETRIES.createLinearRing(coordinates);
    }

    static Coordinate coordinate(JsonNode point) {
        return new Coordinate(point.get(0).doubleValue(), point.get(1).doubleValue());
    }
}
