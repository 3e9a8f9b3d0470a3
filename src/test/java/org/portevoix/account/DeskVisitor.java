package org.portevoix.account;

import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import org.portevoix.TestPeople;

/** A browser without scripts that keeps one cookie: somebody of the team, or somebody who would like to be. */
public final class DeskVisitor {

    public static final String PASSWORD = "quatre mots sans rapport";

    /** One for all visitors, since each client has threads of its own; a visitor keeps its cookie by itself. */
    private static final HttpClient HTTP =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();

    private final URI site;
    private @Nullable String token;

    public DeskVisitor(EmbeddedServer server) {
        this(server.getURI());
    }

    public DeskVisitor(URI site) {
        this.site = site;
    }

    /** Makes an account with {@link #PASSWORD} and signs it in. */
    public static DeskVisitor signedIn(EmbeddedServer server, String email, Role role, long contractId) {
        ApplicationContext beans = server.getApplicationContext();
        Accounts accounts = beans.getBean(Accounts.class);
        accounts.create(email, "Personne " + email, role, contractId)
                .ifPresent(link -> accounts.choosePassword(link, PASSWORD));
        DeskVisitor visitor = new DeskVisitor(server);
        visitor.signIn(email, PASSWORD);
        return visitor;
    }

    public Answer signIn(String email, String password) {
        return post("/equipe/connexion", Map.of("email", email, "password", password));
    }

    public Answer get(String path) {
        return send(request(path).GET());
    }

    /** With the token of the form that stands on the desk's home. */
    public Answer postFromDesk(String path, Map<String, String> fields) {
        String csrf = get("/equipe/sessions").page().select("input[name=csrf]").attr("value");
        Map<String, String> all = new java.util.HashMap<>(fields);
        all.put("csrf", csrf);
        return post(path, all);
    }

    public Answer post(String path, Map<String, String> fields) {
        TestPeople.heard(fields);
        String body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    /** The session's token; null when the browser has none. */
    public @Nullable String token() {
        return token;
    }

    public void take(@Nullable String other) {
        token = other;
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(site.resolve(path));
        return token == null ? request : request.header("Cookie", SessionCookie.NAME + "=" + token);
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
            Optional<String> cookie = response.headers().firstValue("Set-Cookie");
            cookie.ifPresent(set -> {
                String value = set.substring(set.indexOf('=') + 1, set.indexOf(';'));
                token = value.isEmpty() ? null : value;
            });
            return new Answer(response);
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** What the site answered. */
    public record Answer(HttpResponse<String> response) {

        public int status() {
            return response.statusCode();
        }

        public Document page() {
            return Jsoup.parse(response.body());
        }

        public String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }
    }
}
