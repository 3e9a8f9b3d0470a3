package org.portevoix.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.portevoix.TestTown;
import org.portevoix.TestTown.Coordinator;
import org.portevoix.TestVisitor;

/** Calendars of others come in as drafts, shown first, once; what is broken or hostile brings nothing. */
class CalendarImportTest {
    private final TestTown town = TestTown.open();
    private final LocalDate soon = LocalDate.now(town.clock()).plusDays(12);

    @Test
    void eventsOfACalendarAreShownThenBecomeDraftsAndNeverTwo() {
        Desk desk = desk("import-ics");
        String file = calendar(
                event("a@x", "Atelier\\, nutrition", day(soon) + "T180000", day(soon) + "T193000", ""),
                event(
                        "b@x",
                        "Marche",
                        day(soon) + "T080000Z",
                        day(soon) + "T090000Z",
                        "RRULE:FREQ=WEEKLY;COUNT=4\r\nEXDATE:" + day(soon.plusWeeks(1)) + "T080000Z\r\n"),
                event("c@x", "Sans fin", day(soon) + "T180000", day(soon) + "T190000", "RRULE:FREQ=DAILY\r\n"),
                event("d@x", "Balise <script>alert(1)</script>", day(soon) + "T180000", day(soon) + "T190000", ""),
                event("e@x", "Passé", "20200101T180000", "20200101T190000", ""));
        Document preview = desk.preview(file);
        assertEquals(
                List.of("Nouveau brouillon", "Nouveau brouillon", "Refusé", "Refusé", "Refusé"),
                preview.select("tbody td b").eachText());
        assertTrue(preview.text().contains("Il se répète sans fin"));
        assertTrue(preview.text().contains("HTML"), preview.text());
        assertTrue(preview.text().contains("Il est passé"));
        assertEquals(1, desk.events(), "nothing is kept before it is confirmed");

        assertEquals(303, desk.keep(preview).status());
        assertEquals(404, desk.keep(preview).status(), "once");
        assertEquals(3, desk.events());
        assertEquals(List.of("atelier-nutrition DRAFT 1", "marche DRAFT 3"), desk.drafts());
        assertEquals(404, town.visitor().get("/fr/import-ics/agenda/marche").status());

        Document again = desk.preview(file);
        assertTrue(again.text().contains("Il n’y a rien à importer"));
        Document changed = desk.preview(file.replace("Marche", "Marche du parc"));
        assertEquals("Le brouillon change", changed.select("tbody td b").get(1).text());
        desk.keep(changed);
        assertEquals(3, desk.events());
        assertTrue(TestTown.rows("SELECT body FROM paragraph WHERE body = 'Marche du parc'")
                        .size()
                == 1);
    }

    @Test
    void whatTheTeamChangedOrPublishedSinceIsLeftAlone() {
        Desk desk = desk("import-garde");
        String file =
                calendar(event("a@y", "Atelier", day(soon) + "T180000", day(soon) + "T193000", "LOCATION:Mairie\r\n"));
        desk.keep(desk.preview(file));
        TestTown.update("""
                UPDATE event SET state = 'PUBLISHED' WHERE slug = 'atelier'
                AND contract_id = (SELECT id FROM contract WHERE slug = 'import-garde')
                """);
        Document changed = desk.preview(file.replace("SUMMARY:Atelier", "SUMMARY:Autre chose"));
        assertTrue(changed.text().contains("Il est déjà là, et quelqu’un l’a changé ou publié ici"), changed.text());
        assertTrue(changed.select("form[action*=import]").isEmpty());
    }

