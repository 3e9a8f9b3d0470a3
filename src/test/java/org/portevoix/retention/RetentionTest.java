package org.portevoix.retention;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.portevoix.PassingClock;
import org.portevoix.TestDatabase;
import org.portevoix.TestTown;
import org.portevoix.account.DeskVisitor;
import org.portevoix.account.Role;
import org.portevoix.contract.Contract;
import org.portevoix.contract.Contracts;
import org.portevoix.importing.ContractImport;

/** Personal data goes on its day, and the figures stay. Each test has a site of its own, whose time it lets pass. */
class RetentionTest {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private final EmbeddedServer site = site();
    private String town = "";
    private Contract contract;
    private DeskVisitor team;

    @BeforeEach
    void openTheTown() throws Exception {
        town = "garde-" + Long.toString(System.nanoTime(), 36);
        String yaml = Files.readString(Path.of("src/test/resources/importing/town.yaml"))
                .replace("slug: petite-ville\n", "slug: " + town + "\n");
        bean(ContractImport.class).importFile("town.yaml", yaml.getBytes(StandardCharsets.UTF_8), false);
        contract = bean(Contracts.class).find(town).orElseThrow();
        team = DeskVisitor.signedIn(site, "equipe@" + town + ".example", Role.COORDINATOR, contract.id());
        TroubledData.FAILS.set(false);
    }

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void anOpinionGoesTheDayAfterItsTermAndItsCountsStay() throws Exception {
        String ticked = give("non", "", "");
        String shown = give("oui", "Un square à l’ombre", "yes");
        String passedOn = give("oui", "Mon voisin fait du bruit", "yes");
        decide("square", Map.of("decision", "publish"));
        decide("voisin", Map.of("decision", "pass_on", "passed_to", "la médiation"));
        reply("square", "Merci pour le square, vous qui habitez en face.");
        leaveContacts();
        List<String> ledger = ledger();
        LocalDate closes =
                LocalDate.parse(TestTown.rows("SELECT closes_on FROM consultation WHERE contract_id = ?", contract.id())
                        .getFirst());

        runOn(closes.plusMonths(12));
        assertEquals(3, opinions().size(), "on its last day it is still there");
        runOn(closes.plusMonths(12).plusDays(1));

        assertEquals(
                List.of("PUBLISHED inconnu null null null"),
                TestTown.rows(
                        "SELECT state, home, COALESCE(age_band, 'null'), COALESCE(gender, 'null'), COALESCE(entered_by, 'null') FROM opinion WHERE contract_id = ?",
                        contract.id()));
        assertEquals(List.of("Un square à l’ombre"), TestTown.rows("""
                        SELECT a.body FROM answer a JOIN opinion o ON o.id = a.opinion_id WHERE o.contract_id = ?
                        """, contract.id()));
        assertEquals(List.of("non 1", "oui 2"), TestTown.rows("""
                        SELECT q.slug, t.count FROM answer_tally t JOIN question_option q ON q.id = t.choice
                        JOIN question k ON k.id = t.question_id JOIN consultation c ON c.id = k.consultation_id
                        WHERE c.contract_id = ? ORDER BY q.slug
                        """, contract.id()));
        assertEquals(ledger, ledger());
        assertEquals(List.of(), TestTown.rows("SELECT 1 FROM contact WHERE kept_at < '2001-01-01'"));
        assertEquals(List.of(), TestTown.rows("SELECT 1 FROM reply WHERE contract_id = ?", contract.id()));
        assertTrue(page("/fr/" + town + "/avis/avis").contains("Un square à l’ombre"));
        assertEquals(404, new DeskVisitor(site).get(ticked).status());
        assertEquals(404, new DeskVisitor(site).get(passedOn).status());
        team = DeskVisitor.signedIn(site, "equipe@" + town + ".example", Role.COORDINATOR, contract.id());
        assertTrue(
                team.get("/equipe/" + town + "/questionnaires/avis")
                        .page()
                        .text()
                        .contains("3"),
                "the desk still knows that three came");

        assertEquals(
                303, new DeskVisitor(site).post(shown + "/retrait", Map.of()).status());
        assertFalse(page("/fr/" + town + "/avis/avis").contains("Un square à l’ombre"));
        assertEquals(ledger, ledger(), "what its line said is forgotten: no correction can be made of it");
    }

    @Test
    void wordsThatWereRefusedGoSixMonthsAfterTheDecision() {
        give("oui", "Des mots qui blessent", "yes");
        give("oui", "Des mots qui attendent", "yes");
        decide("blessent", Map.of("decision", "refuse", "reason", "INSULT"));
        List<String> ledger = ledger();
        LocalDate decided = LocalDate.now(bean(PassingClock.class).withZone(PARIS));
        runOn(decided.plusMonths(6));
        assertEquals(2, words().size());
        runOn(decided.plusMonths(6).plusDays(1));
        assertEquals(List.of("Des mots qui attendent"), words());
        assertEquals(ledger, ledger());
        assertEquals(2, opinions().size());
    }

