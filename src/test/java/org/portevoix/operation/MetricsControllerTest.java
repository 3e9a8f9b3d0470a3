package org.portevoix.operation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micronaut.context.ApplicationContext;
import io.micronaut.context.annotation.Requires;
import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.AbstractHealthIndicator;
import io.micronaut.runtime.server.EmbeddedServer;
import jakarta.inject.Singleton;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.portevoix.TestDatabase;
import org.portevoix.TestTown;

/** What the operator's tools see, and nobody else. */
class MetricsControllerTest {
    private static final String TOKEN = "un-jeton-assez-long";
    private static final Pattern ADDRESS = Pattern.compile("uri=\"([^\"]*)\"");

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void measuresAreNowhereWithoutATokenAndClosedWithoutTheRightOne() throws Exception {
        try (EmbeddedServer site = site("")) {
            assertEquals(404, get(site, "/prometheus", "").statusCode());
            assertEquals(404, get(site, "/prometheus", "Bearer ").statusCode());
        }
        try (EmbeddedServer site = site(TOKEN)) {
            for (String wrong :
                    List.of("", "Bearer ", "Bearer faux", TOKEN, "Basic " + TOKEN, "Bearer " + TOKEN + "x")) {
                HttpResponse<String> answer = get(site, "/prometheus", wrong);
                assertEquals(401, answer.statusCode(), wrong);
                assertFalse(answer.body().contains("jvm_"), wrong);
            }
        }
    }

    @Test
    void measuresTellRoutesAndNeverAddresses() throws Exception {
        try (EmbeddedServer site = site(TOKEN)) {
            for (String address : List.of(
                    "/fr",
                    "/fr/suivi/SECRE-TCODE",
                    "/fr/suivi?code=SECRE-TCODE",
                    "/SECRET",
                    "/fr/SECRET/avis/SECRET",
                    "/equipe/mot-de-passe/SECRET")) {
                get(site, address, "");
            }
            HttpResponse<String> answer = get(site, "/prometheus", "Bearer " + TOKEN);
            assertEquals(200, answer.statusCode());
            assertEquals(
                    "no-store", answer.headers().firstValue("Cache-Control").orElse(""));
            String measures = answer.body();
            assertFalse(measures.contains("SECRE"), measures);
            Matcher addresses = ADDRESS.matcher(measures);
            int count = 0;
            while (addresses.find()) {
                assertTrue(
                        addresses
                                .group(1)
                                .matches("(/([a-z.-]+|\\{[a-zA-Z:0-9\\[\\]+.-]+}))*(\\{\\?[a-zA-Z,]+})?|[A-Z_]+|root"),
                        addresses.group(1));
                count++;
            }
            assertTrue(count > 0);
            for (String name : List.of(
                    "portevoix_pages_answered_total",
                    "portevoix_pages_made_total",
                    "portevoix_pages_kept",
                    "portevoix_editions_published_total",
                    "portevoix_letters_waiting",
                    "hikaricp_connections_active",
                    "jvm_memory_used_bytes")) {
                assertTrue(measures.contains("\n" + name), name);
            }
        }
    }

    @Test
    void healthTellsAnybodyWhetherAndTheOperatorWhy() throws Exception {
        try (EmbeddedServer site = site(TOKEN)) {
            HttpResponse<String> anybody = get(site, "/health", "");
            assertEquals(200, anybody.statusCode());
            assertEquals("{\"status\":\"UP\"}", anybody.body());
            assertEquals(
                    "{\"status\":\"UP\"}", get(site, "/health", "Bearer faux").body());
            String operator = get(site, "/health", "Bearer " + TOKEN).body();
            // Other tests of this JVM may have left letters that wait: a remark.
            assertTrue(
                    operator.matches(".*\"details\":\\{\"reason\":\"(Tout va bien|[0-9]+ courriels attendent).*"),
                    operator);
            assertTrue(operator.contains("La base de données répond."), operator);
            assertFalse(operator.contains("jdbc:"), operator);
        }
        try (EmbeddedServer site = site(TOKEN, "unwell")) {
            HttpResponse<String> anybody = get(site, "/health", "");
            assertEquals(503, anybody.statusCode());
            assertEquals("{\"status\":\"DOWN\"}", anybody.body());
            String operator = get(site, "/health", "Bearer " + TOKEN).body();
            assertTrue(
                    operator.startsWith("{\"name\":\"porte-voix\",\"status\":\"DOWN\","
                            + "\"details\":{\"reason\":\"Les ondes sont brouillées.\""),
                    operator);
        }
    }

    @Test
    void silentDatabaseIsDownAndSaidSo() throws Exception {
        TestTown.open();
        Map<String, Object> silent = new HashMap<>(properties(TOKEN));
        silent.put("datasources.default.url", "jdbc:mysql://127.0.0.1:9/portevoix?connectTimeout=200");
        silent.put("datasources.default.initialization-fail-timeout", -1);
        silent.put("datasources.default.connection-timeout", 1_000);
        try (EmbeddedServer site = ApplicationContext.run(EmbeddedServer.class, silent)) {
            HttpResponse<String> anybody = get(site, "/health", "");
            assertEquals(503, anybody.statusCode());
            assertEquals("{\"status\":\"DOWN\"}", anybody.body());
            assertTrue(get(site, "/health", "Bearer " + TOKEN).body().contains("ne répond pas"));
        }
    }

    private static EmbeddedServer site(String token, String... environments) {
        return ApplicationContext.run(EmbeddedServer.class, properties(token), environments);
    }

    private static Map<String, Object> properties(String token) {
        Map<String, Object> properties = new HashMap<>(TestDatabase.properties());
        properties.put("portevoix.metrics-token", token);
        return properties;
    }

    private HttpResponse<String> get(EmbeddedServer site, String path, String authorization) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(site.getURI() + path));
        if (!authorization.isEmpty()) {
            request.header("Authorization", authorization);
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    /** As a feature would contribute it. */
    @Singleton
    @Requires(env = "unwell")
    static class Radio extends AbstractHealthIndicator<Map<String, Object>> {
        @Override
        protected Map<String, Object> getHealthInformation() {
            healthStatus = HealthStatus.DOWN;
            return Map.of("reason", "Les ondes sont brouillées.");
        }

        @Override
        protected String getName() {
            return "radio";
        }
    }
}
