package org.portevoix.participation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micronaut.http.client.HttpClient;
import io.micronaut.http.client.annotation.Client;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.micronaut.test.support.TestPropertyProvider;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.portevoix.TestDatabase;

@MicronautTest(transactional = false)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ParticipationControllerTest implements TestPropertyProvider {
    @Inject
    Ledger ledger;

    @Inject
    TransactionOperations<Connection> transactions;

    @Inject
    @Client("/")
    HttpClient client;

    @Override
    public Map<String, String> getProperties() {
        return TestDatabase.properties().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> String.valueOf(entry.getValue())));
    }

    @Test
    void everyTableAddsUpToThirtySeven() {
        StoredContract contract = StoredContract.named("page-trente-sept");
        write(contract, 40, "centre", contract.housing());
        write(contract, -3, "centre", contract.housing());
        Document page = page("fr", contract);
        assertTrue(page.text().contains("37 participations"), page.text());
        for (Element table : page.select("section table.figures")) {
            int sum = table.select("tbody td:nth-of-type(1)").stream()
                    .mapToInt(cell -> Integer.parseInt(cell.text()))
                    .sum();
            assertEquals(37, sum, table.select("caption").text());
            assertFalse(table.select("tbody th[scope=row]").isEmpty());
        }
        assertEquals(5, page.select("section table.figures").size());
        assertTrue(page.select("details").text().contains("Je donne mon avis : 37"), page.text());
    }

    @Test
    void neighbourhoodsStandInAlphabeticalOrderWithARateOrAReason() {
        StoredContract contract = StoredContract.named("page-quartiers");
        write(contract, 10, "centre", null);
        write(contract, 30, "gare", null);
        Element table = page("fr", contract).select("section table.figures").get(1);
        assertEquals(
                List.of("centre", "gare", "Une autre ville", "Quartier non dit"),
                table.select("tbody th").eachText());
        assertEquals("2,5", table.select("tbody tr").get(0).select("td").get(1).text());
        assertEquals(
                "nombre d’habitants inconnu",
                table.select("tbody tr").get(1).select("td").get(1).text());
    }

    @Test
    void aSmallFigureIsHiddenAndThePageSaysWhy() {
        StoredContract contract = StoredContract.named("page-cache");
        write(contract, 20, "centre", null);
        write(contract, 3, "gare", null);
        Document page = page("fr", contract);
        assertEquals(
                List.of("caché", "caché", "caché", "caché"),
                page.select("section table.figures")
                        .get(1)
                        .select("tbody td:nth-of-type(1)")
                        .eachText());
        assertTrue(page.select("details[open]").text().contains("sous 5"));
    }

    @Test
    void anEmptyPageSaysWhatToDo() {
        StoredContract contract = StoredContract.named("page-vide");
        assertEquals(
                "/fr/page-vide/avis", page("fr", contract).select("p.empty a").attr("href"));
    }

    @Test
    void thePageIsLightAndKeepsToTheRules() throws IOException {
        StoredContract contract = StoredContract.named("page-legere");
        contract.addSheets(25);
        write(contract, 40, "centre", contract.housing());
        write(contract, 30, "gare", contract.sport());
        for (String language : List.of("fr", "en", "ar")) {
            Document page = page(language, contract);
            assertTrue(page.select("[style]").isEmpty());
            int size = gzipped(page.outerHtml());
            assertTrue(size < 14 * 1024, language + " " + size);
            assertEquals(language, page.select("html").attr("lang"));
        }
        assertEquals("0", page("fr", contract).select("svg rect").attr("x"));
    }

    private void write(StoredContract contract, int count, String home, @Nullable Long sheet) {
        transactions.executeWrite(status -> {
            ledger.record(LedgerLine.participation(
                            contract.id(),
                            YearMonth.of(2027, 5),
                            Act.OPINION,
                            ParticipationLevel.CONSULTED,
                            Channel.WEB)
                    .home(home)
                    .actionSheet(sheet)
                    .count(count)
                    .build());
            return count;
        });
    }

    private Document page(String language, StoredContract contract) {
        String html = client.toBlocking().retrieve("/" + language + "/" + contract.slug() + "/participation");
        return Jsoup.parse(html);
    }

    private static int gzipped(String html) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(html.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.size();
    }
}
