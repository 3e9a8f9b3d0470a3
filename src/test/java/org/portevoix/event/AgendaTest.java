package org.portevoix.event;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.portevoix.StrictCalendar;
import org.portevoix.TestTown;
import org.portevoix.TestVisitor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The agenda as residents choose in it, follow it, and as machines read it. */
class AgendaTest {
    private final TestTown town = TestTown.open();

    @Test
    void dateIsFoundByItsTimeItsLanguageItsWeekAndItsMonth() {
        TestSession session = new TestSession("agenda-choix", "");
        session.desk(
                "/agenda/forum/seance",
                Map.of("day", weekdayAfter(session.day()).toString(), "from", "09:00", "until", "10:00"));
        String here = "/fr/" + session.contract() + "/agenda";
        int all = cards(here);
        assertEquals(4, all);
        // The one at nine on a weekday, and the one of a July morning, are for those who don't work then.
        assertEquals(all - 2, cards(here + "?moment=soir-week-end"));
        assertEquals(all, cards(here + "?langue=ar"));
        LocalDate monday = session.day().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        assertEquals(1, cards(here + "?moment=soir-week-end&semaine=" + monday));
        assertTrue(cards(here + "?mois=" + YearMonth.from(session.day())) >= 1);
        Document week = town.visitor().page(here + "?semaine=" + monday);
        assertEquals(
                here + "?semaine=" + monday.plusWeeks(1),
                week.select("main a[rel=next]").attr("href"));
        LocalDate today = LocalDate.now(town.clock().withZone(ZoneId.of("Europe/Paris")));
        LocalDate thisMonday = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        assertTrue(
                town.visitor()
                        .page(here + "?semaine=" + thisMonday)
                        .select(".chips a[aria-current]")
                        .eachAttr("href")
                        .contains(here),
                "chosen again, it is taken back");
    }

    @Test
    void whatNoLinkSaysIsNotThere() {
        String here = "/fr/" + town.smallTown("agenda-faux") + "/agenda";
        for (String query : List.of(
                "langue=xx",
                "langue=%25",
                "moment=matin",
                "semaine=2026-13-01",
                "semaine=1999-01-04",
                "mois=2026-00",
                "mois=9999-01",
                "jour=2026-13-01",
                "jour=1999-01-04",
                "jour=" + LocalDate.now(town.clock()) + "&mois=" + YearMonth.now(town.clock()),
                "quartier=nulle-part",
                "semaine=" + LocalDate.now(town.clock()).with(TemporalAdjusters.next(DayOfWeek.TUESDAY)))) {
            assertEquals(404, town.visitor().get(here + "?" + query).status(), query);
            assertEquals(404, town.visitor().get(here + ".ics?" + query).status());
        }
    }

    @Test
    void monthIsAGridWhoseDaysLeadToTheirLists() {
        TestSession session = new TestSession("agenda-grille", "");
        YearMonth month = YearMonth.from(session.day());
        String here = "/fr/" + session.contract() + "/agenda";
        Document page = town.visitor().page(here + "?langue=ar&mois=" + month);
        assertEquals(
                List.of("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"),
                page.select(".days thead th[scope=col] .hidden").eachText());
        assertEquals(1, page.select(".days caption").size());
        assertEquals(
                month.lengthOfMonth(),
                page.select(".days td").stream().filter(cell -> cell.hasText()).count());
        page.select(".days tbody tr")
                .forEach(week -> assertEquals(7, week.select("td").size()));
        int first = month.atDay(1).getDayOfWeek().getValue();
        assertTrue(page.select(".days td").get(first - 1).text().startsWith("1"), "under its weekday");

        String href = here + "?langue=ar&jour=" + session.day();
        assertTrue(
                page.select(".days a[href=" + href + "]").text().endsWith("1 date"),
                page.select(".days").text());
        assertEquals(
                cards(here + "?langue=ar&mois=" + month), page.select(".days a").size(), "one a day here");
        Document day = town.visitor().page(href);
        assertEquals(1, day.select("li.session").size());
        assertEquals(0, day.select(".days").size());
        assertEquals(
                here + "?langue=ar&jour=" + session.day().plusDays(1),
                day.select("main a[rel=next]").attr("href"));
        assertEquals(
                1,
                day.select(".pages a[href=" + here + "?langue=ar&mois=" + month + "]")
                        .size());
        assertEquals(
                0,
                town.visitor()
                        .page(here + "?quartier=gare&mois=" + month)
                        .select(".days a")
                        .size());
        assertEquals(
                "الأحد",
                town.visitor()
                        .page("/ar/" + session.contract() + "/agenda?mois=" + month)
                        .select(".days th:nth-child(2) .hidden")
                        .text(),
                "the week begins on the Saturday where Arabic is read");
    }

