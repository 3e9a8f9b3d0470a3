package org.portevoix.event;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.portevoix.OpenDataSite.named;
import static org.portevoix.OpenDataSite.slugs;

import io.micronaut.json.tree.JsonNode;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.portevoix.OpenDataSite;

class EventDataControllerTest {
    private final OpenDataSite site = OpenDataSite.open();

    @Test
    void anEventGivesThePlacesOfItsNextSession() {
        site.imports(OpenDataSite.town("seances").replace("""
                      - {day: W+1 thursday, from: "18:00", until: "20:00"}
                      - {day: 2027-07-14, from: "10:00", until: "12:00", places: 20}
                """, """
                      - {day: W-1 thursday, from: "18:00", until: "20:00", places: 1}
                      - {day: W+1 thursday, from: "18:00", until: "20:00", places: 2, state: cancelled, reason: {fr: Neige}}
                      - {day: W+2 thursday, from: "18:00", until: "20:00", places: 3}
                      - {day: W+3 thursday, from: "18:00", until: "20:00"}
                """));
        JsonNode event = named(site.list("seances/events"), "forum");
        assertEquals("forum", event.get("kind").getStringValue());
        assertEquals("spectator", event.get("level").getStringValue());
        assertEquals("plomb", event.get("action").getStringValue());
        assertEquals("La mairie", event.get("place").getStringValue());
        assertTrue(event.get("isFree").getBooleanValue());
        assertEquals(3, event.get("places").getIntValue());
        JsonNode sessions = event.get("sessions");
        assertEquals(4, sessions.size());
        assertEquals(sessions.get(2).get("start"), event.get("start"));
        assertEquals(sessions.get(2).get("end"), event.get("end"));
        assertEquals("cancelled", sessions.get(1).get("state").getStringValue());
        assertEquals("Neige", sessions.get(1).get("reason").getStringValue());
        assertTrue(sessions.get(3).get("places").isNull());
        String start = event.get("start").getStringValue();
        assertTrue(start.matches("\\d{4}-\\d\\d-\\d\\dT18:00:00\\+0[12]:00"), start);
        assertTrue(OffsetDateTime.parse(start).toInstant().isAfter(Instant.now()));
        assertEquals(start.substring(0, 10), sessions.get(2).get("day").getStringValue());
    }

    @Test
    void theSoonestComesFirstAndWhatIsOverLast() {
        String forum = """
                  - slug: %s
                    kind: forum
                    title: {fr: Forum}
                    summary: {fr: Venez.}
                    place: {fr: La mairie}
                    free: true
                    sessions:
                      - {day: %s thursday, from: "10:00", until: "11:00"}
                """;
        site.imports(OpenDataSite.town("ordre-des-dates")
                .replace(
                        "consultations:\n",
                        forum.formatted("passe", "W-2") + forum.formatted("loin", "W+5")
                                + forum.formatted("pres", "W+1") + "consultations:\n"));
        List<JsonNode> events = site.list("ordre-des-dates/events");
        assertEquals(List.of("pres", "forum", "loin", "passe"), slugs(events));
        assertTrue(events.getLast().get("start").isNull());
        assertEquals(1, events.getLast().get("sessions").size());
    }

    @Test
    void sensitiveEventsAreLeftOut() {
        site.imports(OpenDataSite.sample("sensible"));
        List<JsonNode> events = site.list("sensible/events");
        assertFalse(slugs(events).contains("groupe-entre-femmes"));
        assertFalse(events.toString().contains("groupe-entre-femmes"));
        assertTrue(events.size() > 3);
    }

    @Test
    void onlyPublishedEventsAreThere() {
        site.imports(OpenDataSite.town("date-brouillon"));
        OpenDataSite.change("""
                UPDATE event SET state = 'DRAFT'
                WHERE contract_id = (SELECT id FROM contract WHERE slug = 'date-brouillon')
                """);
        assertEquals(List.of(), site.list("date-brouillon/events"));
    }
}