    @Test
    void aTermOfTheContractIsKeptInsteadOfTheUsualOne() {
        give("oui", "Des mots qui blessent", "yes");
        decide("blessent", Map.of("decision", "refuse", "reason", "INSULT"));
        assertEquals(
                422,
                team.postFromDesk(
                                "/equipe/" + town + "/donnees/termes/refused_opinion",
                                Map.of("term-refused_opinion", "7"))
                        .status());
        assertEquals(
                303,
                team.postFromDesk(
                                "/equipe/" + town + "/donnees/termes/refused_opinion",
                                Map.of("term-refused_opinion", "2"))
                        .status());
        runOn(LocalDate.now(bean(PassingClock.class).withZone(PARIS))
                .plusMonths(2)
                .plusDays(1));
        assertEquals(List.of(), words());
    }

    @Test
    void twoSitesEraseOnceADay() throws Exception {
        try (EmbeddedServer other = site();
                var crowd = Executors.newVirtualThreadPerTaskExecutor()) {
            int before = TroubledData.ERASINGS.get();
            CountDownLatch together = new CountDownLatch(2);
            for (EmbeddedServer one : List.of(site, other)) {
                crowd.submit(() -> {
                    together.countDown();
                    together.await();
                    one.getApplicationContext().getBean(Retention.class).run(contract);
                    return null;
                });
            }
            crowd.close();
            assertEquals(before + 1, TroubledData.ERASINGS.get());
            bean(Retention.class).run(contract);
            assertEquals(before + 1, TroubledData.ERASINGS.get());
        }
    }

    @Test
    void aKindThatFailsStopsNoOtherAndShowsAtTheDeskUntilItIsMended() {
        TroubledData.FAILS.set(true);
        bean(Retention.class).run(contract);
        List<String> runs = TestTown.rows(
                "SELECT kind, COALESCE(erased, '-'), COALESCE(failure, '-') FROM retention_run WHERE contract_id = ? ORDER BY kind",
                contract.id());
        assertTrue(runs.contains("essai - IllegalStateException"), runs.toString());
        assertTrue(runs.contains("opinion 0 -") && runs.contains("council_remark 0 -"), runs.toString());
        assertTrue(team.get("/equipe").page().text().contains("n’ont pas pu être effacées"));
        TroubledData.FAILS.set(false);
        assertEquals(
                303,
                team.postFromDesk("/equipe/" + town + "/donnees/execution", Map.of())
                        .status());
        assertFalse(team.get("/equipe").page().text().contains("n’ont pas pu être effacées"));
    }

    @Test
    void whatWasSaidAtACouncilGoesUnlessItIsShown() throws Exception {
        run("INSERT INTO text (source_language) VALUES ('fr')");
        run("INSERT INTO council (contract_id, slug, kind, name_text) SELECT " + contract.id()
                + ", 'conseil', 'CAFE', MAX(id) FROM text");
        run(
                "INSERT INTO council_meeting (council_id, held_on, held_from, created_at) SELECT id, CURRENT_DATE, '19:00', NOW() FROM council WHERE contract_id = "
                        + contract.id());
        for (String state : List.of("WAITING", "PUBLISHED")) {
            run(
                    "INSERT INTO council_remark (council_id, meeting_id, body, language, entered_by, entered_at, state) SELECT council_id, m.id, '"
                            + state
                            + "', 'fr', 7, NOW(), '" + state
                            + "' FROM council_meeting m JOIN council c ON c.id = m.council_id WHERE c.contract_id = "
                            + contract.id());
        }
        LocalDate held = LocalDate.parse(TestTown.rows(
                        "SELECT m.held_on FROM council_meeting m JOIN council c ON c.id = m.council_id WHERE c.contract_id = ?",
                        contract.id())
                .getFirst());
        runOn(held.plusMonths(12));
        assertEquals(2, remarks().size());
        runOn(held.plusMonths(12).plusDays(1));
        assertEquals(List.of("PUBLISHED null"), remarks());
    }

    @Test
    void whatWasSaidInAnInterviewGoesWholeTheDayAfterItsTerm() throws Exception {
        LocalDate held = LocalDate.now(bean(PassingClock.class).withZone(PARIS));
        for (int number : List.of(1, 2)) {
            run("INSERT INTO interview (contract_id, consultation_id, held_on, who, entered_at, form_key)"
                    + " SELECT contract_id, id, '" + held.plusMonths(number - 1) + "', 'association', NOW(), '"
                    + "%032x".formatted(contract.id() * 10 + number)
                    + "' FROM consultation WHERE slug = 'avis' AND contract_id = " + contract.id());
        }
        run("INSERT INTO interview_answer (interview_id, question_id, body)"
                + " SELECT i.id, MIN(q.id), 'Il manque un local.' FROM interview i"
                + " JOIN question q ON q.consultation_id = i.consultation_id"
                + " WHERE i.contract_id = " + contract.id() + " GROUP BY i.id");
        assertTrue(page("/fr/donnees-personnelles").contains("entretien"));
        String desk = team.get("/equipe/" + town + "/entretiens").page().text();
        assertTrue(desk.contains("effacé 24 mois après"), desk);
        runOn(held.plusMonths(24));
        assertEquals(2, interviewAnswers().size(), "on its last day it is still there");
        runOn(held.plusMonths(24).plusDays(1));
        assertEquals(List.of("Il manque un local."), interviewAnswers());
        assertEquals(
                List.of("1"),
                TestTown.rows(
                        "SELECT erased FROM retention_run WHERE contract_id = ? AND kind = 'interview' ORDER BY day DESC LIMIT 1",
                        contract.id()));
        team = DeskVisitor.signedIn(site, "equipe@" + town + ".example", Role.COORDINATOR, contract.id());
        assertEquals(
                422,
                team.postFromDesk("/equipe/" + town + "/donnees/termes/interview", Map.of("term-interview", "37"))
                        .status());
    }

