package org.portevoix.content;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.portevoix.TestTown;
import org.portevoix.TestVisitor;

/** Drafts that show themselves at their hour, once. */
class PublicationPlanTest {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private static final String HARD =
            "Les personnes qui souhaitent participer à cette manifestation sont invitées à procéder à"
                    + " leur inscription préalable auprès du secrétariat de la coordination du contrat local de santé, dans les"
                    + " meilleurs délais possibles.";

    private final TestTown town = TestTown.open();

    @Test
    void aDraftShowsItselfAtItsHourOnceThoughTwoSitesTry() throws Exception {
        TestVisitor desk = desk("publier-plus-tard");
        String item = draft(desk, "publier-plus-tard");
        String address = "/fr/publier-plus-tard/agenda/fete";
        assertEquals(404, town.visitor().get(address).status());
        assertFalse(town.visitor().page("/fr/publier-plus-tard/agenda").text().contains("Fête"));
        LocalDateTime at = LocalDateTime.ofInstant(town.clock().instant(), PARIS)
                .plusHours(3)
                .truncatedTo(ChronoUnit.MINUTES);

        assertEquals(item + "?fait=planned", plan(desk, item, at).location());

        Instant kept = Instant.parse(
                TestTown.rows("SELECT p.publish_at FROM publication_plan p JOIN contract c ON c.id = p.contract_id"
                                        + " WHERE c.slug = 'publier-plus-tard'")
                                .getFirst()
                                .replace(' ', 'T')
                                .replaceAll("\\.0+$", "")
                        + "Z");
        assertEquals(at.atZone(PARIS).toInstant(), kept, "in the contract's zone");
        assertTrue(desk.page(item).select("#c-plan").text().contains("Publication prévue"));
        assertTrue(desk.page("/equipe/publier-plus-tard/contenus").text().contains("Publication prévue"));
        town.bean(PlannedPublications.class).publish();
        assertEquals(404, town.visitor().get(address).status(), "not before its hour");

        comes("publier-plus-tard");
        TestTown other = TestTown.whereTimePasses();
        CountDownLatch go = new CountDownLatch(1);
        try (ExecutorService both = Executors.newFixedThreadPool(2)) {
            for (TestTown site : List.of(town, other)) {
                both.submit(() -> {
                    go.await();
                    site.bean(PlannedPublications.class).publish();
                    return null;
                });
            }
            go.countDown();
        }

        assertEquals(200, town.visitor().get(address).status());
        assertTrue(town.visitor().page("/fr/publier-plus-tard/agenda").text().contains("Fête"));
        assertEquals(List.of("CREATED", "PUBLISHED"), TestTown.rows("""
                        SELECT h.what FROM content_history h JOIN contract c ON c.id = h.contract_id
                        WHERE c.slug = 'publier-plus-tard' ORDER BY h.id
                        """));
        // Undone as any publication: a draft again, that nothing shows.
        Document history = desk.page("/equipe/publier-plus-tard/historique");
        var undo = history.select("form[action$=annulation]").getFirst();
        desk.post(undo.attr("action"), Map.of("csrf", undo.select("input").attr("value")));
        town.bean(PlannedPublications.class).publish();
        assertEquals(404, town.visitor().get(address).status());
    }

    @Test
    void aPlanIsCalledOffOrChanged() {
        TestVisitor desk = desk("plan-annule");
        String item = draft(desk, "plan-annule");
        LocalDateTime at =
                LocalDateTime.ofInstant(town.clock().instant(), PARIS).plusDays(2);
        plan(desk, item, at);
        plan(desk, item, at.plusDays(1));
        assertEquals(1, plans("plan-annule"));

        assertEquals(
                item + "?fait=called_off",
                desk.post(item + "/planification/annulation", Map.of("csrf", csrf(desk, item)))
                        .location());

        assertEquals(0, plans("plan-annule"));
        plan(desk, item, at);
        desk.post(item + "/publication", Map.of("csrf", csrf(desk, item)));
        assertEquals(0, plans("plan-annule"), "published by hand: nothing is left to do");
        assertEquals(409, plan(desk, item, at).status());
    }

    @Test
    void anHourThatIsPastOrNoneIsRefusedBesideIt() {
        TestVisitor desk = desk("plan-refuse");
        String item = draft(desk, "plan-refuse");
        LocalDateTime now = LocalDateTime.ofInstant(town.clock().instant(), PARIS);

        assertTrue(plan(desk, item, now.minusHours(1))
                .page()
                .select(".summary")
                .text()
                .contains("une heure qui n’est pas passée"));
        TestVisitor.Answer none =
                desk.post(item + "/planification", Map.of("csrf", csrf(desk, item), "day", "demain", "hour", "25:00"));
        assertEquals(422, none.status());
        assertEquals("#c-plan", none.page().select(".summary a").attr("href"));
        assertEquals(0, plans("plan-refuse"));
    }