    @Test
    void calendarWithMoreDatesThanItHoldsSaysSo() {
        TestSession session = new TestSession("agenda-longue", "");
        String here = "/fr/" + session.contract() + "/agenda.ics";
        assertFalse(text(here).contains("X-WR-CALDESC"));
        TestTown.update("""
                INSERT INTO event_session (event_id, day, starts_at, ends_at, is_evening, is_repeated)
                SELECT s.event_id, DATE_ADD(s.day, INTERVAL n.seq DAY), DATE_ADD(s.starts_at, INTERVAL n.seq DAY),
                       DATE_ADD(s.ends_at, INTERVAL n.seq DAY), FALSE, FALSE
                FROM event_session s
                JOIN event e ON e.id = s.event_id
                JOIN contract c ON c.id = e.contract_id
                JOIN (WITH RECURSIVE n(seq) AS (SELECT 400 UNION ALL SELECT seq + 1 FROM n WHERE seq < 650) SELECT seq FROM n) n
                WHERE c.slug = ? AND s.day = ?
                """, session.contract(), session.day().toString());
        String all = text(here + "?quartier=gare");
        assertEquals(0, StrictCalendar.events(all).size());
        String calendar = text("/en/" + session.contract() + "/agenda.ics");
        assertEquals(200, StrictCalendar.events(calendar).size());
        assertTrue(calendar.contains("These are the next 200 dates."), calendar.substring(0, 600));
    }

    @Test
    void anEmptyChoiceSaysWhatToDo() {
        String here = "/fr/" + town.smallTown("agenda-vide") + "/agenda";
        Document page = town.visitor().page(here + "?quartier=gare");
        assertTrue(page.text().contains("Rien n’est prévu avec ces choix"));
        assertEquals(here, page.select(".empty a").attr("href"));
        assertFalse(page.text().contains("Demandez un interprète"));
        assertTrue(town.visitor().page(here + "?quartier=gare&langue=ar").text().contains("Demandez un interprète"));
    }

    @Test
    void choiceIsFollowedInACalendarAndInAFeed() throws Exception {
        TestSession session = new TestSession("agenda-suivi", "");
        String here = "/fr/" + session.contract() + "/agenda";
        Document page = town.visitor().page(here + "?moment=soir-week-end");
        String calendar = page.select("a[type=text/calendar]").attr("href");
        assertEquals(here + ".ics?moment=soir-week-end", calendar);
        assertEquals(3, StrictCalendar.events(text(here + ".ics")).size());
        assertEquals(2, StrictCalendar.events(text(calendar)).size());

        TestVisitor.Answer feed =
                town.visitor().get(page.select("a[type=application/atom+xml]").attr("href"));
        assertEquals("application/atom+xml;charset=utf-8", feed.header("Content-Type"));
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        var xml = factory.newDocumentBuilder()
                .parse(new ByteArrayInputStream(feed.text().getBytes(StandardCharsets.UTF_8)));
        String atom = "http://www.w3.org/2005/Atom";
        assertEquals(2, xml.getElementsByTagNameNS(atom, "entry").getLength());
        assertEquals(3, xml.getElementsByTagNameNS(atom, "id").getLength());
        assertEquals(3, xml.getElementsByTagNameNS(atom, "updated").getLength());
        for (int i = 0; i < 3; i++) {
            OffsetDateTime.parse(
                    xml.getElementsByTagNameNS(atom, "updated").item(i).getTextContent());
        }
    }

