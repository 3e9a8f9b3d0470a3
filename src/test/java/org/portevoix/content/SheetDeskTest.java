package org.portevoix.content;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.portevoix.TestTown;
import org.portevoix.TestVisitor;

/** A contract and its action sheets told in full at the desk, and no sheet shown without its participation plan. */
class SheetDeskTest {
    private static final String WITHOUT_A_PLAN = "une action ne se publie pas sans elle";

    private final TestTown town = TestTown.open();

    @Test
    void anActionIsNotPublishedWithoutAPlanOrTheReasonWhyThereIsNone() {
        TestVisitor desk = desk(town.smallTown("fiche-sans-plan"));
        String actions = "/equipe/fiche-sans-plan/contenus/actions";
        SheetForm sheet = SheetForm.at(desk, actions + "/nouveau")
                .set("title", "Dormir mieux")
                .set("summary", "On en parle ensemble.")
                .set("axis", "soins")
                .set("progress", "to_come")
                .set("practical.hours", "Le lundi.")
                .set("practical.appointment", "none")
                .set("approach.kind", "universal");
        assertEquals(actions + "/dormir-mieux?fait=saved", sheet.post().location());

        TestVisitor.Answer refused = act(desk, actions + "/dormir-mieux", "/publication");

        assertEquals(422, refused.status());
        Element summary = Objects.requireNonNull(refused.page().selectFirst(".summary"));
        assertEquals(
                List.of("#c-participation-none_because"), summary.select("a").eachAttr("href"));
        assertTrue(summary.text().contains(WITHOUT_A_PLAN), summary.text());
        assertEquals(404, status("fiche-sans-plan/actions/dormir-mieux"));

        assertEquals(
                422,
                SheetForm.at(desk, actions + "/dormir-mieux")
                        .set("participation.level", "consulted")
                        .post()
                        .status(),
                "half a plan");
        SheetForm.at(desk, actions + "/dormir-mieux")
                .set("participation.none_because", "C’est une brochure.")
                .post();
        assertEquals(303, act(desk, actions + "/dormir-mieux", "/publication").status());
        assertTrue(town.visitor()
                .page("/fr/fiche-sans-plan/actions/dormir-mieux")
                .text()
                .contains("Rien n’est prévu pour l’instant. C’est une brochure."));
    }

    @Test
    void aPublishedActionDoesNotLoseItsPlan() {
        TestVisitor desk = desk(town.smallTown("fiche-garde-son-plan"));
        TestVisitor.Answer refused = withoutPlan(desk, "/equipe/fiche-garde-son-plan/contenus/actions/plomb");
        assertEquals(422, refused.status());
        assertTrue(town.visitor()
                .page("/fr/fiche-garde-son-plan/actions/plomb")
                .text()
                .contains("Les familles"));
    }

    @Test
    void undoingDoesNotShowAnActionThatLostItsPlanMeanwhile() {
        TestVisitor desk = desk(town.smallTown("fiche-defaite"));
        String item = "/equipe/fiche-defaite/contenus/actions/plomb";
        act(desk, item, "/retrait");
        String taken = TestTown.rows("SELECT MAX(id) FROM content_history").getFirst();
        assertEquals(303, withoutPlan(desk, item).status());

        TestVisitor.Answer undone = desk.post(
                "/equipe/fiche-defaite/historique/" + taken + "/annulation",
                Map.of("csrf", desk.page(item).select("input[name=csrf]").attr("value")));

        assertEquals(409, undone.status());
        assertTrue(undone.text().contains(WITHOUT_A_PLAN));
        assertEquals(404, status("fiche-defaite/actions/plomb"));
    }

    @Test
    void whatASheetHasIsWrittenAndReadAtOnce() {
        TestVisitor desk = desk(town.smallTown("fiche-entiere"));
        String item = "/equipe/fiche-entiere/contenus/actions/plomb";
        TestVisitor.Answer saved = SheetForm.at(desk, item)
                .set("starts", "2026-02-01")
                .set("ends", "2027-06-30")
                .set("means", "Deux techniciens, un jour par semaine.")
                .set("pathway.improves", "administrative", "readability")
                .set("pathway.break", "Le dossier reste sur un bureau.")
                .set("measures.0.values.2.on", "2026-11-03")
                .set("measures.0.values.2.value", "19,5")
                .set("measures.0.values.2.source", "Comptage de novembre")
                .set("measures.2.title", "Enfants suivis")
                .set("measures.2.kind", "follow_up")
                .set("measures.2.target", "30")
                .set("history.1.on", "2026-10-05")
                .set("history.1.progress", "redirected")
                .set("history.1.outcome", "partly")
                .set("history.1.reason", "public_not_reached")
                .set("history.1.adaptation", "Les visites passent au soir.")
                .post();
        assertEquals(303, saved.status(), () -> saved.page().select(".summary").text());

        Document page = town.visitor().page("/fr/fiche-entiere/actions/plomb");
        String text = page.text();
        for (String said : List.of(
                "Du dimanche 1 février au mercredi 30 juin 2027",
                "Deux techniciens, un jour par semaine.",
                "Avoir moins de papiers à remplir",
                "Savoir où aller et à qui parler",
                "Le dossier reste sur un bureau.",
                "mardi 3 novembre Source : Comptage de novembre 19,5",
                "Enfants suivis",
                "Changée (les personnes ne sont pas venues)",
                "Ce que nous avons changé : Les visites passent au soir.")) {
            assertTrue(text.contains(said), said + "\n" + text);
        }
        assertFalse(text.contains("plus près de chez soi"), "what was unticked");
        assertEquals(
                "0 7 12,25 19,5 40,5",
                page.select("table:contains(Visites faites) td").text());
        assertTrue(
                town.visitor().page("/ar/fiche-entiere/actions/plomb").text().contains("الزيارات"),
                "a translation is kept while its French is the same");
        assertEquals(List.of("enfants-suivis", "reparations", "visites"), TestTown.rows("""
                        SELECT m.slug FROM action_sheet_measure m
                        JOIN action_sheet s ON s.id = m.action_sheet_id
                        JOIN contract c ON c.id = s.contract_id
                        WHERE c.slug = 'fiche-entiere' ORDER BY m.slug
                        """));
        assertEquals(
                422, SheetForm.at(desk, item).set("ends", "2026-01-01").post().status(), "an end before the beginning");
    }