    @Test
    void aHardTextIsPlannedWithAReasonWhichIsKept() {
        TestVisitor desk = desk("plan-difficile");
        String item = draft(desk, "plan-difficile");
        DeskForm.of(desk, item).set("summary", HARD).post();
        LocalDateTime at = LocalDateTime.ofInstant(town.clock().instant(), PARIS)
                .plusHours(1)
                .truncatedTo(ChronoUnit.MINUTES);

        TestVisitor.Answer refused = plan(desk, item, at);

        assertEquals(422, refused.status());
        assertEquals("#c-plan_reason", refused.page().select(".summary a").attr("href"));
        assertEquals(
                at.toLocalDate().toString(), refused.page().select("#plan-day").val(), "what was typed is still there");
        assertEquals(0, plans("plan-difficile"));
        assertEquals(
                303,
                desk.post(
                                item + "/planification",
                                Map.of(
                                        "csrf", csrf(desk, item),
                                        "day", at.toLocalDate().toString(),
                                        "hour", at.toLocalTime().toString(),
                                        "plain_reason", "Texte de loi, mot à mot."))
                        .status());
        comes("plan-difficile");
        town.bean(PlannedPublications.class).publish();

        assertEquals(200, town.visitor().get("/fr/plan-difficile/agenda/fete").status());
        assertTrue(desk.page(item + "/historique")
                .text()
                .contains("Publié sans être en langage simple : Texte de loi, mot à mot."));
    }

    @Test
    void whatCannotBeShownAtItsHourWaitsForTheTeam() {
        TestVisitor desk = desk("plan-empeche");
        String item = draft(desk, "plan-empeche");
        plan(desk, item, LocalDateTime.ofInstant(town.clock().instant(), PARIS).plusHours(1));
        DeskForm.of(desk, item).set("summary", "").post();
        comes("plan-empeche");

        town.bean(PlannedPublications.class).publish();
        town.bean(PlannedPublications.class).publish();

        assertEquals(404, town.visitor().get("/fr/plan-empeche/agenda/fete").status());
        assertTrue(desk.page("/equipe").text().contains("Publication prévue et empêchée"));
        assertTrue(desk.page(item).select("#c-plan").text().contains("il manquait quelque chose"));
    }

    @Test
    void aPageIsSeenAsOnATelephoneInAnyLanguage() {
        TestVisitor desk = desk("sur-un-telephone");
        String item = draft(desk, "sur-un-telephone");

        TestVisitor.Answer answer = desk.get(item + "/telephone?lang=bm");

        Document page = answer.page();
        assertEquals(item + "/apercu?lang=bm", page.select("iframe.phone").attr("src"));
        assertEquals("allow-scripts", page.select("iframe").attr("sandbox"), "of another origin: no session, no form");
        assertTrue(page.select("main nav a[aria-current]").attr("href").contains("bm"));
        assertTrue(answer.header("Content-Security-Policy").contains("frame-src 'self'"));
        TestVisitor.Answer framed = desk.get(item + "/apercu?lang=bm");
        assertTrue(framed.header("Content-Security-Policy").contains("frame-ancestors 'self'"));
        assertTrue(framed.page().select("[lang=fr]").text().contains("Fête"));
        assertTrue(desk.get(item).header("Content-Security-Policy").contains("frame-ancestors 'none'"));
    }

    private TestVisitor desk(String contract) {
        return town.coordinator(town.smallTown(contract)).desk();
    }

    private String draft(TestVisitor desk, String contract) {
        String contents = "/equipe/" + contract + "/contenus/evenements";
        TestVisitor.Answer made = DeskForm.of(desk, contents + "/nouveau")
                .set("title", "Fête")
                .set("summary", "On se retrouve.")
                .set("kind", "screening")
                .set("place", "La mairie")
                .set(
                        "sessions.0.day",
                        LocalDateTime.ofInstant(town.clock().instant(), PARIS)
                                .toLocalDate()
                                .plusDays(20)
                                .toString())
                .set("sessions.0.from", "14:00")
                .set("sessions.0.until", "17:30")
                .post();
        assertEquals(303, made.status(), made::text);
        return contents + "/fete";
    }

    private static TestVisitor.Answer plan(TestVisitor desk, String item, LocalDateTime at) {
        return desk.post(
                item + "/planification",
                Map.of(
                        "csrf", csrf(desk, item),
                        "day", at.toLocalDate().toString(),
                        "hour", at.toLocalTime().truncatedTo(ChronoUnit.MINUTES).toString()));
    }

    /** Its hour comes. */
    private void comes(String contract) {
        TestTown.update(
                "UPDATE publication_plan p JOIN contract c ON c.id = p.contract_id SET p.publish_at = ? WHERE c.slug = ?",
                LocalDateTime.ofInstant(town.clock().instant(), ZoneId.of("UTC"))
                        .minusDays(1),
                contract);
    }

    private static int plans(String contract) {
        return TestTown.rows(
                        "SELECT p.id FROM publication_plan p JOIN contract c ON c.id = p.contract_id WHERE c.slug = ?",
                        contract)
                .size();
    }

    private static String csrf(TestVisitor desk, String item) {
        return desk.page(item).select("input[name=csrf]").attr("value");
    }
}
