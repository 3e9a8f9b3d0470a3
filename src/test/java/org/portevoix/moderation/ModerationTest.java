package org.portevoix.moderation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.micronaut.test.support.TestPropertyProvider;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.portevoix.TestDatabase;
import org.portevoix.account.DeskVisitor;
import org.portevoix.account.Role;
import org.portevoix.consultation.TeamVoice;
import org.portevoix.contract.Contracts;
import org.portevoix.importing.ContractImport;
import org.portevoix.web.FormKeys;

@MicronautTest(transactional = false)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ModerationTest implements TestPropertyProvider {

    private static final String TOWN = "ville-des-avis";
    private static final String QUEUE = "/equipe/" + TOWN + "/avis";

    @Inject
    EmbeddedServer server;

    @Inject
    ContractImport imports;

    @Inject
    Contracts contracts;

    @Inject
    FormKeys formKeys;

    @Inject
    TeamVoice voice;

    DeskVisitor coordinator;

    @Override
    public Map<String, String> getProperties() {
        Map<String, String> properties = new TreeMap<>();
        TestDatabase.properties().forEach((key, value) -> properties.put(key, String.valueOf(value)));
        return properties;
    }

    @BeforeAll
    void openTheTown() throws IOException {
        importTown(TOWN);
        importTown("ville-d-a-cote");
        coordinator = DeskVisitor.signedIn(server, "coordination@" + TOWN + ".fr", Role.COORDINATOR, id(TOWN));
    }

    @Nested
    class TheQueue {

        @Test
        void showsTheWordsWholeWithTheirLanguageAndTheLeave() {
            long id = opinion("ar", "<b>مكان</b> للأطفال", "no");
            Element card = card(lastQueuePage(), id);
            Element words = card.expectFirst(".words");
            assertEquals("<b>مكان</b> للأطفال", words.text());
            assertEquals("ar", words.attr("lang"));
            assertEquals("auto", words.attr("dir"));
            assertTrue(card.text().contains("Équipe seulement"));
            assertTrue(card.select("input[value=publish]").isEmpty());
            assertEquals(9, card.select("option:not([value=''])").size());
        }

        @Test
        void givesTheShortcutsToTheFirstOpinionOnly() {
            opinion("fr", "Un avis au moins", "yes");
            opinion("fr", "Deux avis au moins", "yes");
            Document page = coordinator.get(QUEUE).page();
            assertEquals(1, page.select("[accesskey=t]").size());
            assertEquals(1, page.select("[accesskey=n]").size());
            assertTrue(page.select(".hint").text().contains("touche d’accès P"));
        }

        @Test
        void isOnTheHomeWithItsAge() {
            opinion("fr", "Quelqu’un attend", "yes");
            String home = coordinator.get("/equipe").page().text();
            assertTrue(home.contains("avis à lire Le plus ancien est arrivé aujourd’hui"), home);
        }

        @Test
        void ofAnotherTownIsNotFound() {
            assertEquals(404, coordinator.get("/equipe/ville-d-a-cote/avis").status());
            assertEquals(404, coordinator.get("/equipe/nulle-part/avis").status());
            long id = opinion("fr", "Un avis d’ici", "yes");
            DeskVisitor neighbour =
                    DeskVisitor.signedIn(server, "voisine@ville.fr", Role.COORDINATOR, id("ville-d-a-cote"));
            assertEquals(404, neighbour.get("/equipe/ville-d-a-cote/avis/" + id).status());
            assertEquals(404, coordinator.get(QUEUE + "/pas-un-nombre").status());
        }

        @Test
        void isClosedToTheCommitteeWhichSeesTheFigures() {
            DeskVisitor member = DeskVisitor.signedIn(server, "elue@ville.fr", Role.COMMITTEE, id(TOWN));
            long id = opinion("fr", "Des mots pour la coordination", "yes");
            assertEquals(403, member.get(QUEUE).status());
            assertEquals(403, member.get(QUEUE + "/decides").status());
            assertEquals(403, member.get(QUEUE + "/" + id).status());
            assertEquals(403, member.get("/equipe/" + TOWN + "/questionnaires").status());
            assertEquals(
                    403,
                    member.postFromDesk(QUEUE + "/" + id + "/decision", Map.of("decision", "publish"))
                            .status());
            String first = member.get("/equipe").header("Location");
            assertEquals("/equipe/" + TOWN + "/rapport", first, "the one thing that is theirs");
            Document report = member.get(first).page();
            assertFalse(report.text().contains("avis à lire"), report.text());
            assertFalse(report.text().contains("Des mots pour la coordination"));
        }
    }

    @Nested
    class ADecision {

        @Test
        void publishesWithTheLeaveOfTheWriterAndSaysSo() {
            long id = opinion("fr", "Ouvrez aussi le samedi matin", "yes");
            DeskVisitor.Answer answer = decide(id, Map.of("decision", "publish"));
            assertEquals(303, answer.status());
            Document queue = coordinator.get(answer.header("Location")).page();
            assertTrue(queue.select("[role=status]").text().contains("L’avis n° " + id + " est publié."));
            assertEquals("PUBLISHED", state(id));
            assertTrue(coordinator.get(QUEUE + "/decides").page().text().contains("Ouvrez aussi le samedi matin"));
            assertTrue(coordinator
                    .get("/fr/" + TOWN + "/avis/forum-sante")
                    .page()
                    .text()
                    .contains("Ouvrez aussi le samedi matin"));
        }

        @Test
        void isNotToPublishWithoutLeave() {
            long id = opinion("fr", "Pour l’équipe seulement", "no");
            DeskVisitor.Answer answer = decide(id, Map.of("decision", "publish"));
            assertEquals(422, answer.status());
            assertFalse(answer.page().select(".errors a[href=#field-decision]").isEmpty());
            assertEquals("WAITING", state(id));
            assertEquals(List.of(), rows("SELECT decision FROM moderation_decision WHERE opinion_id = ?", id));
        }

        @Test
        void passesOnToSomebodyNamed() {
            long id = opinion("fr", "La lumière du parc est cassée", "no");
            assertEquals(422, decide(id, Map.of("decision", "pass_on")).status());
            assertEquals(
                    303,
                    decide(id, Map.of("decision", "pass_on", "passed_to", "le service de l’éclairage"))
                            .status());
            assertEquals("PASSED_ON", state(id));
            assertEquals(
                    "le service de l’éclairage",
                    voice.decision(id).orElseThrow().passedTo());
        }

        @Test
        void refusesForAReasonAndStillCounts() {
            long id = opinion("fr", "Des mots durs", "yes");
            assertEquals(422, decide(id, Map.of("decision", "refuse")).status());
            assertEquals(
                    422,
                    decide(id, Map.of("decision", "refuse", "reason", "AUTRE")).status());
            assertEquals(
                    303,
                    decide(id, Map.of("decision", "refuse", "reason", "INSULT")).status());
            assertEquals(List.of("REFUSED 1"), rows("SELECT state, is_counted FROM opinion WHERE id = ?", id));
            assertEquals("INSULT", voice.decision(id).orElseThrow().reason());
        }

        @Test
        void takesSpamOutOfTheLedgerOnce() {
            long id = opinion("fr", "Achetez nos pilules", "yes");
            long before = ledger("OPINION");
            assertEquals(
                    303,
                    decide(id, Map.of("decision", "refuse", "reason", "SPAM")).status());
            assertEquals(before - 1, ledger("OPINION"));
            assertEquals(
                    409,
                    decide(id, Map.of("decision", "refuse", "reason", "SPAM")).status());
            assertEquals(before - 1, ledger("OPINION"));
        }

        @Test
        void isTakenByOneOfTwoWhoDecideAtOnce() throws Exception {
            DeskVisitor colleague = DeskVisitor.signedIn(server, "collegue@ville.fr", Role.COORDINATOR, id(TOWN));
            long id = opinion("fr", "Deux personnes me lisent", "yes");
            Callable<Integer> one =
                    () -> decide(id, Map.of("decision", "publish")).status();
            Callable<Integer> other = () -> colleague
                    .postFromDesk(QUEUE + "/" + id + "/decision", Map.of("decision", "refuse", "reason", "OFF_TOPIC"))
                    .status();
            List<Integer> answers = new ArrayList<>();
            try (ExecutorService both = Executors.newFixedThreadPool(2)) {
                for (Future<Integer> status : both.invokeAll(List.of(one, other))) {
                    answers.add(status.get());
                }
            }
            assertEquals(List.of(303, 409), answers.stream().sorted().toList());
            assertEquals(List.of("1"), rows("SELECT COUNT(*) FROM moderation_decision WHERE opinion_id = ?", id));
            String late = decide(id, Map.of("decision", "publish"))
                    .page()
                    .select("[role=alert]")
                    .text();
            assertTrue(late.contains("Quelqu’un d’autre a déjà décidé de l’avis n° " + id), late);
        }

        @Test
        void isAboutTheWordsThatWereRead() {
            Sent sent = send("fr", "Des mots bien gentils", "yes");
            Element read = card(lastQueuePage(), sent.id());
            String revision = read.select("input[name=revision]").attr("value");
            assertEquals(
                    303,
                    new DeskVisitor(server)
                            .post(
                                    sent.receipt() + "/correction",
                                    Map.of("q-changer", "Des mots que personne n’a lus", "may_show", "yes"))
                            .status());
            DeskVisitor.Answer late = decide(sent.id(), Map.of("decision", "publish", "revision", revision));
            assertEquals(422, late.status());
            assertTrue(
                    late.page().text().contains("corrigé son avis"), late.page().text());
            assertEquals("WAITING", state(sent.id()));
            assertEquals(
                    303,
                    decide(
                                    sent.id(),
                                    Map.of(
                                            "decision",
                                            "publish",
                                            "revision",
                                            late.page()
                                                    .select("input[name=revision]")
                                                    .attr("value")))
                            .status());
        }

        @Test
        void needsTheTokenOfTheSessionAndOurOwnPage() {
            long id = opinion("fr", "Un formulaire venu d’ailleurs", "yes");
            String decision = QUEUE + "/" + id + "/decision";
            assertEquals(
                    403,
                    coordinator.post(decision, Map.of("decision", "publish")).status());
            assertEquals(
                    403,
                    coordinator
                            .post(decision, Map.of("decision", "publish", "csrf", "0".repeat(64)))
                            .status());
            assertEquals("WAITING", state(id));
        }
    }

    @Nested
    class AReply {

        @Test
        void isOnTheReceiptOfTheWriterAndKeepsNoPublicPromise() {
            Sent sent = send("ta", "விளையாட்டு மைதானம்", "yes");
            long lines = ledger("REPLY");
            long kept = keptPromises();
            String key = formKeys.next();
            Map<String, String> reply = Map.of("text", "Merci. Le terrain ouvre en mai.", "key", key);
            String address = QUEUE + "/" + sent.id() + "/reponse";
            assertEquals(303, coordinator.postFromDesk(address, reply).status());
            assertEquals(303, coordinator.postFromDesk(address, reply).status());
            assertEquals(1, voice.repliesToOpinion(sent.id()).size());
            assertEquals(lines + 1, ledger("REPLY"));
            assertEquals(kept, keptPromises());
            Document receipt = coordinator.get(sent.receipt()).page();
            assertEquals(
                    "fr",
                    receipt.select("*:containsOwn(Merci. Le terrain ouvre en mai.)")
                            .parents()
                            .attr("lang"));
        }

        @Test
        void sentAgainWithOtherWordsIsAnotherReply() {
            long id = opinion("fr", "Deux réponses me sont dues", "yes");
            String key = formKeys.next();
            String address = QUEUE + "/" + id + "/reponse";
            coordinator.postFromDesk(address, Map.of("text", "La première.", "key", key));
            coordinator.postFromDesk(address, Map.of("text", "La seconde.", "key", key));
            assertEquals(2, voice.repliesToOpinion(id).size());
        }

        @Test
        void keepsEachWordWhenItIsTooLong() {
            long id = opinion("fr", "Une longue réponse m’attend", "yes");
            String text = "Nous vous répondons.\n".repeat(200);
            DeskVisitor.Answer answer = coordinator.postFromDesk(QUEUE + "/" + id + "/reponse", Map.of("text", text));
            assertEquals(422, answer.status());
            assertEquals(
                    text.strip(),
                    answer.page().expectFirst("#field-text").wholeText().strip());
            assertFalse(answer.page().select(".errors a[href=#field-text]").isEmpty());
            assertEquals(
                    422,
                    coordinator
                            .postFromDesk(QUEUE + "/" + id + "/reponse", Map.of("text", " "))
                            .status());
        }

        @Test
        void toAllIsPublicAndKeepsThePromise() {
            String address = "/equipe/" + TOWN + "/questionnaires/ateliers-cuisine";
            assertTrue(coordinator.get("/equipe").page().text().contains("Quels ateliers cuisine"));
            long kept = keptPromises();
            DeskVisitor.Answer answer = coordinator.postFromDesk(
                    address + "/reponse",
                    Map.of("text", "Merci à tous.\n\nDeux ateliers ouvrent.", "key", formKeys.next()));
            assertEquals(303, answer.status());
            assertTrue(coordinator
                    .get(answer.header("Location"))
                    .page()
                    .select("[role=status]")
                    .text()
                    .contains("publiée"));
            assertTrue(keptPromises() > kept);
            assertTrue(coordinator
                    .get("/fr/" + TOWN + "/avis/ateliers-cuisine")
                    .page()
                    .text()
                    .contains("Deux ateliers ouvrent."));
            assertFalse(coordinator.get("/equipe").page().text().contains("Quels ateliers cuisine"));
            assertTrue(coordinator
                    .get("/equipe/" + TOWN + "/questionnaires")
                    .page()
                    .text()
                    .contains("Répondu"));
        }
    }

    private DeskVisitor.Answer decide(long id, Map<String, String> fields) {
        return coordinator.postFromDesk(QUEUE + "/" + id + "/decision", fields);
    }

    private Document lastQueuePage() {
        String address = QUEUE;
        while (true) {
            Document page = coordinator.get(address).page();
            String next = page.select("a[rel=next]").attr("href");
            if (next.isEmpty()) {
                return page;
            }
            address = next;
        }
    }

    private static Element card(Document page, long id) {
        return page.expectFirst("article[aria-labelledby=opinion-" + id + "]");
    }

    private long opinion(String language, String words, String mayShow) {
        return send(language, words, mayShow).id();
    }

    private Sent send(String language, String words, String mayShow) {
        DeskVisitor.Answer answer = new DeskVisitor(server)
                .post(
                        "/" + language + "/" + TOWN + "/avis/forum-sante",
                        Map.of("key", formKeys.next(), "q-changer", words, "may_show", mayShow, "q-plu", "4"));
        assertEquals(303, answer.status());
        return new Sent(
                Long.parseLong(rows("SELECT opinion_id FROM answer WHERE body = ?", words)
                        .getLast()),
                answer.header("Location"));
    }

    private static String state(long id) {
        return rows("SELECT state FROM opinion WHERE id = ?", id).getFirst();
    }

    private long ledger(String act) {
        return Long.parseLong(
                rows("SELECT COALESCE(SUM(count), 0) FROM ledger_line WHERE contract_id = ? AND act = ?", id(TOWN), act)
                        .getFirst());
    }

    /** Replies that name an action sheet: those that everybody may read. */
    private long keptPromises() {
        return Long.parseLong(rows("""
                        SELECT COUNT(*) FROM ledger_line
                        WHERE contract_id = ? AND act = 'REPLY' AND kind = 'ACTIVITY' AND action_sheet_id IS NOT NULL
                        """, id(TOWN)).getFirst());
    }

    private long id(String slug) {
        return contracts.find(slug).orElseThrow().id();
    }

    private void importTown(String slug) throws IOException {
        String sample =
                Files.readString(Path.of("sample/contract.yaml")).replaceFirst("slug: bobigny", "slug: " + slug);
        assertTrue(imports.importFile("contract.yaml", sample.getBytes(StandardCharsets.UTF_8), false)
                .isDone());
    }

    private static List<String> rows(String sql, Object... values) {
        try (Connection connection = TestDatabase.ownerConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            List<String> rows = new ArrayList<>();
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    List<String> row = new ArrayList<>();
                    for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                        row.add(result.getString(i));
                    }
                    rows.add(String.join(" ", row));
                }
            }
            return rows;
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    record Sent(long id, String receipt) {}
}
