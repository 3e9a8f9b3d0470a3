package org.portevoix.volunteer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.portevoix.OpenDataSite.words;

import io.micronaut.json.tree.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.portevoix.OpenDataSite;

class MissionDataControllerTest {
    private final OpenDataSite site = OpenDataSite.open();

    @Test
    void aMissionTellsWhatItAsks() {
        site.imports(OpenDataSite.town("une-mission"));
        JsonNode mission = site.list("une-mission/missions").getFirst();
        assertEquals("interprete", mission.get("slug").getStringValue());
        assertEquals("interpreter", mission.get("kind").getStringValue());
        assertEquals("actor", mission.get("level").getStringValue());
        assertEquals("Une heure", mission.get("commitment").getStringValue());
        assertEquals(List.of("ar"), words(mission.get("languages")));
        assertTrue(mission.get("places").isNull());
        assertTrue(mission.get("action").isNull());
    }

    @Test
    void onlyPublishedMissionsAreThere() {
        site.imports(OpenDataSite.town("mission-brouillon"));
        OpenDataSite.change("""
                UPDATE mission SET state = 'DRAFT'
                WHERE contract_id = (SELECT id FROM contract WHERE slug = 'mission-brouillon')
                """);
        assertEquals(List.of(), site.list("mission-brouillon/missions"));
    }
}