    @Test
    void pageTellsMachinesWhatItTellsPeopleAndNothingOfASensitiveEvent() {
        String sample = town.sample("agenda-donnees");
        String base = "/fr/" + sample + "/agenda/";
        Document page = town.visitor().page(base + "atelier-cuisine");
        JsonNode event = JsonMapper.shared()
                .readTree(page.select("script[type=application/ld+json]")
                        .getFirst()
                        .data());
        assertEquals("Event", event.path("@type").asString());
        assertEquals(
                "Atelier cuisine : la soupe de lentilles",
                event.path("name").asString().replace('\u00a0', ' '));
        assertTrue(OffsetDateTime.parse(event.path("startDate").asString())
                .isBefore(OffsetDateTime.parse(event.path("endDate").asString())));
        assertTrue(event.path("isAccessibleForFree").asBoolean());
        assertEquals(
                "https://schema.org/EventScheduled", event.path("eventStatus").asString());
        assertTrue(town.visitor()
                .page(base + "groupe-entre-femmes")
                .select("script[type=application/ld+json]")
                .isEmpty());
        assertFalse(text("/fr/" + sample + "/agenda.atom").contains("groupe-entre-femmes"));
        assertFalse(text("/fr/" + sample + "/agenda.ics").contains("groupe-entre-femmes"));
    }

    @Test
    void forumTellsItsProgrammeItsAccessAndWhatCameOfItsEditions() {
        String sample = town.sample("agenda-editions");
        String forum = "/agenda/forum-de-la-ville";
        Document page = town.visitor().page("/fr/" + sample + forum);
        assertTrue(page.text().contains("Une salle calme"));
        assertTrue(page.text().contains("Transports"));
        assertTrue(page.text().contains("Bien dormir, on en parle ensemble"));
        assertTrue(page.text().contains("de 14 h à 15 h"));
        assertTrue(page.text().contains("Le week-end"));
        assertTrue(page.text().contains("Vous voulez un forum ouvert le soir"), "it is over: its report");
        var coordinator = town.coordinator(sample);
        String day = TestTown.rows("""
                SELECT s.day FROM event_session s JOIN event e ON e.id = s.event_id
                JOIN contract c ON c.id = e.contract_id
                WHERE c.slug = ? AND e.slug = 'forum-de-la-ville'
                """, sample).getFirst();
        String counting = "/equipe/" + sample + forum + "/" + day + "/comptage";
        Document form = coordinator.desk().page(counting);
        assertEquals(
                303,
                coordinator
                        .desk()
                        .post(
                                counting,
                                Map.of(
                                        "csrf",
                                        form.select("input[name=csrf]").attr("value"),
                                        "key",
                                        TestTown.key(form),
                                        "home-centre-prefecture",
                                        "31",
                                        "home-inconnu",
                                        "9"))
                        .status());
        Document counted = await("/fr/" + sample + forum, "40 personnes sont venues.");
        assertTrue(counted.text().contains("Quartier inconnu, 9"), counted.text());
        Document before = town.visitor().page("/fr/" + sample + "/agenda/forum-de-l-annee-derniere");
        assertTrue(before.text().contains("Vous avez demandé des interprètes"));
        assertEquals(
                "/fr/" + sample + forum,
                before.select("main a[href$=forum-de-la-ville]").attr("href"));
        coordinator
                .desk()
                .post(
                        "/equipe/" + sample + forum + "/seance",
                        Map.of(
                                "csrf",
                                form.select("input[name=csrf]").attr("value"),
                                "day",
                                LocalDate.now(town.clock()).plusDays(30).toString(),
                                "from",
                                "10:00",
                                "until",
                                "18:00"));
        Document coming = await("/fr/" + sample + forum, "Ce que vous aviez demandé la dernière fois");
        assertTrue(coming.text().contains("Vous avez demandé des interprètes"));
    }

    /** The page once it says this: each machine forgets changed pages within half a second. */
    private Document await(String path, String words) {
        Document page = town.visitor().page(path);
        for (int i = 0; i < 100 && !page.text().contains(words); i++) {
            try {
                Thread.sleep(50);
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
            page = town.visitor().page(path);
        }
        assertTrue(page.text().contains(words), page.text());
        return page;
    }

    private static LocalDate weekdayAfter(LocalDate day) {
        LocalDate next = day.plusDays(7);
        return next.getDayOfWeek().getValue() > 5 ? next.plusDays(3) : next;
    }

    private int cards(String path) {
        return town.visitor().page(path).select("li.session").size();
    }

    private String text(String path) {
        TestVisitor.Answer answer = town.visitor().get(path);
        assertEquals(200, answer.status(), path);
        return answer.text();
    }
}
