package org.portevoix.content;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jsoup.Connection.KeyVal;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.FormElement;
import org.junit.jupiter.api.Test;
import org.portevoix.TestDatabase;
import org.portevoix.TestTown;
import org.portevoix.TestVisitor;
import org.portevoix.account.Role;
import org.portevoix.importing.ContractExport;
import org.portevoix.importing.ContractImport;
import org.portevoix.importing.ImportReport;

/** What residents read, written at the desk: nothing shown too early, nothing lost, everything noted. */
class ContentDeskTest {
    private final TestTown town = TestTown.open();

    @Test
    void anEventIsPreparedSeenPublishedTakenAwayAndArchived() {
        TestVisitor desk = desk(town.smallTown("ecrire-un-evenement"));
        String contents = "/equipe/ecrire-un-evenement/contenus";
        Form form = form(desk, contents + "/evenements/nouveau");
        form.set("title", "Journée des dents")
                .set("summary", "On regarde vos dents.\n\nC’est sans douleur.")
                .set("kind", "screening")
                .set("place", "La mairie")
                .set("sessions.0.day", day(12))
                .set("sessions.0.from", "14:00")
                .set("sessions.0.until", "17:30");

        TestVisitor.Answer made = form.post();

        assertEquals(contents + "/evenements/journee-des-dents?fait=saved", made.location(), made.text());
        String item = contents + "/evenements/journee-des-dents";
        String address = "/fr/ecrire-un-evenement/agenda/journee-des-dents";
        assertEquals(404, town.visitor().get(address).status());
        assertFalse(agenda("ecrire-un-evenement").contains("Journée des dents"));
        TestVisitor.Answer preview = desk.get(item + "/apercu");
        assertTrue(preview.text().contains("Journée des dents"));
        assertTrue(preview.page().select("meta[name=robots]").attr("content").contains("noindex"));
        assertTrue(preview.page().text().contains("Aperçu pour l’équipe"));
        assertEquals("no-store", preview.header("Cache-Control"));

        assertEquals(item + "?fait=published", act(desk, item, "/publication").location());
        for (String lang : TestTown.LANGUAGES) {
            String page = "/" + lang + "/ecrire-un-evenement/agenda/journee-des-dents";
            assertTrue(town.visitor().page(page).text().contains("Journée des dents"), page);
        }
        assertTrue(agenda("ecrire-un-evenement").contains("Journée des dents"));

        assertEquals(item + "?fait=taken_away", act(desk, item, "/retrait").location());
        assertEquals(404, town.visitor().get(address).status());
        assertFalse(agenda("ecrire-un-evenement").contains("Journée des dents"));

        act(desk, item, "/publication");
        assertEquals(200, town.visitor().get(address).status());
        assertEquals(item + "?fait=archived", act(desk, item, "/archive").location());
        assertEquals(404, town.visitor().get(address).status());
        assertEquals(
                List.of("CREATED", "PUBLISHED", "TAKEN_AWAY", "PUBLISHED", "ARCHIVED"), history("journee-des-dents"));
        assertTrue(
                desk.page(contents + "?genre=evenements&etat=ARCHIVED").text().contains("Journée des dents"));
        assertEquals(409, act(desk, item, "/publication").status());
    }

    @Test
    void aFormSentBackAsItCameChangesNothing() {
        String contract = town.sample("formulaires-rendus");
        TestVisitor desk = desk(contract);
        String before = town.bean(ContractExport.class).yaml(contract).orElseThrow();
        List<String> addresses = new ArrayList<>();
        desk.page("/equipe/" + contract + "/contenus").select("tbody th a, .ground li > a").stream()
                .map(link -> link.attr("href"))
                .forEach(addresses::add);
        assertTrue(addresses.size() > 60, addresses.toString());

        for (String address : addresses) {
            TestVisitor.Answer answer = form(desk, address).post();
            assertEquals(
                    303,
                    answer.status(),
                    () -> address + "\n" + answer.page().select(".summary").text());
        }

        assertEquals(before, town.bean(ContractExport.class).yaml(contract).orElseThrow());
        assertEquals(
                List.of("0"),
                TestTown.rows(
                        "SELECT COUNT(*) FROM content_history h JOIN contract c ON c.id = h.contract_id WHERE c.slug = ?",
                        contract));
    }