    @Test
    void exportOfOpenAgendaIsReadWithItsTimingsItsPlaceAndItsAccess() {
        Desk desk = desk("import-openagenda");
        String file = """
                {"total": 4, "events": [
                 {"uid": 71, "title": {"fr": "Forum des droits", "en": "Rights forum"}, "description": {"fr": "Venez."},
                  "conditions": {"fr": "Gratuit, sur inscription"}, "accessibility": {"mi": true, "hi": false},
                  "location": {"name": "Salle Pleyel", "address": "3 rue X", "postalCode": "93000", "city": "Bobigny"},
                  "registration": [{"type": "phone", "value": "01 99 00 00 01"}], "status": 1, "state": 2,
                  "timings": [{"begin": "%1$sT09:00:00.000+01:00", "end": "%1$sT12:00:00.000+01:00"},
                              {"begin": "%1$sT14:00:00.000+01:00", "end": "%1$sT17:00:00.000+01:00"}]},
                 {"uid": 72, "title": {"fr": "Annulé"}, "status": 6,
                  "timings": [{"begin": "%1$sT09:00:00+01:00", "end": "%1$sT12:00:00+01:00"}]},
                 {"uid": 73, "title": "Nuit", "timings": [{"begin": "%1$sT20:00:00+01:00", "end": "%2$sT02:00:00+01:00"}]},
                 {"uid": 74, "title": {"en": "Only English"},
                  "timings": [{"begin": "%1$sT09:00:00+01:00", "end": "%1$sT12:00:00+01:00"}]}
                ]}""".formatted(soon, soon.plusDays(1));
        Document preview = desk.preview(file);
        assertEquals(
                List.of("Nouveau brouillon", "Refusé", "Refusé", "Refusé"),
                preview.select("tbody td b").eachText());
        desk.keep(preview);
        assertEquals(List.of("1 1 3 rue X, 93000 Bobigny 01 99 00 00 01 08:00:00"), TestTown.rows("""
                SELECT e.is_free, e.is_step_free, e.address, e.telephone,
                       TIME_FORMAT(TIMEDIFF(s.ends_at, s.starts_at), '%H:%i:%s')
                FROM event e JOIN event_session s ON s.event_id = e.id JOIN contract c ON c.id = e.contract_id
                WHERE c.slug = 'import-openagenda' AND e.slug = 'forum-des-droits'
                """));
    }

    @Test
    void hostileAndBrokenFilesSayWhatIsWrongAndBringNothing() throws IOException {
        Desk desk = desk("import-hostile");
        String good = calendar(event("a@z", "Atelier", day(soon) + "T180000", day(soon) + "T193000", ""));
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("Choisissez un fichier", new byte[0]);
        files.put("trop gros", ("BEGIN:VCALENDAR\r\n" + "X-A:b\r\n".repeat(90_000)).getBytes(StandardCharsets.UTF_8));
        files.put("est compressé", zip(good));
        files.put("Ce fichier est compressé", gzip(good));
        files.put("n’est pas en UTF-8", good.replace("Atelier", "Été").getBytes(StandardCharsets.ISO_8859_1));
        files.put("en UTF-8. Exportez-le", good.getBytes(StandardCharsets.UTF_16));
        files.put(
                "caractère interdit, ligne 5",
                good.replace("Atelier", "At\u0000elier").getBytes(StandardCharsets.UTF_8));
        files.put("ni un calendrier", "<html>BEGIN:VCALENDAR</html>".getBytes(StandardCharsets.UTF_8));
        files.put("ni un export", "{\"evenements\": []}".getBytes(StandardCharsets.UTF_8));
        files.put(
                "La ligne 5 n’est pas lisible",
                good.replace("SUMMARY:", "SUMMARY ").getBytes(StandardCharsets.UTF_8));
        files.put("La ligne 1 n’est pas", "{\"events\": [{]}".getBytes(StandardCharsets.UTF_8));
        files.put("La ligne", ("[".repeat(5_000)).getBytes(StandardCharsets.UTF_8));
        files.put("il manque sa fin", good.replace("END:VCALENDAR\r\n", "").getBytes(StandardCharsets.UTF_8));
        files.put("n’est pas lisible", good.replace("END:VEVENT\r\n", "").getBytes(StandardCharsets.UTF_8));
        files.put(
                "trop d’événements",
                calendar(event("n@z", "N", day(soon) + "T180000", day(soon) + "T190000", "")
                                .repeat(201))
                        .getBytes(StandardCharsets.UTF_8));
        files.put(
                "aucun événement",
                "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nEND:VCALENDAR\r\n".getBytes(StandardCharsets.UTF_8));
        files.forEach((message, file) -> {
            TestVisitor.Answer answer = desk.give(file);
            assertEquals(422, answer.status(), message);
            assertTrue(
                    answer.page().select("[role=alert]").text().contains(message),
                    message + ": " + answer.page().text());
        });
        TestVisitor.Answer huge = desk.give(new byte[3 * 1024 * 1024]);
        assertTrue(huge.status() == 413 || huge.status() == 422, "" + huge.status());
        assertEquals(1, desk.events());
        assertEquals(List.of("0"), TestTown.rows("""
                SELECT COUNT(*) FROM calendar_upload u JOIN contract c ON c.id = u.contract_id
                WHERE c.slug = 'import-hostile'
                """));
    }

