package org.portevoix.consultation;

import static org.junit.jupiter.api.Assertions.assertEquals;
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
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.portevoix.TestDatabase;
import org.portevoix.account.DeskVisitor;
import org.portevoix.account.Role;
import org.portevoix.contract.Contracts;
import org.portevoix.importing.ContractImport;
import org.portevoix.web.FormKeys;

/** What happens to one opinion at the same moment: the ledger counts what stands, once. */
@MicronautTest(transactional = false)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OpinionsAtOnceTest implements TestPropertyProvider {

    private static final String TOWN = "ville-pressee";
    private static final String FORM = "/fr/" + TOWN + "/avis/forum-sante";

    @Inject
    EmbeddedServer server;

    @Inject
    ContractImport imports;

    @Inject
    Contracts contracts;

    @Inject
    FormKeys formKeys;

    private DeskVisitor coordinator;
    private DeskVisitor resident;

    @Override
    public Map<String, String> getProperties() {
        Map<String, String> properties = new TreeMap<>();
        TestDatabase.properties().forEach((key, value) -> properties.put(key, String.valueOf(value)));
        return properties;
    }

    @BeforeAll
    void openTheTown() throws IOException {
        String sample =
                Files.readString(Path.of("sample/contract.yaml")).replaceFirst("slug: bobigny", "slug: " + TOWN);
        assertTrue(imports.importFile("contract.yaml", sample.getBytes(StandardCharsets.UTF_8), false)
                .isDone());
        coordinator = DeskVisitor.signedIn(server, "coordination@" + TOWN + ".fr", Role.COORDINATOR, id());
        resident = new DeskVisitor(server);
    }

    @Test
    void aFormSentTwentyTimesAtOnceIsOneOpinionAndOneLine() throws Exception {
        for (int round = 0; round < 5; round++) {
            long opinions = opinions();
            Map<String, String> form = form("Vingt fois le même " + round);
            List<DeskVisitor.Answer> answers = atOnce(Collections.nCopies(20, () -> resident.post(FORM, form)));
            assertEquals(Set.of(303), statuses(answers));
            assertEquals(
                    1,
                    answers.stream()
                            .map(answer -> answer.header("Location"))
                            .distinct()
                            .count());
            assertEquals(opinions + 1, opinions());
            assertEquals(counted(), ledger());
        }
    }

    @Test
    void oneKeyWithOtherAnswersAtOnceIsAsManyOpinions() throws Exception {
        long opinions = opinions();
        String key = formKeys.next();
        List<Callable<DeskVisitor.Answer>> sent = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            Map<String, String> form = Map.of("key", key, "q-changer", "Autre avis " + i % 4, "may_show", "no");
            sent.add(() -> resident.post(FORM, form));
        }
        List<DeskVisitor.Answer> answers = atOnce(sent);
        assertEquals(Set.of(303), statuses(answers));
        assertEquals(
                4,
                answers.stream()
                        .map(answer -> answer.header("Location"))
                        .distinct()
                        .count());
        assertEquals(opinions + 4, opinions());
        assertEquals(counted(), ledger());
    }

    @RepeatedTest(8)
    void whatIsWithdrawnCorrectedAndRefusedAtOnceIsTakenBackOnce() throws Exception {
        String words = "À la fois " + formKeys.next();
        String receipt = resident.post(FORM, form(words)).header("Location");
        String decision = "/equipe/" + TOWN + "/avis/"
                + rows("SELECT opinion_id FROM answer WHERE body = ?", words).getFirst() + "/decision";
        long before = ledger();
        List<DeskVisitor.Answer> answers = atOnce(List.of(
                () -> resident.post(receipt + "/retrait", Map.of()),
                () -> coordinator.postFromDesk(decision, Map.of("decision", "refuse", "reason", "SPAM")),
                () -> resident.post(receipt + "/correction", Map.of("q-changer", words + " bis", "may_show", "yes")),
                () -> resident.post(receipt + "/retrait", Map.of()),
                () -> coordinator.postFromDesk(decision, Map.of("decision", "publish"))));
        assertTrue(
                statuses(answers).stream().allMatch(status -> status < 500),
                () -> statuses(answers).toString());
        assertEquals(before - 1, ledger());
        assertEquals(counted(), ledger());
        assertEquals(List.of(), rows("SELECT body FROM answer WHERE body LIKE ?", words + "%"));
        resident.post(receipt + "/retrait", Map.of());
        assertEquals(before - 1, ledger());
    }

    private Map<String, String> form(String words) {
        return Map.of("key", formKeys.next(), "q-changer", words, "may_show", "yes", "q-plu", "4");
    }

    private static List<DeskVisitor.Answer> atOnce(List<Callable<DeskVisitor.Answer>> requests) throws Exception {
        List<DeskVisitor.Answer> answers = new ArrayList<>();
        try (ExecutorService all = Executors.newFixedThreadPool(requests.size())) {
            for (Future<DeskVisitor.Answer> answer : all.invokeAll(requests)) {
                answers.add(answer.get());
            }
        }
        return answers;
    }

    private static Set<Integer> statuses(List<DeskVisitor.Answer> answers) {
        return answers.stream().map(DeskVisitor.Answer::status).collect(Collectors.toSet());
    }

    private long opinions() {
        return number("SELECT COUNT(*) FROM opinion WHERE contract_id = ?");
    }

    private long counted() {
        return number("SELECT COUNT(*) FROM opinion WHERE contract_id = ? AND is_counted");
    }

    private long ledger() {
        return number("SELECT COALESCE(SUM(count), 0) FROM ledger_line WHERE contract_id = ? AND act = 'OPINION'");
    }

    private long number(String sql) {
        return Long.parseLong(rows(sql, id()).getFirst());
    }

    private long id() {
        return contracts.find(TOWN).orElseThrow().id();
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
                    rows.add(result.getString(1));
                }
            }
            return rows;
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }
}
