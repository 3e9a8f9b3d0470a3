package org.portevoix.contract;

import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.List;
import org.locationtech.jts.algorithm.construct.MaximumInscribedCircle;
import org.locationtech.jts.coverage.CoverageSimplifier;
import org.locationtech.jts.coverage.CoverageValidator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.geom.util.AffineTransformation;
import org.locationtech.jts.precision.GeometryPrecisionReducer;
import org.locationtech.jts.simplify.TopologyPreservingSimplifier;
import org.portevoix.importing.Outline;

/**
 * The map of a territory: the outlines of its neighbourhoods, made small enough for a page. Drawn when an outline changes,
 * all together, so that neighbours keep one border between them.
 */
@Singleton
public class TerritoryMap {

    /** In units of the drawing. */
    public static final int WIDTH = 1000;

    /** Of a territory that is narrow and long; in units of the drawing. */
    private static final int TALLEST = 1300;
    /** Room for the line around. */
    private static final int MARGIN = 8;
    /** Beyond it, a phone would show crumbs that no finger meets, and the page would be heavy: the list says it all. */
    private static final int MOST_AREAS = 90;
    /** Of all neighbourhoods together: the page is to stay light. */
    private static final int MOST_POINTS = 600;
    /** Where there are many: with fewer, a neighbourhood is a triangle. */
    private static final int FEWEST_POINTS_EACH = 9;
    /** Below it, nobody sees a difference; in units of the drawing. */
    private static final double FINEST = 3;
    /** How near to the real point a label stands; in units of the drawing. */
    private static final double NEAR_ENOUGH = 3;

    private static final GeometryFactory WHOLE_UNITS = new GeometryFactory(new PrecisionModel(1));

    private final NeighbourhoodRepository neighbourhoods;

    TerritoryMap(NeighbourhoodRepository neighbourhoods) {
        this.neighbourhoods = neighbourhoods;
    }

    /** Those of a contract that have an outline; none where the team gave none, or too many for a map. */
    public List<DrawnOutline> of(long contractId) {
        return neighbourhoods.findDrawn(contractId);
    }

    /** Draws the map anew; inside the transaction that changed an outline. */
    void draw(long contractId) {
        neighbourhoods.erase(contractId);
        List<GivenOutline> given = neighbourhoods.findOutlines(contractId);
        if (given.isEmpty() || given.size() > MOST_AREAS) {
            return;
        }
        Geometry[] drawn = simplified(projected(
                given.stream().map(one -> Outline.geometry(one.outline())).toArray(Geometry[]::new)));
        for (int i = 0; i < drawn.length; i++) {
            Coordinate label = MaximumInscribedCircle.getCenter(largest(drawn[i]), NEAR_ENOUGH)
                    .getCoordinate();
            neighbourhoods.draw(
                    given.get(i).id(), drawn[i].toText(), (int) Math.round(label.x), (int) Math.round(label.y));
        }
    }

    /** From degrees to units of the drawing: north is up, and a kilometre as long to the east as to the north. */
    private static Geometry[] projected(Geometry[] degrees) {
        Envelope box = new Envelope();
        Arrays.stream(degrees).forEach(one -> box.expandToInclude(one.getEnvelopeInternal()));
        double narrowing = Math.cos(Math.toRadians(box.centre().y));
        double scale =
                Math.min((WIDTH - 2 * MARGIN) / (box.getWidth() * narrowing), (TALLEST - 2 * MARGIN) / box.getHeight());
        double left = (WIDTH - box.getWidth() * narrowing * scale) / 2;
        AffineTransformation projection = new AffineTransformation(
                narrowing * scale,
                0,
                left - box.getMinX() * narrowing * scale,
                0,
                -scale,
                MARGIN + box.getMaxY() * scale);
        return Arrays.stream(degrees).map(projection::transform).toArray(Geometry[]::new);
    }

    /** With few enough points; where outlines fit together, they still do. */
    private static Geometry[] simplified(Geometry[] exact) {
        boolean fit = CoverageValidator.isValid(exact);
        int most = Math.max(MOST_POINTS, FEWEST_POINTS_EACH * exact.length);
        Geometry[] simple = exact;
        for (double tolerance = FINEST; tolerance < WIDTH; tolerance *= 1.5) {
            simple = inWholeUnits(fit ? CoverageSimplifier.simplify(exact, tolerance) : eachAlone(exact, tolerance));
            if (Arrays.stream(simple).mapToInt(Geometry::getNumPoints).sum() <= most) {
                break;
            }
        }
        return simple;
    }

    private static Geometry[] eachAlone(Geometry[] exact, double tolerance) {
        return Arrays.stream(exact)
                .map(one -> TopologyPreservingSimplifier.simplify(one, tolerance))
                .toArray(Geometry[]::new);
    }

    private static Geometry[] inWholeUnits(Geometry[] drawn) {
        return Arrays.stream(drawn)
                .map(one -> {
                    Geometry whole = GeometryPrecisionReducer.reduce(one, WHOLE_UNITS.getPrecisionModel());
                    // What is smaller than a point of the screen is drawn as a dot.
                    return whole.isEmpty()
                            ? WHOLE_UNITS.toGeometry(new Envelope(dot(one.getEnvelopeInternal())))
                            : whole;
                })
                .toArray(Geometry[]::new);
    }

    private static Envelope dot(Envelope tiny) {
        Coordinate centre = tiny.centre();
        long x = Math.round(centre.x);
        long y = Math.round(centre.y);
        return new Envelope(x - 2, x + 2, y - 2, y + 2);
    }

    private static Geometry largest(Geometry drawn) {
        Geometry largest = drawn.getGeometryN(0);
        for (int i = 1; i < drawn.getNumGeometries(); i++) {
            if (drawn.getGeometryN(i).getArea() > largest.getArea()) {
                largest = drawn.getGeometryN(i);
            }
        }
        return largest;
    }
}
