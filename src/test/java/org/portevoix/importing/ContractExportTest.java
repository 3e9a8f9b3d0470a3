package org.portevoix.importing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A contract read back is the file that would import it, and telling an item as it is changes nothing. */
class ContractExportTest extends ImportTest {
    private static final List<String> LISTS = List.of(
            "contract",
            "neighbourhoods",
            "priority_areas",
            "axes",
            "themes",
            "partners",
            "terms",
            "actions",
            "events",
            "consultations",
            "missions",
            "followups",
            "councils");

    @Inject
    ContractExport export;

    @Inject
    ContractItems items;

    @Test
    void theSampleReadBackIsImportedAgainWithoutAChange() {
        sample("lu-et-relu");

        ImportReport again = importing(export.yaml("lu-et-relu").orElseThrow());

        assertTrue(again.isDone(), () -> String.join("\n", again.lines()));
        assertEquals(List.of(), again.created());
        assertEquals(List.of(), again.updated());
    }

    @Test
    void theSampleReadBackMakesTheSameContractElsewhere() {
        sample("ici");
        String here = export.yaml("ici").orElseThrow();

        ImportReport elsewhere = importing(here.replaceFirst("slug: ici\n", "slug: ailleurs\n"));

        assertTrue(elsewhere.isDone(), () -> String.join("\n", elsewhere.lines()));
        assertEquals(here, export.yaml("ailleurs").orElseThrow().replaceFirst("slug: ailleurs\n", "slug: ici\n"));
    }

    @Test
    void whatIsReadBackHasEveryFieldOfTheFile() {
        String file =
                town("tout-lu").replace("{key: non, label: {fr: Non}}", "{key: non, label: {fr: Non}, distress: true}");
        assertTrue(importing(file).isDone());
        JsonNode written = parsed(file);
        JsonNode read = parsed(export.yaml("tout-lu").orElseThrow());

        Map<String, String> lacking = new TreeMap<>(leaves(written));
        assertTrue(leaves(written).keySet().stream().anyMatch(place -> place.endsWith("distress")));
        leaves(read).forEach((place, value) -> lacking.remove(place, value));
        // Days counted in weeks are told as the days that they are; spaces around texts are not kept.
        lacking.values().removeIf(value -> value.matches("W[+-][0-9]+ .*"));

        assertEquals(Map.of(), lacking);
    }

    @Test
    void tellingAnItemAsItIsChangesNothing() {
        sample("inchange");
        long contract = Long.parseLong(
                rows("SELECT id FROM contract WHERE slug = 'inchange'").getFirst());
        Map<String, String> before = counts();
        String told = export.yaml("inchange").orElseThrow();
        int seen = 0;

        for (String list : LISTS) {
            for (ContractItem item : items.all(contract, list)) {
                assertEquals(List.of(), items.faults(contract, list, item.slug(), item.body()), item.slug());
                assertEquals(List.of(), items.write(contract, list, item.body(), item.madeFrom()));
                seen++;
            }
        }

        assertTrue(seen > 60);
        assertEquals(told, export.yaml("inchange").orElseThrow());
        assertEquals(before, counts());
    }

    @Test
    void whatTheDeskChangedIsNotOverwrittenByALaterImport() {
        String file = town("bureau-garde");
        assertTrue(importing(file).isDone());
        long contract = Long.parseLong(
                rows("SELECT id FROM contract WHERE slug = 'bureau-garde'").getFirst());
        ContractItem item = items.find(contract, "actions", "plomb").orElseThrow();
        ObjectNode body = item.body().deepCopy();
        ((ObjectNode) body.path("title")).put("fr", "Un titre du bureau");
        assertEquals(List.of(), items.write(contract, "actions", body, item.madeFrom()));

        ImportReport report = importing(file);

        assertEquals(List.of("action/plomb: titre (fr) modifié au bureau"), report.refused());
        assertEquals("Un titre du bureau", body("action_sheet", "title_text", "bureau-garde", "plomb", "fr"));
    }

    @Test
    void theDeskEmptiesWhatItNoLongerTells() {
        assertTrue(importing(town("vider")).isDone());
        long contract = Long.parseLong(
                rows("SELECT id FROM contract WHERE slug = 'vider'").getFirst());
        ContractItem item = items.find(contract, "actions", "plomb").orElseThrow();
        assertTrue(item.body().has("neighbourhoods"));
        ObjectNode body = item.body().deepCopy();
        body.remove(List.of("neighbourhoods", "objectives", "indicators", "lead"));

        assertEquals(List.of(), items.write(contract, "actions", body, item.madeFrom()));

        assertEquals(
                body, items.find(contract, "actions", "plomb").orElseThrow().body());
    }

    private void sample(String slug) {
        String yaml = new String(resource("/sample/contract.yaml"), StandardCharsets.UTF_8)
                .replace("slug: bobigny\n", "slug: " + slug + "\n");
        ImportReport report = importing(yaml);
        assertTrue(report.isDone(), () -> String.join("\n", report.lines()));
    }

    private static JsonNode parsed(String yaml) {
        return Objects.requireNonNull(ContractReader.read(yaml.getBytes(StandardCharsets.UTF_8), new ArrayList<>()))
                .root();
    }

    private static Map<String, String> leaves(JsonNode node) {
        Map<String, String> leaves = new TreeMap<>();
        collect(node, "", leaves);
        return leaves;
    }

    private static void collect(JsonNode node, String place, Map<String, String> leaves) {
        if (node.isObject()) {
            node.properties().forEach(field -> collect(field.getValue(), place + "/" + field.getKey(), leaves));
        } else if (node.isArray()) {
            int i = 0;
            for (JsonNode item : node) {
                String name = item.path("slug").isString()
                        ? item.path("slug").stringValue()
                        : item.path("code").isString() ? item.path("code").stringValue() : String.valueOf(i);
                // Lists of slugs have no order of their own.
                collect(item, place + "/" + (item.isString() ? item.stringValue() : name), leaves);
                i++;
            }
        } else {
            leaves.put(
                    place,
                    node.isNumber()
                            ? node.decimalValue().stripTrailingZeros().toPlainString()
                            : node.asString().strip());
        }
    }
}