    @Test
    void whatIsMissingOrWrongIsSaidBesideItAndNoWordIsLost() {
        TestVisitor desk = desk(town.smallTown("erreurs-du-bureau"));
        Form form = form(desk, "/equipe/erreurs-du-bureau/contenus/actions/plomb");
        form.set("title", "").set("practical.telephone", "appelez-moi").set("summary", "Des mots à garder.");

        TestVisitor.Answer answer = form.post();

        assertEquals(422, answer.status());
        Document page = answer.page();
        assertEquals("appelez-moi", page.select("#c-practical-telephone").attr("value"));
        assertEquals("Des mots à garder.", page.select("#c-summary").text());
        assertEquals("à remplir.", page.select("#c-title-e").text());
        assertEquals("true", page.select("#c-practical-telephone").attr("aria-invalid"));
        assertEquals(
                List.of("#c-title", "#c-practical-telephone"),
                page.select(".summary a").eachAttr("href"));
    }

    @Test
    void aDraftMayLackWordsAndAPublishedPageMayNot() {
        TestVisitor desk = desk(town.smallTown("promesse-absente"));
        Form form = form(desk, "/equipe/promesse-absente/contenus/questionnaires/nouveau");
        form.set("title", "Le bruit")
                .set("opens", day(0))
                .set("closes", day(20))
                .set("promise.answer_by", day(60))
                .set("questions.0.title", "Qu’entendez-vous ?")
                .set("questions.0.kind", "text");
        TestVisitor.Answer made = form.post();
        assertEquals(303, made.status(), () -> made.page().select(".summary").text());
        String item = "/equipe/promesse-absente/contenus/questionnaires/le-bruit";

        TestVisitor.Answer refused = act(desk, item, "/publication");

        assertEquals(422, refused.status());
        assertEquals(
                List.of("#c-summary", "#c-promise-reads", "#c-promise-can_change", "#c-promise-decided"),
                refused.page().select(".summary a").eachAttr("href"));
        assertEquals(
                404, town.visitor().get("/fr/promesse-absente/avis/le-bruit").status());
        form(desk, item)
                .set("summary", "Dites-le.")
                .set("promise.reads", "Nous.")
                .set("promise.can_change", "Les heures.")
                .set("promise.decided", "Le lieu.")
                .post();
        assertEquals(303, act(desk, item, "/publication").status());
        assertEquals(
                200, town.visitor().get("/fr/promesse-absente/avis/le-bruit").status());
    }

    @Test
    void aCopyHasAllLanguagesAndTellsWhichAreLeftBehind() {
        TestVisitor desk = desk(town.sample("copier-le-forum"));
        String contents = "/equipe/copier-le-forum/contenus/evenements";
        String forum = contents + "/" + slugOf("copier-le-forum", "event", "FORUM");
        int languages = desk.page(forum).select(".mark").size();
        Document ask = desk.page(forum + "/copie");
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("csrf", ask.select("input[name=csrf]").attr("value"));
        fields.put("title", "Le forum de l’an prochain");
        fields.put("day", day(300));

        TestVisitor.Answer copied = desk.post(forum + "/copie", fields);

        assertEquals(contents + "/le-forum-de-l-an-prochain?fait=copied", copied.location(), copied.text());
        Document copy = desk.page(contents + "/le-forum-de-l-an-prochain");
        assertEquals(languages, copy.select(".mark").size());
        assertEquals(2, copy.select(".mark.STALE").size(), copy.select(".mark").text());
        assertEquals(List.of(day(300)), TestTown.rows("""
                        SELECT s.day FROM event_session s JOIN event e ON e.id = s.event_id
                        WHERE e.slug = 'le-forum-de-l-an-prochain'
                        """));
        assertEquals(
                "0",
                TestTown.rows("""
                SELECT COUNT(*) FROM event e
                JOIN event o ON o.contract_id = e.contract_id AND o.kind = 'FORUM' AND o.id < e.id
                JOIN paragraph a ON a.text_id = o.summary_text
                LEFT JOIN paragraph b ON b.text_id = e.summary_text AND b.language = a.language
                    AND b.position = a.position AND b.body = a.body AND b.digest = a.digest
                WHERE e.slug = 'le-forum-de-l-an-prochain' AND b.body IS NULL
                  AND o.slug = '%s'
                """.formatted(forum.substring(contents.length() + 1)))
                        .getFirst());
    }

