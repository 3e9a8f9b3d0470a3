package org.portevoix.neighbourhood;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.ibm.icu.text.Collator;
import com.ibm.icu.util.ULocale;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.FormElement;
import org.junit.jupiter.api.Test;
import org.portevoix.TestTown;
import org.portevoix.TestVisitor;
import org.portevoix.importing.ContractImport;
import org.portevoix.importing.ImportReport;

/** Where: a map, the same neighbourhoods in a list, and what is on in each. */
class NeighbourhoodControllerTest {
    private static final String HERE = "/fr/" + TestTown.CONTRACT;
    private static final int MOST_BYTES = 14 * 1024;

    private final TestTown town = TestTown.open();
    private final TestVisitor visitor = town.visitor();

    @Test
    void theMapAndTheListHaveTheSameNeighbourhoodsByName() {
        for (String language : TestTown.LANGUAGES) {
            Document page = visitor.page("/" + language + "/" + TestTown.CONTRACT + "/quartiers");

            List<String> onTheMap = page.select("svg.map a").eachAttr("href");
            List<String> listed = page.select(".where li a").eachAttr("href");
            assertEquals(listed, onTheMap);
            assertEquals(4, new HashSet<>(listed).size());
            assertEquals(
                    page.select(".where li a").eachText(),
                    page.select("svg.map a").eachAttr("aria-label"));
            List<String> names = page.select(".where li a").stream()
                    .map(link -> link.text().replaceFirst("^[0-9]+ ", ""))
                    .toList();
            Collator alphabet = Collator.getInstance(ULocale.forLanguageTag(language));
            assertEquals(names.stream().sorted(alphabet::compare).toList(), names);
            assertTrue(page.select("svg.map > title").text().contains("Bobigny"));
        }
    }

    @Test
    void eachNeighbourhoodCountsWhatItsFilteredListsShow() {
        Document page = visitor.page(HERE + "/quartiers");
        for (Element place : page.select(".where li")) {
            String slug = place.select("a").attr("href").replaceFirst(".*/", "");
            int sessions = all(HERE + "/agenda?quartier=" + slug);
            int actions = all(HERE + "/actions?quartier=" + slug);
            assertTrue(sessions > 0 && actions > 0, slug);
            assertEquals(
                    sessions + " dates à venir · " + actions + " actions",
                    place.select("small").text());

            Document own = visitor.page(HERE + "/quartiers/" + slug);

            List<String> links = TestTown.links(own);
            assertTrue(links.contains(HERE + "/agenda?quartier=" + slug), links.toString());
            assertTrue(links.contains(HERE + "/actions?quartier=" + slug), links.toString());
            assertTrue(own.select("main .session").size() >= Math.min(4, sessions), slug);
            assertTrue(visitor.page(HERE + "/agenda?quartier=" + slug)
                    .select(".session a")
                    .eachAttr("href")
                    .containsAll(own.select(".session a").eachAttr("href")));
        }
    }

    @Test
    void aNeighbourhoodNamesItsCouncils() {
        assertTrue(TestTown.links(visitor.page(HERE + "/quartiers/courtillieres"))
                .contains(HERE + "/conseils/conseil-citoyen-courtillieres"));
        assertFalse(visitor.page(HERE + "/quartiers/centre-prefecture")
                .select("main")
                .html()
                .contains("conseil-citoyen-courtillieres"));
    }

    @Test
    void nothingSaysPriorityNorRanks() {
        String words = visitor.page(HERE + "/quartiers").text()
                + visitor.page(HERE + "/quartiers/courtillieres").text();

        assertFalse(words.toLowerCase(Locale.ROOT).matches("(?s).*(priorit|qpv|besoin|population).*"), words);
    }

    @Test
    void homeAgendaAndActionsLeadToTheMapAndTheSourceOfItsOutlinesIsTold() {
        for (String page : List.of("", "/agenda", "/actions")) {
            assertTrue(TestTown.links(visitor.page(HERE + page)).contains(HERE + "/quartiers"), page);
        }
        Element source = visitor.page("/ar/" + TestTown.CONTRACT + "/quartiers")
                .select(".where .hint span")
                .getFirst();
        assertEquals("fr", source.attr("lang"));
        assertTrue(source.text().contains("Licence Ouverte"));
    }

