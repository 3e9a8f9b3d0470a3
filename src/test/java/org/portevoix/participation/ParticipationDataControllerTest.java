package org.portevoix.participation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.client.HttpClient;
import io.micronaut.http.client.annotation.Client;
import io.micronaut.http.client.exceptions.HttpClientResponseException;
import io.micronaut.json.JsonMapper;
import io.micronaut.json.tree.JsonNode;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.micronaut.test.support.TestPropertyProvider;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.StringReader;
import java.sql.Connection;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.portevoix.TestDatabase;

/** Forty opinions, of which two were sent twice and one was taken back; three were not shown for their tone, and count. */
@MicronautTest(transactional = false)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ParticipationDataControllerTest implements TestPropertyProvider {
    private static final List<String> TABLES =
            List.of("byLevel", "byChannel", "byNeighbourhood", "byAxis", "byAction", "byMonth");

    @Inject
    Ledger ledger;

    @Inject
    PublishedFigures published;

    @Inject
    TransactionOperations<Connection> transactions;

    @Inject
    JsonMapper mapper;

    @Inject
    @Client("/api/v1/contracts")
    HttpClient client;

    @Override
    public Map<String, String> getProperties() {
        return TestDatabase.properties().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> String.valueOf(entry.getValue())));
    }

    @Test
    void everyReadingSaysThirtySeven() throws IOException {
        StoredContract contract = fortyOpinions("trente-sept");
        Figures figures = published.of(contract.id());
        assertEquals(37, figures.participations());
        figures.tables().forEach((name, table) -> assertEquals(37, sum(table), name));

        JsonNode json = json(contract, "");
        assertEquals(37, json.get("participations").getLongValue());
        assertEquals(2, json.get("intentions").getLongValue());
        assertEquals(figures.asOf().toString(), json.get("asOf").getStringValue());
        for (String table : TABLES) {
            long sum = 0;
            for (JsonNode value : json.get(table).values()) {
                sum += value.getLongValue();
            }
            assertEquals(37, sum, table);
        }
        assertEquals(19, json.get("byNeighbourhood").get("centre").getLongValue());
        assertEquals(0, json.get("byNeighbourhood").get("autre-ville").getLongValue());
        assertEquals(18, json.get("byAction").get("sans-action").getLongValue());
        assertEquals(18, json.get("byAxis").get("sans-axe").getLongValue());
        assertEquals(37, json.get("byLevel").get("consulted").getLongValue());

        Map<String, Long> csv = new HashMap<>();
        for (CSVRecord row : csv(contract)) {
            csv.merge(row.get("table"), Long.parseLong(row.get("count")), Long::sum);
        }
        TABLES.forEach(table -> assertEquals(37, csv.get(table), table));
        assertEquals(37, csv.get("participations"));
    }

    @Test
    void aMonthIsAskedForByItsName() throws IOException {
        StoredContract contract = fortyOpinions("par-mois");
        JsonNode may = json(contract, "?from=2027-05&to=2027-05");
        assertEquals(19, may.get("participations").getLongValue());
        assertEquals(List.of("2027-05"), keys(may.get("byMonth")));
        assertEquals(37, json(contract, "?from=2027-05").get("participations").getLongValue());
        assertEquals(0, json(contract, "?from=2028-01").get("participations").getLongValue());
    }

    @Test
    void aHiddenFigureIsNullInJsonAndEmptyInCsv() throws IOException {
        StoredContract contract = fortyOpinions("petit");
        StoredContract other = StoredContract.named("petit-aussi");
        write(3, opinion(other, 5, "centre", other.sport()));
        write(9, opinion(other, 5, "gare", other.housing()));
        JsonNode json = json(other, "");
        assertEquals(12, json.get("participations").getLongValue());
        assertTrue(json.get("byNeighbourhood").get("centre").isNull());
        assertTrue(json.get("byNeighbourhood").get("gare").isNull());
        assertTrue(json.get("byNeighbourhood").get("inconnu").isNull());
        assertEquals(
                "",
                csv(other).stream()
                        .filter(row -> row.get("key").equals("gare"))
                        .findFirst()
                        .orElseThrow()
                        .get("count"));
        assertEquals(37, json(contract, "").get("participations").getLongValue());
    }

    @Test
    void aMonthThatCannotBeReadIsRefusedWithAReason() {
        StoredContract contract = StoredContract.named("mois-illisible");
        for (String query : List.of("?from=mars", "?to=2027-13", "?from=2027%2F03", "?from=2027-05&to=2027-04")) {
            HttpClientResponseException refused =
                    assertThrows(HttpClientResponseException.class, () -> json(contract, query), query);
            assertEquals(HttpStatus.BAD_REQUEST, refused.getStatus());
            assertTrue(refused.getResponse().getBody(String.class).orElse("").contains("mois"), query);
        }
    }

    @Test
    void anUnknownContractIsNotFound() {
        HttpClientResponseException refused = assertThrows(
                HttpClientResponseException.class, () -> client.toBlocking().retrieve("/nulle-part/participation"));
        assertEquals(HttpStatus.NOT_FOUND, refused.getStatus());
    }

    @Test
    void aContractWithoutALineShowsZeros() throws IOException {
        JsonNode json = json(StoredContract.named("vide"), "");
        assertEquals(0, json.get("participations").getLongValue());
        assertEquals(0, json.get("byLevel").get("decider").getLongValue());
    }

    private StoredContract fortyOpinions(String slug) {
        StoredContract contract = StoredContract.named(slug);
        LedgerLine.Builder spring = opinion(contract, 5, "centre", contract.housing());
        LedgerLine.Builder summer = opinion(contract, 6, "gare", null);
        write(21, spring);
        write(19, summer);
        // Refused for their tone: no line, they still count. Sent twice, and taken back:
        correct(2, spring);
        correct(1, summer);
        transactions.executeWrite(status -> {
            ledger.record(LedgerLine.intention(contract.id(), YearMonth.of(2027, 5), Act.SIGN_UP, Channel.WEB)
                    .count(2)
                    .build());
            return contract;
        });
        return contract;
    }

    private static LedgerLine.Builder opinion(StoredContract contract, int month, String home, @Nullable Long sheet) {
        return LedgerLine.participation(
                        contract.id(),
                        YearMonth.of(2027, month),
                        Act.OPINION,
                        ParticipationLevel.CONSULTED,
                        month == 5 ? Channel.WEB : Channel.PAPER)
                .home(home)
                .actionSheet(sheet);
    }

    private void write(int times, LedgerLine.Builder line) {
        transactions.executeWrite(status -> {
            for (int time = 0; time < times; time++) {
                ledger.record(line.build());
            }
            return times;
        });
    }

    private void correct(int times, LedgerLine.Builder line) {
        transactions.executeWrite(status -> {
            for (int time = 0; time < times; time++) {
                ledger.correction(line.build());
            }
            return times;
        });
    }

    private JsonNode json(StoredContract contract, String query) throws IOException {
        String text = client.toBlocking()
                .retrieve(
                        HttpRequest.GET("/" + contract.slug() + "/participation" + query),
                        Argument.STRING,
                        Argument.STRING);
        return mapper.readValue(text, JsonNode.class);
    }

    private List<CSVRecord> csv(StoredContract contract) throws IOException {
        String text = client.toBlocking().retrieve("/" + contract.slug() + "/participation.csv");
        return CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get()
                .parse(new StringReader(text))
                .getRecords();
    }

    private static List<String> keys(JsonNode table) {
        return StreamSupport.stream(table.entries().spliterator(), false)
                .map(Map.Entry::getKey)
                .toList();
    }

    private static long sum(Map<String, @Nullable Long> table) {
        return table.values().stream()
                .mapToLong(value -> value == null ? 0 : value)
                .sum();
    }
}