    @Test
    void answersKeepTheirMeaning() {
        String contract = town.smallTown("reponses-gardees");
        town.clock();
        TestVisitor desk = desk(contract);
        String item = "/equipe/reponses-gardees/contenus/questionnaires/avis";
        town.give("fr", contract, "avis", Map.of("q-venu", "oui", "may_show", "no"));
        Document page = desk.page(item);
        assertTrue(page.text().contains("Des personnes ont répondu"));
        assertTrue(page.select("[name='questions.0.kind'], [name='level'], [name='promise.reads']")
                .isEmpty());

        for (Map.Entry<String, String> change : Map.of(
                        "questions.0.kind", "text",
                        "questions.0.options.0.label", "Peut-être",
                        "questions.0.options.0.gone", "oui",
                        "questions.0.gone", "oui",
                        "level", "actor",
                        "opens", day(3),
                        "closes", day(-1),
                        "promise.answer_by", day(400),
                        "promise.can_change", "Rien du tout")
                .entrySet()) {
            TestVisitor.Answer refused =
                    form(desk, item).set(change.getKey(), change.getValue()).post();
            assertEquals(422, refused.status(), change.toString());
        }
        TestVisitor.Answer kept = form(desk, item)
                .set("questions.0.title", "Êtes-vous venue ou venu ?")
                .set("closes", day(200))
                .set("questions.2.title", "Et encore ?")
                .set("questions.2.kind", "text")
                .post();

        assertEquals(303, kept.status(), () -> kept.page().select(".summary").text());
        assertEquals(List.of("venu CHOICE", "pourquoi TEXT", "et-encore TEXT"), TestTown.rows("""
                        SELECT q.slug, q.kind FROM question q
                        JOIN consultation s ON s.id = q.consultation_id
                        JOIN contract c ON c.id = s.contract_id
                        WHERE c.slug = 'reponses-gardees' ORDER BY q.position
                        """));
        assertEquals(List.of("1"), TestTown.rows("""
                        SELECT COUNT(*) FROM answer a JOIN question q ON q.id = a.question_id
                        JOIN consultation s ON s.id = q.consultation_id
                        JOIN contract c ON c.id = s.contract_id WHERE c.slug = 'reponses-gardees'
                        """));
    }

    @Test
    void undoingPutsBackTheSameWordsInEveryLanguage() {
        String contract = town.sample("tout-annuler");
        TestVisitor desk = desk(contract);
        String item = "/equipe/tout-annuler/contenus/evenements/" + slugOf(contract, "event", "FORUM");
        String before = town.bean(ContractExport.class).yaml(contract).orElseThrow();
        List<String> digests = digests(contract);
        assertEquals(
                303,
                form(desk, item)
                        .set("summary", "Autre chose.\n\nEn deux paragraphes.")
                        .set("access", "")
                        .set("free", "")
                        .post()
                        .status());
        assertNotEquals(before, town.bean(ContractExport.class).yaml(contract).orElseThrow());

        assertEquals(303, undo(desk, contract).status());

        assertEquals(before, town.bean(ContractExport.class).yaml(contract).orElseThrow());
        assertEquals(digests, digests(contract));
        act(desk, item, "/retrait");
        assertEquals(303, undo(desk, contract).status());
        assertTrue(desk.page(item).select("h1 .state").text().contains("Publié"));
    }

    @Test
    void whatHasChangedAgainSinceIsNotUndone() {
        String contract = town.smallTown("annuler-trop-tard");
        TestVisitor desk = desk(contract);
        String item = "/equipe/annuler-trop-tard/contenus/missions/interprete";
        form(desk, item).set("title", "Deux").post();
        String first = TestTown.rows("SELECT MAX(id) FROM content_history").getFirst();
        form(desk, item).set("title", "Trois").post();
        Document page = desk.page("/equipe/annuler-trop-tard/historique");
        assertTrue(page.text().contains("Deux"), page.text());

        TestVisitor.Answer refused = desk.post(
                "/equipe/annuler-trop-tard/historique/" + first + "/annulation",
                Map.of("csrf", page.select("input[name=csrf]").attr("value")));

        assertEquals(409, refused.status());
        assertTrue(refused.page().select(".summary").text().contains("Titre : ce champ a changé encore depuis"));
        assertEquals("Trois", desk.page(item).select("#c-title").attr("value"));
    }