    @Test
    void withoutOutlinesTheListSaysItAll() {
        String contract = town.smallTown("sans-contours");

        Document page = visitor.page("/fr/" + contract + "/quartiers");

        assertEquals(0, page.select("svg.map").size());
        assertEquals(List.of("Centre", "La Gare"), page.select("main li a").eachText());
        assertEquals(200, visitor.get("/ar/" + contract + "/quartiers/gare").status());
    }

    @Test
    void aNeighbourhoodThatIsNotThereIsNotFound() {
        assertEquals(404, visitor.get(HERE + "/quartiers/nulle-part").status());
        assertEquals(404, visitor.get(HERE + "/quartiers/autre-ville").status());
        assertEquals(404, visitor.get(HERE + "/quartiers/%3Csvg%3E").status());
    }

    @Test
    void aTerritoryOfManyVillagesStaysLightAndOneOfTooManyIsAListAlone() throws IOException {
        for (int count : List.of(60, 90, 298)) {
            String slug = "villages-" + count;
            imports(slug, villages(slug, count));
            for (String language : TestTown.LANGUAGES) {
                TestVisitor.Answer answer =
                        visitor.get("/" + language + "/" + slug + "/quartiers", "Accept-Encoding", "gzip");
                System.out.println(count + " villages, " + language + ": " + answer.weight() + " bytes");
                assertEquals(count + 2, answer.page().select("main li").size());
                assertEquals(
                        count > 90 ? 0 : count,
                        answer.page().select("svg.map a").size());
                assertTrue(answer.weight() <= MOST_BYTES, language + ": " + answer.weight());
            }
        }
    }

    @Test
    void theDeskPastesAnOutlineAndIsToldWhatIsWrongWithIt() {
        String contract = town.smallTown("contour-au-bureau");
        TestVisitor desk = town.coordinator(contract).desk();
        String item = "/equipe/" + contract + "/contenus/quartiers/gare";
        assertEquals(
                0,
                visitor.page("/fr/" + contract + "/quartiers").select("svg.map").size());
        String ring = "[[2.1, 48.1], [2.2, 48.1], [2.2, 48.2], [2.1, 48.1]]";

        for (Map.Entry<String, String> wrong : Map.of(
                        "{\"type\": \"Polygon\", \"coordinates\": [[[2.1, 48.1], [2.2, 48.1], [2.2, 48.2]]]}",
                        "au moins 4 points",
                        "{\"type\": \"Polygon\", \"coordinates\": [[[1e999999999, 48.1]]]}",
                        "GeoJSON",
                        "<svg onload=alert(1)>",
                        "GeoJSON",
                        "[".repeat(20_000),
                        "GeoJSON")
                .entrySet()) {
            TestVisitor.Answer refused = send(desk, item, Map.of("outline", wrong.getKey()));
            assertEquals(422, refused.status());
            assertTrue(
                    refused.page().select("#c-outline-e").text().contains(wrong.getValue()),
                    refused.page().select(".summary").text());
            assertFalse(refused.page().select("#c-outline").text().isEmpty());
        }
        TestVisitor.Answer done = send(
                desk,
                item,
                Map.of(
                        "outline",
                        "{\"type\": \"FeatureCollection\", \"features\": [{\"type\": \"Feature\", \"properties\": {\"nom\": \"Gare\"}, "
                                + "\"geometry\": {\"type\": \"Polygon\", \"coordinates\": [" + ring + "]}}]}",
                        "outline_source",
                        "Dessiné par <b>nous</b>"));
        assertEquals(303, done.status(), done.page().select(".summary").text());

        Document map = visitor.page("/fr/" + contract + "/quartiers");
        assertEquals(List.of("La Gare"), map.select("svg.map a text").eachText());
        assertEquals(List.of("Centre", "La Gare"), map.select(".where li a").eachText());
        assertTrue(map.select(".hint").text().contains("Dessiné par <b>nous</b>"));
        assertEquals(
                "{\"type\":\"Polygon\",\"coordinates\":[" + ring.replace(" ", "") + "]}",
                desk.page(item).select("#c-outline").text());
        assertTrue(desk.page(item + "/historique").text().contains("Contour sur la carte"));

        assertEquals(
                303,
                send(desk, item, Map.of("outline", "", "outline_source", "")).status());
        assertEquals(
                0,
                visitor.page("/fr/" + contract + "/quartiers").select("svg.map").size());
    }

