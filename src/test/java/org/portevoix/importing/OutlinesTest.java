package org.portevoix.importing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import tools.jackson.databind.node.ObjectNode;

/** Outlines of neighbourhoods: told back as they were given, drawn small together, and refused with their line when wrong. */
class OutlinesTest extends ImportTest {
    private static final String GARE = "  - slug: gare\n    name: {fr: La Gare}\n";
    private static final String SQUARE =
            "{type: Polygon, coordinates: [[[2.1, 48.1], [2.2, 48.1], [2.2, 48.2], [2.1, 48.2], [2.1, 48.1]]]}";

    @Inject
    ContractExport export;

    @Inject
    ContractItems items;

    /** The mark begins a new line; lines are those after the neighbourhood's own: the outline's is the second. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {type: Polygon, coordinates: [[[2.1, 48.1], [2.2, 48.1], [2.2, 48.2],! [2.1, 48.2]]]} | 4 | n’est pas fermé
            {type: Polygon, coordinates: [[[2.1, 48.1], [2.2, 48.2], [2.2, 48.1],! [2.14, 48.15], [2.1, 48.1]]]} | 4 | se croise
            {type: Polygon, coordinates: [[[2.1, 48.1],! [2.2], [2.2, 48.2], [2.1, 48.1]]]} | 4 | [longitude, latitude]
            {type: Polygon, coordinates: [[[2.1, 48.1],! [2.2, "48"], [2.2, 48.2], [2.1, 48.1]]]} | 4 | [longitude, latitude]
            {type: Polygon, coordinates: [[[2.1, 48.1],! [2.2, null], [2.2, 48.2], [2.1, 48.1]]]} | 4 | [longitude, latitude]
            {type: Polygon, coordinates: [[[2.1, 48.1],! [2.2, 48, 0, 1], [2.2, 48.2], [2.1, 48.1]]]} | 4 | [longitude, latitude]
            {type: Polygon, coordinates: [[![652000, 6862000], [653000, 6862000], [652000, 6862000]]]} | 4 | WGS84
            {type: Polygon, coordinates: [[[48.1, 2.1], [48.1, 2.2], [48.2, 2.2], [48.1, 2.1]]]} | 2 | sont échangées
            {type: Polygon, coordinates: [[[0, 0], [0, 0.1], [0.1, 0.1], [0, 0]]]} | 2 | n’est pas en France
            {type: Polygon, coordinates: [[[9, 42], [9, 42.1], [9.1, 42.1], [9, 42]]]} | 2 | trop loin des autres
            {type: Polygon, coordinates: [![[2.1, 48.1], [2.2, 48.1], [2.1, 48.1]]]} | 4 | au moins 4 points
            {type: Polygon, coordinates: []} | 3 | n’a pas de points
            {type: MultiPolygon, coordinates: [![]]} | 4 | n’a pas de points
            {type: Polygon, coordinates: [!7]} | 4 | au moins 4 points
            {!type: Point, coordinates: [2.1, 48.1]} | 4 | Polygon, MultiPolygon
            {type: Polygon} | 2 | il manque « coordinates »
            {type: Polygon, coordinates: "M0 0"} | 3 | attendu : une liste
            "<svg onload=alert(1)>" | 2 | GeoJSON
            [[2.1, 48.1]] | 2 | GeoJSON
            {type: Polygon, coordinates: [[[2.1, 48.1], [2.2, 48.1], [2.2, 48.2], [2.1, 48.1]]],! bbox: [1, 2]} | 4 | « bbox »
            """)
    void aBrokenOutlineIsRefusedWithItsLine(String marked, int line, String words) {
        String yaml = town("contour-casse")
                .replace("name: {fr: Centre}\n", "name: {fr: Centre}\n    outline: " + SQUARE + "\n")
                .replace(GARE, GARE + "    outline:\n      " + marked.replace("!", "\n        ") + "\n");
        Map<String, String> before = counts();

        ImportReport report = importing(yaml);

        assertFalse(report.isDone());
        assertEquals(1, report.faults().size(), () -> String.join("\n", report.lines()));
        assertEquals(gare(yaml) + line, report.faults().getFirst().line(), () -> String.join("\n", report.lines()));
        assertTrue(report.faults().getFirst().in("f").contains(words), () -> String.join("\n", report.lines()));
        assertEquals(before, counts());
    }

    @Test
    void anOutlineOfTooManyPointsIsRefused() {
        String points = IntStream.range(0, OutlineMeaning.MOST_POINTS + 1)
                .mapToObj(i -> "[2.%05d, 48.1]".formatted(i))
                .collect(Collectors.joining(", "));

        String yaml = withOutline("trop-de-points", "{type: Polygon, coordinates: [[" + points + "]]}");

        ImportReport report = importing(yaml);

        assertEquals(
                List.of("contrat.yaml:" + (gare(yaml) + 2)
                        + ": neighbourhoods[gare].outline : plus de 3000 points ; simplifiez ce contour"),
                report.lines().stream().filter(line -> line.contains("gare")).toList());
    }

    @Test
    void anOutlineIsToldBackAndImportedAgainWithoutAChange() {
        String file = withOutline("contour-relu", """
                {type: MultiPolygon, coordinates: [
                        [[[2.1000000001, 48.10, 35.5], [2.2, 48.1, 35], [2.2, 48.2, 35], [2.1, 48.2, 35], [2.1000000001, 48.10, 35.5]],
                         [[2.13, 48.13], [2.13, 48.17], [2.17, 48.17], [2.17, 48.13], [2.13, 48.13]]],
                        [[[3, 48.1], [3.1, 48.1], [3.1, 48.2], [3, 48.1]]]]}""");
        assertTrue(importing(file).isDone());

        String told = export.yaml("contour-relu").orElseThrow();

        assertTrue(
                told.contains(
                        "outline: {type: MultiPolygon, coordinates: [[[[2.1, 48.1], [2.2, 48.1], [2.2, 48.2], [2.1, 48.2], [2.1,"),
                told);
        for (String again : List.of(told, file)) {
            ImportReport report = importing(again);
            assertTrue(report.isDone(), () -> String.join("\n", report.lines()));
            assertEquals(List.of(), report.updated());
        }
    }

    @Test
    void aMapIsDrawnAnewWhenAnOutlineComesChangesOrGoes() {
        assertTrue(importing(town("contours-qui-changent")).isDone());
        long contract = Long.parseLong(rows("SELECT id FROM contract WHERE slug = 'contours-qui-changent'")
                .getFirst());
        assertEquals(List.of(), drawn("contours-qui-changent"));

        assertTrue(importing(withOutline("contours-qui-changent", SQUARE)).isDone());
        List<Geometry> alone = drawn("contours-qui-changent");
        ContractItem centre = items.find(contract, "neighbourhoods", "centre").orElseThrow();
        ObjectNode wider = centre.body().deepCopy();
        wider.set(
                "outline",
                Outline.read(SQUARE.replace("type", "\"type\"")
                        .replace("Polygon", "\"Polygon\"")
                        .replace("coordinates", "\"coordinates\"")
                        .replace("2.1,", "2.3,")));
        assertEquals(List.of(), items.write(contract, "neighbourhoods", wider, Map.of()));

        assertEquals(2, drawn("contours-qui-changent").size());
        assertTrue(drawn("contours-qui-changent").getLast().getArea()
                < alone.getFirst().getArea());

        for (String slug : List.of("centre", "gare")) {
            ObjectNode bare = items.find(contract, "neighbourhoods", slug)
                    .orElseThrow()
                    .body()
                    .deepCopy();
            bare.remove("outline");
            assertEquals(List.of(), items.write(contract, "neighbourhoods", bare, Map.of()));
        }
        assertEquals(List.of(), drawn("contours-qui-changent"));
    }

    @Test
    void theSamplesAreDrawnWithFewPointsAndNeighboursKeepOneBorder() throws IOException {
        for (Map.Entry<String, String> sample :
                Map.of("contract", "bobigny", "contract-rural", "pays-de-brise").entrySet()) {
            String slug = sample.getValue() + "-dessine";
            ImportReport report = importing(Files.readString(Path.of("sample", sample.getKey() + ".yaml"))
                    .replace("slug: " + sample.getValue() + "\n", "slug: " + slug + "\n"));
            assertTrue(report.isDone(), () -> String.join("\n", report.lines()));

            List<Geometry> drawn = drawn(slug);

            int points = drawn.stream().mapToInt(Geometry::getNumPoints).sum();
            assertTrue(points > 60 && points <= 600, slug + ": " + points);
            assertEquals(0, overlap(drawn), 1, slug);
            Geometry all = drawn.stream().reduce(Geometry::union).orElseThrow();
            // Gaps between neighbours would be holes of the whole.
            assertEquals(1, all.getNumGeometries(), slug);
            assertEquals(0, ((Polygon) all).getNumInteriorRing(), slug);
        }
    }

    @Test
    void outlinesThatDoNotFitTogetherAreDrawnAllTheSame() {
        assertTrue(importing(withOutline(
                                "contours-mal-joints",
                                "{type: Polygon, coordinates: [[[2.15, 48.1], [2.3, 48.1], [2.3, 48.2], [2.15, 48.1]]]}")
                        .replace("name: {fr: Centre}\n", "name: {fr: Centre}\n    outline: " + SQUARE + "\n"))
                .isDone());

        assertEquals(2, drawn("contours-mal-joints").size());
    }

    @Test
    void aTinyNeighbourhoodBesideAHugeOneIsStillThere() {
        assertTrue(importing(
                        withOutline(
                                        "minuscule",
                                        "{type: Polygon, coordinates: [[[2.3, 48.3], [2.30001, 48.3], [2.30001, 48.30001], [2.3, 48.3]]]}")
                                .replace(
                                        "name: {fr: Centre}\n",
                                        "name: {fr: Centre}\n    outline: {type: Polygon, coordinates: [[[1, 47], [3, 47], [3, 48.2], [1, 47]]]}\n"))
                .isDone());

        assertTrue(drawn("minuscule").stream().allMatch(one -> one.getArea() > 0));
        assertEquals(2, drawn("minuscule").size());
    }

    private static double overlap(List<Geometry> drawn) {
        double overlap = 0;
        for (int i = 0; i < drawn.size(); i++) {
            for (int j = 0; j < i; j++) {
                overlap += drawn.get(i).intersection(drawn.get(j)).getArea();
            }
        }
        return overlap;
    }

    private static String withOutline(String slug, String outline) {
        return town(slug).replace(GARE, GARE + "    outline: " + outline + "\n");
    }

    private static List<Geometry> drawn(String contract) {
        List<Geometry> drawn = new ArrayList<>();
        for (String wkt : rows("""
                SELECT drawn FROM neighbourhood
                JOIN contract ON contract.id = neighbourhood.contract_id
                WHERE contract.slug = ? AND drawn IS NOT NULL
                ORDER BY neighbourhood.slug
                """, contract)) {
            try {
                drawn.add(new WKTReader(new GeometryFactory()).read(wkt));
            } catch (ParseException e) {
                throw new AssertionError(e);
            }
        }
        return drawn;
    }

    /** The line on which the neighbourhood begins, from 1. */
    private static int gare(String yaml) {
        return (int) yaml.substring(0, yaml.indexOf("  - slug: gare")).lines().count() + 1;
    }
}