    @Test
    void eventThatCannotBeHeldHereIsRefusedWithItsReason() {
        Desk desk = desk("import-refus");
        String at = day(soon) + "T180000";
        String end = day(soon) + "T190000";
        String file = calendar(
                event("1", "Illisible", "20261399T180000", end, ""),
                event("2", "Chaque seconde", at, end, "RRULE:FREQ=SECONDLY;COUNT=9\r\n"),
                event("3", "Jamais", at, end, "RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30;COUNT=5\r\n"),
                event("4", "Trop", at, end, "RRULE:FREQ=DAILY;COUNT=50000\r\n"),
                event("5", "Mille ans", at, end, "RRULE:FREQ=DAILY;UNTIL=30000101T000000Z\r\n"),
                event("6", "Compliqué", at, end, "RRULE:FREQ=MONTHLY;BYSETPOS=-1;BYDAY=MO;COUNT=3\r\n"),
                event("7", "À l’envers", end, at, ""),
                event("8", "Annulé", at, end, "STATUS:CANCELLED\r\n"),
                event("9", "Deux fois", at, end, ""),
                event("9", "Deux fois", at, end, ""),
                event("10", "", at, end, ""),
                event("", "Sans nom", at, end, ""),
                event("12", "T".repeat(201), at, end, ""),
                "BEGIN:VEVENT\r\nUID:13\r\nDTSTAMP:20260101T000000Z\r\nDTSTART;VALUE=DATE:" + day(soon)
                        + "\r\nSUMMARY:Journée\r\nEND:VEVENT\r\n");
        Document preview = desk.preview(file);
        List<String> states = preview.select("tbody td b").eachText();
        assertEquals(14, states.size());
        assertEquals(1, states.stream().filter("Nouveau brouillon"::equals).count(), preview.text());
        assertEquals("Nouveau brouillon", states.get(8));
        for (String reason : List.of(
                "Sa date n’est pas lisible",
                "règle de répétition est trop particulière",
                "trop de dates",
                "Son heure de fin",
                "Il est annulé",
                "deux fois le même identifiant",
                "Il n’a pas de titre",
                "Il n’a pas d’identifiant",
                "Son titre est trop long",
                "toute la journée")) {
            assertTrue(preview.text().contains(reason), reason);
        }
    }

    @Test
    void dayOfARepetitionThatIsToldApartIsMovedOrGone() {
        Desk desk = desk("import-exceptions");
        String at = day(soon) + "T180000";
        String file = calendar(
                event("r@x", "Cours", at, day(soon) + "T190000", "RRULE:FREQ=WEEKLY;COUNT=3\r\n"),
                event(
                        "r@x",
                        "Cours",
                        day(soon.plusWeeks(1).plusDays(1)) + "T100000",
                        day(soon.plusWeeks(1).plusDays(1)) + "T110000",
                        "RECURRENCE-ID:" + day(soon.plusWeeks(1)) + "T180000\r\n"),
                event(
                        "r@x",
                        "Cours",
                        day(soon.plusWeeks(2)) + "T180000",
                        day(soon.plusWeeks(2)) + "T190000",
                        "RECURRENCE-ID:" + day(soon.plusWeeks(2)) + "T180000\r\nSTATUS:CANCELLED\r\n"));
        desk.keep(desk.preview(file));
        assertEquals(List.of(soon.toString(), soon.plusWeeks(1).plusDays(1).toString()), TestTown.rows("""
                        SELECT s.day FROM event e JOIN event_session s ON s.event_id = e.id
                        JOIN contract c ON c.id = e.contract_id
                        WHERE c.slug = 'import-exceptions' AND e.slug = 'cours' ORDER BY s.day
                        """));
    }