    private static TestVisitor.Answer send(TestVisitor desk, String address, Map<String, String> typed) {
        FormElement form =
                (FormElement) desk.page(address).select("form:has(#c-outline)").getFirst();
        Map<String, String> fields = new TreeMap<>();
        form.formData().forEach(field -> fields.put(field.key(), field.value()));
        fields.putAll(typed);
        return desk.post(form.attr("action").isEmpty() ? address : form.attr("action"), fields);
    }

    /** How many cards all the pages of a list have together. */
    private int all(String address) {
        int found = 0;
        for (int page = 1; page < 20; page++) {
            TestVisitor.Answer answer = visitor.get(address + "&page=" + page);
            if (answer.status() != 200) {
                break;
            }
            int here = answer.page().select("main .cards > li").size();
            found += here;
            if (here < 10) {
                break;
            }
        }
        return found;
    }

    private void imports(String slug, String yaml) {
        ImportReport report = town.bean(ContractImport.class)
                .importFile(slug + ".yaml", yaml.getBytes(StandardCharsets.UTF_8), false);
        assertTrue(report.isDone(), () -> String.join("\n", report.lines()));
    }

    /** The small town, and around it so many villages with crooked borders and names of their own. */
    private static String villages(String slug, int count) throws IOException {
        Random random = new Random(7);
        String syllables = "bo ca dre fon gui la mer nor pui ro sa tou val ver xan cour ";
        List<String> parts = List.of(syllables.split(" "));
        StringBuilder villages = new StringBuilder();
        int across = 8;
        for (int i = 0; i < count; i++) {
            String name = "Saint-" + capital(parts, random) + "-"
                    + List.of("sur", "en", "lès").get(random.nextInt(3)) + "-" + capital(parts, random);
            villages.append("  - slug: village-")
                    .append(i)
                    .append("-")
                    .append(name.toLowerCase(Locale.ROOT).replace('è', 'e'));
            villages.append("\n    name: {fr: ").append(name).append("}\n    outline: {type: Polygon, coordinates: [[");
            int x = i % across;
            int y = i / across;
            StringBuilder ring = new StringBuilder();
            for (int k = 0; k < 40; k++) {
                int side = k / 10;
                double along = k % 10 / 10.0;
                double px = side == 0 ? x + along : side == 1 ? x + 1 : side == 2 ? x + 1 - along : x;
                double py = side == 0 ? y : side == 1 ? y + along : side == 2 ? y + 1 : y + 1 - along;
                ring.append(point(px, py)).append(", ");
            }
            villages.append(ring).append(point(x, y)).append("]]}\n");
        }
        return Files.readString(Path.of("src/test/resources/importing/town.yaml"))
                .replace("slug: petite-ville\n", "slug: " + slug + "\n")
                .replace("    name: {fr: La Gare}\n", "    name: {fr: La Gare}\n" + villages);
    }

    private static String capital(List<String> parts, Random random) {
        String word = parts.get(random.nextInt(parts.size())) + parts.get(random.nextInt(parts.size()));
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }

    /** The same crook for the same place, so that neighbours keep one border. */
    private static String point(double x, double y) {
        double crook = Math.sin(x * 12.9 + y * 78.2) * 0.004;
        return String.format(Locale.ROOT, "[%.5f, %.5f]", 2 + x * 0.05 + crook, 47 + y * 0.05 - crook);
    }
}