    @Test
    void historyIsNeverRewritten() throws SQLException {
        String contract = town.smallTown("historique-fidele");
        form(desk(contract), "/equipe/historique-fidele/contenus/missions/interprete")
                .set("title", "Autre")
                .post();
        try (Connection connection = TestDatabase.ownerConnection();
                Statement statement = connection.createStatement()) {
            assertThrows(SQLException.class, () -> statement.execute("UPDATE content_history SET account_id = 1"));
            assertThrows(SQLException.class, () -> statement.execute("DELETE FROM content_history"));
        }
    }

    @Test
    void ofTwoAtTheSamePageTheSecondKeepsTheirWordsAndSeesTheFirst() {
        String contract = town.smallTown("a-deux");
        TestVisitor desk = desk(contract);
        String item = "/equipe/a-deux/contenus/missions/interprete";
        Form mine = form(desk, item).set("title", "Mes mots");
        form(desk, item).set("title", "Ceux d’une collègue").post();

        TestVisitor.Answer answer = mine.post();

        assertEquals(409, answer.status());
        assertEquals("Mes mots", answer.page().select("#c-title").attr("value"));
        assertTrue(answer.page().select("#erreurs table").text().contains("Ceux d’une collègue Mes mots"));
        assertEquals(303, new Form(desk, item, answer.page()).post().status());
        assertEquals("Mes mots", desk.page(item).select("#c-title").attr("value"));
    }

    @Test
    void whoMayOnlyTranslateOrReadFiguresWritesNothingElse() {
        String contract = town.smallTown("droits-du-bureau");
        String base = "/equipe/droits-du-bureau/contenus";
        TestVisitor translator = town.member(contract, Role.TRANSLATOR);
        TestVisitor committee = town.member(contract, Role.COMMITTEE);
        String csrf = translator.page(base).select("input[name=csrf]").attr("value");
        assertEquals(200, translator.get(base + "/actions/plomb/ar").status());
        assertEquals(200, translator.get(base + "/actions/plomb/apercu?lang=ar").status());
        assertTrue(translator.page(base).select("a[href$=nouveau]").isEmpty());
        for (String path :
                List.of("/actions/nouveau", "/actions/plomb", "/actions/plomb/copie", "/actions/plomb/historique")) {
            assertEquals(403, translator.get(base + path).status(), path);
            assertEquals(403, committee.get(base + path).status(), path);
        }
        for (String path : List.of(
                "/actions/nouveau",
                "/actions/plomb",
                "/actions/plomb/publication",
                "/actions/plomb/retrait",
                "/actions/plomb/archive",
                "/actions/plomb/copie")) {
            assertEquals(403, translator.post(base + path, Map.of("csrf", csrf)).status(), path);
        }
        assertEquals(403, committee.get(base).status());
        assertEquals(403, committee.get(base + "/actions/plomb/ar").status());
        assertEquals(403, translator.get("/equipe/droits-du-bureau/historique").status());
        assertEquals(403, translator.get("/equipe/contrats/nouveau").status());
        assertEquals(
                404,
                translator.get("/equipe/" + TestTown.CONTRACT + "/contenus").status());
    }

    @Test
    void anImportDoesNotOverwriteTheDesk() {
        String contract = town.smallTown("import-apres-bureau");
        form(desk(contract), "/equipe/import-apres-bureau/contenus/missions/interprete")
                .set("title", "Interprète du bureau")
                .post();
        String yaml = town.bean(ContractExport.class)
                .yaml(contract)
                .orElseThrow()
                .replace("fr: Interprète du bureau", "fr: Interprète du fichier");

        ImportReport report =
                town.bean(ContractImport.class).importFile("f", yaml.getBytes(StandardCharsets.UTF_8), false);

        assertEquals(List.of("mission/interprete: titre (fr) modifié au bureau"), report.refused());
    }

