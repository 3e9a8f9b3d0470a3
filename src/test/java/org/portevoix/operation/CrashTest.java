package org.portevoix.operation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Nothing that a resident was given a receipt for is ever lost, even when the site is killed while a whole forum answers. */
class CrashTest {
    private static final int OPINIONS = 500;
    private static final int RECEIPTS_BEFORE_THE_CRASH = 100;
    private static final int RESIDENTS = 16;
    private static final int ANSWERS_OF_EACH = 2;
    private static final Pattern OPEN = Pattern.compile("Porte-Voix est ouvert : (http://localhost:[0-9]+)/");

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    @Test
    void everyReceiptShownOutlivesTheSiteKilledInTheMiddleOfABurst() throws Exception {
        DataFolder target = DataFolder.at(Path.of("target"));
        target.delete("crash-data");
        DataFolder folder = DataFolder.at(target.resolve("crash-data"));
        List<String> forms =
                IntStream.range(0, OPINIONS).mapToObj(CrashTest::form).toList();

        Map<String, String> shown = new ConcurrentHashMap<>();
        try (SiteProcess site = start(folder)) {
            var enough = new CountDownLatch(RECEIPTS_BEFORE_THE_CRASH);
            String address = address(site);
            try (ExecutorService residents = Executors.newFixedThreadPool(RESIDENTS)) {
                forms.forEach(form ->
                        residents.execute(() -> send(address, form).ifPresent(receipt -> {
                            shown.put(form, receipt);
                            enough.countDown();
                        })));
                enough.await();
                site.signal("KILL").exitCode();
            }
        }
        assertTrue(shown.size() >= RECEIPTS_BEFORE_THE_CRASH && shown.size() < OPINIONS, () -> "" + shown.size());

        try (SiteProcess site = start(folder)) {
            String address = address(site);
            for (String receipt : shown.values()) {
                assertEquals(200, status(address + receipt), receipt);
            }
            long kept = count(folder, "SELECT COUNT(*) FROM opinion");
            assertTrue(kept >= shown.size() && kept <= OPINIONS, () -> "" + kept);
            assertWhole(folder, kept);

            Map<String, String> again = new ConcurrentHashMap<>();
            try (ExecutorService residents = Executors.newFixedThreadPool(RESIDENTS)) {
                forms.forEach(form ->
                        residents.execute(() -> send(address, form).ifPresent(receipt -> again.put(form, receipt))));
            }
            assertEquals(OPINIONS, new HashSet<>(again.values()).size(), "a receipt of its own for each");
            shown.forEach((form, receipt) -> assertEquals(receipt, again.get(form), "the same form, the same receipt"));
            assertWhole(folder, OPINIONS);
        }
    }

    private static void assertWhole(DataFolder folder, long opinions) throws SQLException {
        assertEquals(opinions, count(folder, "SELECT COUNT(*) FROM opinion"));
        assertEquals(opinions, count(folder, "SELECT SUM(count) FROM ledger_line WHERE act = 'OPINION'"));
        assertEquals(opinions, count(folder, "SELECT COUNT(*) FROM ledger_line"));
        assertEquals(opinions * ANSWERS_OF_EACH, count(folder, "SELECT COUNT(*) FROM answer"));
    }

    private static String form(int number) {
        return "key=%032x&q-plu=%d&q-trouve=oui&home=courtillieres".formatted(number + 1, 1 + number % 5);
    }

    private static SiteProcess start(DataFolder folder) throws Exception {
        return SiteProcess.start(Map.of("PORTEVOIX_DATA", folder.path().toString(), "MICRONAUT_SERVER_PORT", "-1"))
                .awaitOpen();
    }

    private static String address(SiteProcess site) throws IOException {
        Matcher open = OPEN.matcher(site.out());
        assertTrue(open.find());
        return open.group(1);
    }

    /** The address of the receipt, as soon as the resident sees it; empty when the site is no more. */
    private Optional<String> send(String address, String form) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address + "/fr/bobigny/avis/forum-sante"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
        try {
            HttpResponse<Void> answer = http.send(request, HttpResponse.BodyHandlers.discarding());
            return answer.statusCode() == 303 ? answer.headers().firstValue("Location") : Optional.empty();
        } catch (IOException killed) {
            return Optional.empty();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    private int status(String address) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address)).build();
        return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    }

    private static long count(DataFolder folder, String query) throws SQLException {
        try (Connection connection = Database.runningElsewhere(folder).siteConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }
}