    private List<String> interviewAnswers() {
        return TestTown.rows(
                "SELECT a.body FROM interview_answer a JOIN interview i ON i.id = a.interview_id WHERE i.contract_id = ?",
                contract.id());
    }

    private List<String> remarks() {
        return TestTown.rows(
                "SELECT r.body, COALESCE(r.entered_by, 'null') FROM council_remark r JOIN council c ON c.id = r.council_id WHERE c.contract_id = ?",
                contract.id());
    }

    /** Time never goes back: days are asked for in their order. */
    private void runOn(LocalDate day) {
        PassingClock clock = bean(PassingClock.class);
        ZonedDateTime now = ZonedDateTime.now(clock.withZone(PARIS));
        // At the same hour of that day, whatever the season.
        clock.pass(Duration.between(now, now.with(day)));
        assertEquals(day, LocalDate.now(clock.withZone(PARIS)));
        bean(Retention.class).run(contract);
    }

    /** The address of its receipt. */
    private String give(String came, String words, String mayShow) {
        DeskVisitor resident = new DeskVisitor(site);
        String path = "/fr/" + town + "/avis/avis";
        Map<String, String> fields = new HashMap<>(Map.of(
                "key",
                resident.get(path).page().select("input[name=key]").attr("value"),
                "q-venu",
                came,
                "q-pourquoi",
                words,
                "age",
                "20-39",
                "gender",
                "woman"));
        if (!mayShow.isEmpty()) {
            fields.put("may_show", mayShow);
        }
        DeskVisitor.Answer answer = resident.post(path, fields);
        assertEquals(303, answer.status(), answer.page().text());
        return answer.header("Location");
    }

    private void decide(String words, Map<String, String> decision) {
        Map<String, String> all = new HashMap<>(decision);
        all.put("revision", "0");
        assertEquals(
                303,
                team.postFromDesk("/equipe/" + town + "/avis/" + opinion(words) + "/decision", all)
                        .status());
    }

    private void reply(String words, String text) {
        assertEquals(
                303,
                team.postFromDesk("/equipe/" + town + "/avis/" + opinion(words) + "/reponse", Map.of("text", text))
                        .status());
    }

    private String opinion(String words) {
        return TestTown.rows("""
                        SELECT o.id FROM opinion o JOIN answer a ON a.opinion_id = o.id
                        WHERE o.contract_id = ? AND a.body LIKE ?
                        """, contract.id(), "%" + words + "%").getFirst();
    }

    private List<String> opinions() {
        return TestTown.rows("SELECT id FROM opinion WHERE contract_id = ?", contract.id());
    }

    private List<String> words() {
        return TestTown.rows("""
                SELECT a.body FROM answer a JOIN opinion o ON o.id = a.opinion_id
                WHERE o.contract_id = ? AND a.body IS NOT NULL ORDER BY a.body
                """, contract.id());
    }

    private List<String> ledger() {
        return TestTown.rows(
                "SELECT act, home, SUM(count) FROM ledger_line WHERE contract_id = ? AND home IS NOT NULL GROUP BY act, home ORDER BY act, home",
                contract.id());
    }

    private String page(String path) {
        return new DeskVisitor(site).get(path).page().text();
    }

    /** An address left with each opinion of the town, as if long ago. */
    private void leaveContacts() throws Exception {
        run(
                "INSERT INTO contact (receipt_hash, kind, address, language, kept_at) SELECT receipt_hash, 'EMAIL', 'x', 'fr', '2000-01-01' FROM opinion WHERE contract_id = "
                        + contract.id());
    }

    private static void run(String sql) throws Exception {
        try (Connection connection = TestDatabase.ownerConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.executeUpdate();
        }
    }

    private <T> T bean(Class<T> type) {
        return site.getApplicationContext().getBean(type);
    }

    private static EmbeddedServer site() {
        Map<String, Object> properties = new HashMap<>(TestDatabase.properties());
        properties.put("portevoix.passing-clock", true);
        properties.put(TroubledData.WANTED, true);
        return ApplicationContext.run(EmbeddedServer.class, properties, "test");
    }
}
