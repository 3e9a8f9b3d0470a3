package org.portevoix.event;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import biweekly.Biweekly;
import biweekly.ICalVersion;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.portevoix.OpenDataSite;
import org.portevoix.StrictCalendar;

class AgendaFeedControllerTest {
    private static final String SESSIONS = """
                  - {day: W+1 thursday, from: "18:00", until: "20:00"}
                  - {day: 2027-07-14, from: "10:00", until: "12:00", places: 20}
            """;

    private final OpenDataSite site = OpenDataSite.open();

    @Test
    void theFeedHoldsTheSessionsToCome() {
        site.imports(OpenDataSite.town("calendrier").replace(SESSIONS, """
                      - {day: W-1 thursday, from: "18:00", until: "20:00"}
                      - {day: 2099-07-14, from: "10:00", until: "12:00"}
                      - {day: 2099-12-14, from: "10:00", until: "12:00", state: cancelled, reason: {fr: Neige}}
                """));
        ICalendar calendar = calendar("/fr/calendrier/agenda.ics");
        assertEquals(2, calendar.getEvents().size());
        VEvent summer = calendar.getEvents().getFirst();
        assertEquals("2099-07-14.forum.calendrier@porte-voix", summer.getUid().getValue());
        assertEquals("Forum", summer.getSummary().getValue());
        assertEquals("fr", summer.getSummary().getLanguage());
        assertEquals("La mairie", summer.getLocation().getValue());
        assertEquals(
                "2099-07-14T08:00:00Z",
                summer.getDateStart().getValue().toInstant().toString());
        assertEquals(
                "2099-07-14T10:00:00Z",
                summer.getDateEnd().getValue().toInstant().toString());
        assertEquals(0, summer.getSequence().getValue());
        assertTrue(summer.getStatus().isConfirmed());
        assertEquals(
                OpenDataSite.ADDRESS + "/fr/calendrier/agenda/forum/2099-07-14",
                summer.getUrl().getValue());
        VEvent winter = calendar.getEvents().getLast();
        assertTrue(winter.getStatus().isCancelled());
        assertEquals(0, winter.getSequence().getValue());
        assertEquals("Annulé\n\nNeige\n\nVenez.", winter.getDescription().getValue());
    }

    @Test
    void anEventHasItsOwnCalendarAndItsPageLinksToIt() {
        site.imports(OpenDataSite.town("un-seul"));
        assertEquals(
                List.of("Forum", "Forum"),
                calendar("/ar/un-seul/agenda/forum.ics").getEvents().stream()
                        .map(event -> event.getSummary().getValue())
                        .toList());
        assertTrue(site.get("/ar/un-seul/agenda/forum").body().contains("\"/ar/un-seul/agenda/forum.ics\""));
        assertTrue(site.get("/ar/un-seul/agenda").body().contains("\"/ar/un-seul/agenda.ics\""));
        assertEquals(404, site.get("/fr/un-seul/agenda/rien.ics").statusCode());
        assertEquals(404, site.get("/fr/nulle-part/agenda.ics").statusCode());
        assertEquals(404, site.get("/zz/un-seul/agenda.ics").statusCode());
    }

    @Test
    void sensitiveEventsAreInNoCalendar() {
        site.imports(OpenDataSite.sample("calendrier-sensible"));
        assertFalse(site.get("/fr/calendrier-sensible/agenda.ics").body().contains("groupe-entre-femmes"));
        assertEquals(
                404,
                site.get("/fr/calendrier-sensible/agenda/groupe-entre-femmes.ics")
                        .statusCode());
        HttpResponse<String> page = site.get("/fr/calendrier-sensible/agenda/groupe-entre-femmes");
        assertEquals(200, page.statusCode());
        assertFalse(page.body().contains(".ics"));
    }

    @Test
    void everyLineOfTheSampleIsAsTheStandardAsks() {
        site.imports(OpenDataSite.sample("lignes"));
        for (String lang : List.of("fr", "ar", "en")) {
            assertTrue(calendar("/" + lang + "/lignes/agenda.ics").getEvents().size() > 3);
        }
    }

    @Test
    void whatIsWrittenInATextStaysText() {
        site.imports(OpenDataSite.town("echappe").replace("summary: {fr: Venez.}", """
                summary:
                      fr: |-
                        Thé, café ; gâteaux\\biscuits :
                        BEGIN:VALARM

                        Venez."""));
        ICalendar calendar = calendar("/fr/echappe/agenda.ics");
        VEvent event = calendar.getEvents().getFirst();
        assertEquals(
                "Thé, café ; gâteaux\\biscuits :\nBEGIN:VALARM\n\nVenez.",
                event.getDescription().getValue());
        assertTrue(event.getAlarms().isEmpty());
    }

    @Test
    void anAgendaWithoutASessionIsStillACalendar() {
        site.imports(OpenDataSite.town("vide-calendrier"));
        OpenDataSite.change("""
                UPDATE event SET state = 'DRAFT'
                WHERE contract_id = (SELECT id FROM contract WHERE slug = 'vide-calendrier')
                """);
        String text = site.get("/fr/vide-calendrier/agenda.ics").body();
        assertTrue(text.contains("BEGIN:VTIMEZONE\r\n"), text);
        assertEquals(List.of(), Biweekly.parse(text).first().getEvents());
    }

    /** Read as a calendar would, and checked line by line (RFC 5545, 3.1). */
    private ICalendar calendar(String path) {
        HttpResponse<String> answer = site.get(path);
        assertEquals(200, answer.statusCode());
        assertEquals(
                "text/calendar;charset=utf-8",
                answer.headers().firstValue("Content-Type").orElse(""));
        String text = answer.body();
        assertTrue(text.endsWith("END:VCALENDAR\r\n"));
        assertFalse(text.replace("\r\n", "").contains("\n"));
        assertFalse(text.replace("\r\n", "").contains("\r"));
        for (String line : text.split("\r\n")) {
            assertTrue(line.getBytes(StandardCharsets.UTF_8).length <= 75, line);
        }
        ICalendar calendar = Biweekly.parse(text).first();
        assertEquals(calendar.getEvents().size(), StrictCalendar.events(text).size());
        assertTrue(
                calendar.validate(ICalVersion.V2_0).isEmpty(),
                () -> calendar.validate(ICalVersion.V2_0).toString());
        return calendar;
    }
}