    @Test
    void fileIsOnlyForWhoGaveItWithTheDesksOwnForm() {
        Desk desk = desk("import-autrui");
        String good = calendar(event("a@w", "Atelier", day(soon) + "T180000", day(soon) + "T193000", ""));
        TestVisitor.Answer forged = desk.coordinator
                .desk()
                .upload(desk.address(), Map.of("csrf", "faux"), "file", "a.ics", good.getBytes(StandardCharsets.UTF_8));
        assertEquals(403, forged.status());
        String preview = desk.give(good.getBytes(StandardCharsets.UTF_8)).location();
        Desk other = desk("import-voisin");
        assertEquals(
                404,
                other.coordinator
                        .desk()
                        .get(preview.replace("autrui", "voisin"))
                        .status());
        assertFalse(town.visitor().get(preview).status() == 200);
    }

    private Desk desk(String contract) {
        return new Desk(town.coordinator(town.smallTown(contract)), contract);
    }

    private static String day(LocalDate day) {
        return DateTimeFormatter.BASIC_ISO_DATE.format(day);
    }

    private static String calendar(String... events) {
        return "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//X//FR\r\n" + String.join("", events) + "END:VCALENDAR\r\n";
    }

    private static String event(String uid, String title, String start, String end, String more) {
        return "BEGIN:VEVENT\r\nSUMMARY:" + title + "\r\nUID:" + uid + "\r\nDTSTAMP:20260101T000000Z\r\nDTSTART:"
                + start + "\r\nDTEND:" + end + "\r\n" + more + "END:VEVENT\r\n";
    }

    private static byte[] zip(String text) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("a.ics"));
            zip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return out.toByteArray();
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(out)) {
            zip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return out.toByteArray();
    }

    /** A coordinator before the page of imports. */
    private record Desk(Coordinator coordinator, String contract) {

        String address() {
            return "/equipe/" + contract + "/agenda/import";
        }

        TestVisitor.Answer give(byte[] file) {
            return coordinator
                    .desk()
                    .upload(address(), Map.of("csrf", csrf(), "kind", "workshop"), "file", "a.ics", file);
        }

        Document preview(String file) {
            TestVisitor.Answer given = give(file.getBytes(StandardCharsets.UTF_8));
            if (given.status() != 303) {
                throw new AssertionError(given.status() + " " + given.page().text());
            }
            return coordinator.desk().page(given.location());
        }

        TestVisitor.Answer keep(Document preview) {
            return coordinator
                    .desk()
                    .post(preview.select("form[action*=import]").attr("action"), Map.of("csrf", csrf()));
        }

        private String csrf() {
            return coordinator.desk().page(address()).select("input[name=csrf]").attr("value");
        }

        int events() {
            return Integer.parseInt(TestTown.rows("""
                    SELECT COUNT(*) FROM event e JOIN contract c ON c.id = e.contract_id WHERE c.slug = ?
                    """, contract).getFirst());
        }

        List<String> drafts() {
            return TestTown.rows("""
                    SELECT e.slug, e.state, COUNT(*) FROM event e
                    JOIN event_session s ON s.event_id = e.id
                    JOIN contract c ON c.id = e.contract_id
                    WHERE c.slug = ? AND e.state = 'DRAFT'
                    GROUP BY e.slug, e.state ORDER BY e.slug
                    """, contract);
        }
    }
}
