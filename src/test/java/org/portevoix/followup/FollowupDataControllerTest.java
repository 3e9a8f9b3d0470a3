package org.portevoix.followup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.portevoix.OpenDataSite.slugs;

import io.micronaut.json.tree.JsonNode;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.portevoix.OpenDataSite;

class FollowupDataControllerTest {
    private final OpenDataSite site = OpenDataSite.open();

    @Test
    void theLatestDecisionComesFirst() {
        site.imports(OpenDataSite.town("une-suite") + """
                  - slug: bancs
                    said: {fr: Il faut des bancs. Et de l’ombre.}
                    decision: partly
                    decided: {fr: Deux bancs.}
                    decided_on: W-1 monday
                    done: {fr: Ils y sont.}
                    done_on: W-1 friday
                """);
        List<JsonNode> followups = site.list("une-suite/followups");
        assertEquals(List.of("bancs", "horaires"), slugs(followups));
        JsonNode benches = followups.getFirst();
        assertEquals("Il faut des bancs.", benches.get("title").getStringValue());
        assertEquals("Il faut des bancs. Et de l’ombre.", benches.get("said").getStringValue());
        assertEquals("partly", benches.get("decision").getStringValue());
        LocalDate decided = LocalDate.parse(benches.get("decidedOn").getStringValue());
        assertEquals(decided.plusDays(4).toString(), benches.get("doneOn").getStringValue());
        JsonNode hours = followups.getLast();
        assertEquals("plomb", hours.get("action").getStringValue());
        assertTrue(hours.get("done").isNull());
        assertTrue(hours.get("doneOn").isNull());
    }
}