    @Test
    void theContractItselfIsToldInFull() {
        TestVisitor desk = desk(town.smallTown("contrat-entier"));
        String item = "/equipe/contrat-entier/contenus/contrat/contrat-entier";
        SheetForm form = SheetForm.at(desk, item)
                .set("phases.2.phase", "evaluation")
                .set("phases.2.starts", "2027-07-01")
                .set("phases.2.note", "On fait le bilan.")
                .set("links.2.kind", "cpts")
                .set("links.2.name", "CPTS du Val")
                .set("documents.1.kind", "evaluation")
                .set("documents.1.title", "Le bilan")
                .set("documents.1.url", "javascript:alert(1)");
        TestVisitor.Answer refused = form.post();
        assertEquals(422, refused.status());
        assertEquals(
                List.of("#c-documents-1-url"),
                refused.page().select(".summary a").eachAttr("href"));

        TestVisitor.Answer saved =
                form.set("documents.1.url", "https://ville.example/bilan").post();

        assertEquals(303, saved.status(), () -> saved.page().select(".summary").text());
        Document page = town.visitor().page("/fr/contrat-entier/contrat");
        assertTrue(page.text().contains("Faire le bilan (évaluation) À venir À partir du jeudi 1 juillet 2027"));
        assertTrue(page.text().contains("CPTS du Val"));
        assertEquals(
                "Le bilan", page.select("a[href='https://ville.example/bilan']").text());
        assertTrue(town.visitor().page("/ar/contrat-entier/contrat").text().contains("نستمع"));
    }

    @Test
    void aTranslationThatWaitsStaysWhileTheListAroundItChanges() {
        TestVisitor desk = desk(town.smallTown("brouillon-garde"));
        String text = TestTown.rows("""
                        SELECT p.note_text FROM contract_phase p JOIN contract c ON c.id = p.contract_id
                        WHERE c.slug = 'brouillon-garde' AND p.position = 0
                        """).getFirst();
        TestTown.update("""
                INSERT INTO translation_draft (text_id, language, position, body, digest, author_id, written_at)
                VALUES (?, 'en', 0, 'We listen.', 'x', 1, UTC_TIMESTAMP(6))
                """, text);
        TestTown.update("UPDATE paragraph SET digest = 'older' WHERE text_id = ? AND language = 'ar'", text);

        TestVisitor.Answer saved = SheetForm.at(desk, "/equipe/brouillon-garde/contenus/contrat/brouillon-garde")
                .set("phases.0.ends", "2025-06-15")
                .post();

        assertEquals(303, saved.status(), () -> saved.page().select(".summary").text());
        assertEquals(List.of("2025-06-15 We listen. older"), TestTown.rows("""
                        SELECT p.ends_on, d.body, a.digest FROM contract_phase p
                        JOIN contract c ON c.id = p.contract_id
                        JOIN translation_draft d ON d.text_id = p.note_text
                        JOIN paragraph a ON a.text_id = p.note_text AND a.language = 'ar'
                        WHERE c.slug = 'brouillon-garde'
                        """));
    }

    private TestVisitor.Answer withoutPlan(TestVisitor desk, String item) {
        return SheetForm.at(desk, item)
                .set("participation.level", "")
                .set("participation.who", "")
                .set("participation.how_many", "")
                .set("participation.invited", "")
                .set("participation.followed", "")
                .post();
    }

    private TestVisitor desk(String contract) {
        return town.coordinator(contract).desk();
    }

    private int status(String path) {
        return town.visitor().get("/fr/" + path).status();
    }

    private static TestVisitor.Answer act(TestVisitor desk, String item, String what) {
        String csrf = desk.page(item).select("input[name=csrf]").attr("value");
        return desk.post(item + what, Map.of("csrf", csrf));
    }
}