    @Test
    void anArchivedContractIsNoLongerPublicAndItsReceiptsStay() {
        String contract = town.smallTown("contrat-fini");
        TestVisitor desk = desk(contract);
        String code = town.give("fr", contract, "avis", Map.of("q-venu", "oui", "may_show", "no"));
        assertEquals(200, town.visitor().get("/fr/contrat-fini").status());

        assertEquals(
                303,
                act(desk, "/equipe/contrat-fini/contenus/contrat/contrat-fini", "/archive")
                        .status());

        assertEquals(404, town.visitor().get("/fr/contrat-fini").status());
        assertEquals(404, town.visitor().get("/fr/contrat-fini/actions/plomb").status());
        assertEquals(
                404,
                town.visitor().get("/api/v1/contracts/contrat-fini/actions").status());
        assertFalse(town.visitor().get("/api/v1/contracts").text().contains("contrat-fini"));
        assertEquals(200, town.visitor().get("/fr/suivi/" + code).status());
        assertEquals(200, desk.get("/equipe/contrat-fini/contenus").status());
    }

    private List<String> history(String slug) {
        return TestTown.rows("SELECT what FROM content_history WHERE slug = ? ORDER BY id", slug);
    }

    private static List<String> digests(String contract) {
        return TestTown.rows("""
                SELECT e.slug, p.language, p.position, p.digest FROM event e
                JOIN contract c ON c.id = e.contract_id
                JOIN paragraph p ON p.text_id IN (e.title_text, e.summary_text, e.place_text, e.access_text)
                WHERE c.slug = ? ORDER BY 1, 2, p.body, 4
                """, contract);
    }

    private static String slugOf(String contract, String table, String kind) {
        return TestTown.rows(
                        "SELECT i.slug FROM " + table
                                + " i JOIN contract c ON c.id = i.contract_id WHERE c.slug = ? AND i.kind = ? ORDER BY i.id",
                        contract,
                        kind)
                .getFirst();
    }

    private String agenda(String contract) {
        return town.visitor().page("/fr/" + contract + "/agenda").text()
                + town.visitor()
                        .get("/api/v1/contracts/" + contract + "/events")
                        .text()
                + town.visitor().get("/fr/" + contract + "/agenda.ics").text()
                + town.visitor().page("/fr/" + contract).text();
    }

    private String day(int fromNow) {
        return LocalDate.ofInstant(town.clock().instant(), java.time.ZoneId.of("Europe/Paris"))
                .plusDays(fromNow)
                .toString();
    }

    private TestVisitor desk(String contract) {
        return town.coordinator(contract).desk();
    }

    private static TestVisitor.Answer act(TestVisitor desk, String item, String what) {
        String csrf = desk.page(item).select("input[name=csrf]").attr("value");
        return desk.post(item + what, Map.of("csrf", csrf));
    }

    private static TestVisitor.Answer undo(TestVisitor desk, String contract) {
        Document page = desk.page("/equipe/" + contract + "/historique");
        Element form = page.select("form[action$=annulation]").getFirst();
        return desk.post(
                form.attr("action"),
                Map.of("csrf", form.select("input[name=csrf]").attr("value")));
    }

    private static Form form(TestVisitor desk, String address) {
        return new Form(desk, address, desk.page(address));
    }

    /** The form of a page, as a browser would send it. */
    private static final class Form {
        private final TestVisitor desk;
        private final String address;
        private final Map<String, List<String>> fields = new LinkedHashMap<>();

        private Form(TestVisitor desk, String address, Document page) {
            this.desk = desk;
            this.address = address;
            for (KeyVal field : ((FormElement) page.select("form.item").getFirst()).formData()) {
                fields.computeIfAbsent(field.key(), key -> new ArrayList<>()).add(field.value());
            }
        }

        private Form set(String field, String value) {
            fields.remove(field);
            if (!value.isEmpty() || !field.equals("free")) {
                fields.put(field, List.of(value));
            }
            return this;
        }

        private TestVisitor.Answer post() {
            return post(address);
        }

        private TestVisitor.Answer post(String to) {
            return desk.post(
                    to,
                    fields.entrySet().stream()
                            .flatMap(field -> field.getValue().stream()
                                    .map(value ->
                                            field.getKey() + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8)))
                            .collect(Collectors.joining("&")));
        }
    }
}
