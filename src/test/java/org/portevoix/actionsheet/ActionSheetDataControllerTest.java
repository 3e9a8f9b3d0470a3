package org.portevoix.actionsheet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.portevoix.OpenDataSite.named;
import static org.portevoix.OpenDataSite.slugs;
import static org.portevoix.OpenDataSite.words;

import io.micronaut.json.tree.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.portevoix.OpenDataSite;

class ActionSheetDataControllerTest {
    private final OpenDataSite site = OpenDataSite.open();

    @Test
    void anActionTellsWhatItsPageTells() {
        site.imports(OpenDataSite.town("une-action"));
        JsonNode action = named(site.list("une-action/actions"), "plomb");
        assertEquals("logement", action.get("axis").getStringValue());
        assertEquals("air", action.get("theme").getStringValue());
        assertEquals("under_way", action.get("progress").getStringValue());
        assertTrue(action.get("outcome").isNull());
        assertEquals("proportionate", action.get("approach").getStringValue());
        assertEquals(List.of("centre", "gare"), words(action.get("neighbourhoods")));
        assertEquals("Ville", action.get("lead").getStringValue());
        JsonNode practical = action.get("practical");
        assertEquals("Le lundi, de 9 h à 12 h", practical.get("hours").getStringValue());
        assertTrue(practical.get("isFree").getBooleanValue());
        assertEquals("none", practical.get("appointment").getStringValue());
        assertTrue(practical.get("telephone").isNull());
        assertEquals(0, practical.get("languages").size());
        assertEquals("contributor", action.get("plan").get("level").getStringValue());
        assertEquals(5, action.get("plan").get("howMany").getIntValue());
    }

    @Test
    void onlyPublishedActionsAreThereOrNamed() {
        site.imports(OpenDataSite.town("action-brouillon"));
        OpenDataSite.change("""
                UPDATE action_sheet SET state = 'DRAFT'
                WHERE contract_id = (SELECT id FROM contract WHERE slug = 'action-brouillon')
                """);
        assertEquals(List.of(), site.list("action-brouillon/actions"));
        assertTrue(site.list("action-brouillon/events").getFirst().get("action").isNull());
        assertTrue(
                site.list("action-brouillon/followups").getFirst().get("action").isNull());
    }

    @Test
    void theyStandInTheContractsOwnOrder() {
        site.imports(OpenDataSite.sample("ordre-des-actions"));
        List<String> inTheFile = OpenDataSite.sample("x")
                .lines()
                .dropWhile(line -> !line.equals("actions:"))
                .skip(1)
                .takeWhile(line -> line.startsWith(" "))
                .filter(line -> line.startsWith("  - slug: "))
                .map(line -> line.substring("  - slug: ".length()))
                .toList();
        assertEquals(inTheFile, slugs(site.list("ordre-des-actions/actions")));
    }
}
