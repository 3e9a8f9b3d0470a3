package org.portevoix;

import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.portevoix.account.Accounts;
import org.portevoix.account.Role;
import org.portevoix.contract.Contract;
import org.portevoix.contract.Contracts;
import org.portevoix.importing.ContractImport;
import org.portevoix.importing.ImportReport;

/**
 * One running site for all the tests of this JVM, on the real database, with the sample contract and a coordinator. Where a
 * test counts, or needs an untouched contract, it brings its own by {@link #sample} or {@link #smallTown}.
 */
public final class TestTown {
    /** The sample contract, under a slug that no other test imports. */
    public static final String CONTRACT = "bobigny-essai";

    /** The languages that the sample offers. */
    public static final List<String> LANGUAGES = List.of("fr", "en", "ar");

    /** The languages of the site's own words, a file each. */
    public static final List<String> SITE_LANGUAGES = siteLanguages();

    private static final String PASSWORD = "quatre mots sans rapport";
    private static final TestTown ONE = new TestTown(true, Map.of());

    private final EmbeddedServer server;
    private final PassingClock clock;

    private TestTown(boolean hasSample, Map<String, Object> more) {
        Map<String, Object> properties = new HashMap<>(TestDatabase.properties());
        properties.put(PassingClock.WANTED, true);
        properties.put("portevoix.proxies", "127.0.0.1");
        if (!hasSample) {
            // Letters that other tests wait for are not for a site whose days pass.
            properties.put("portevoix.mail.first", "10h");
        }
        properties.putAll(more);
        server = ApplicationContext.run(EmbeddedServer.class, properties, "test");
        clock = server.getApplicationContext().getBean(PassingClock.class);
        if (hasSample) {
            sample(CONTRACT);
        }
    }

    /** A site of its own over the same database, where days may pass without passing in other tests. To be closed. */
    public static TestTown apart() {
        return apart(Map.of());
    }

    /** The same with settings of its own. To be closed. */
    public static TestTown apart(Map<String, Object> settings) {
        return new TestTown(false, settings);
    }

    public void close() {
        server.stop();
    }

    public static TestTown open() {
        return ONE;
    }

    /** A second site on the same database, with a clock of its own: for tests that let days and weeks go by. */
    public static TestTown whereTimePasses() {
        return Passing.TOWN;
    }

    public URI address() {
        return server.getURI();
    }

    public PassingClock clock() {
        return clock;
    }

    public <T> T bean(Class<T> type) {
        return server.getApplicationContext().getBean(type);
    }

    public TestVisitor visitor() {
        return new TestVisitor(address());
    }

    /** Imports the sample contract as a contract of its own. */
    public String sample(String slug) {
        return imports(slug, read(Path.of("sample/contract.yaml")).replace("slug: bobigny\n", "slug: " + slug + "\n"));
    }

    /** Imports a small contract with something of everything, in French and Arabic. */
    public String smallTown(String slug) {
        return imports(
                slug,
                read(Path.of("src/test/resources/importing/town.yaml"))
                        .replace("slug: petite-ville\n", "slug: " + slug + "\n"));
    }

    private String imports(String slug, String yaml) {
        ImportReport report =
                bean(ContractImport.class).importFile(slug + ".yaml", yaml.getBytes(StandardCharsets.UTF_8), false);
        if (!report.isDone()) {
            throw new AssertionError(report.lines());
        }
        return slug;
    }

    /** Gives an opinion as a browser would: the form's page, its key, the form. Returns the receipt's code. */
    public String give(String lang, String contract, String consultation, Map<String, String> answers) {
        TestVisitor resident = visitor();
        String path = "/" + lang + "/" + contract + "/avis/" + consultation;
        Map<String, String> fields = new TreeMap<>(answers);
        fields.put("key", key(resident.page(path)));
        TestVisitor.Answer answer = resident.post(path, fields);
        if (answer.status() != 303) {
            throw new AssertionError(answer.status() + "\n" + answer.text());
        }
        return answer.location().substring(("/" + lang + "/suivi/").length());
    }

    public static String key(Document page) {
        return page.select("input[name=key]").attr("value");
    }

    /** A coordinator of this contract, signed in. */
    public Coordinator coordinator(String contract) {
        return coordinator(contract, "Coordination");
    }

    /** Another coordinator of this contract, signed in. @param name of one word */
    public Coordinator coordinator(String contract, String name) {
        return new Coordinator(member(contract, name, Role.COORDINATOR), contract, email(contract, name));
    }

    /** Somebody who has this role in this contract, signed in; the same person each time. */
    public TestVisitor member(String contract, Role role) {
        return member(contract, role.name(), role);
    }

    private TestVisitor member(String contract, String name, Role role) {
        String email = email(contract, name);
        TestVisitor desk = visitor();
        long id = bean(Contracts.class).find(contract).map(Contract::id).orElseThrow();
        bean(Accounts.class).create(email, name, role, id).ifPresent(link -> {
            TestVisitor.Answer chosen =
                    desk.post("/equipe/mot-de-passe/" + link, Map.of("password", PASSWORD, "password-again", PASSWORD));
            if (chosen.status() != 303) {
                throw new AssertionError(chosen.text());
            }
        });
        TestVisitor.Answer entered = desk.post("/equipe/connexion", Map.of("email", email, "password", PASSWORD));
        if (entered.status() != 303) {
            throw new AssertionError(entered.text());
        }
        return desk;
    }

    private static String email(String contract, String name) {
        return name.toLowerCase(Locale.ROOT) + "@" + contract + ".example";
    }

    /**
     * All that anybody can read about a contract, by its address: every page that links lead to from its home in each
     * language, and the open data.
     */
    public Map<String, String> publicPages(String contract) {
        TestVisitor anybody = visitor();
        Map<String, String> read = new TreeMap<>();
        Deque<String> waiting = new ArrayDeque<>(openData(contract));
        LANGUAGES.forEach(lang -> waiting.add("/" + lang + "/" + contract));
        while (!waiting.isEmpty()) {
            String path = waiting.removeFirst();
            if (read.containsKey(path)) {
                continue;
            }
            TestVisitor.Answer answer = anybody.get(path);
            read.put(path, answer.status() == 200 ? answer.text() : "");
            if (answer.status() == 200 && answer.header("Content-Type").startsWith("text/html")) {
                links(answer.page()).stream()
                        .filter(link -> isOf(link, contract))
                        // The same dates in ever other choices: one at a time is enough, and one week, one month.
                        .filter(link -> !link.contains("&"))
                        .filter(link ->
                                !path.matches(".*[?](semaine|mois)=.*") || !link.matches(".*[?](semaine|mois)=.*"))
                        .forEach(waiting::add);
            }
        }
        return read;
    }

    private static List<String> openData(String contract) {
        String base = "/api/v1/contracts";
        List<String> addresses = new ArrayList<>(List.of(base));
        for (String name :
                List.of("actions", "events", "consultations", "missions", "opinions", "followups", "participation")) {
            addresses.add(base + "/" + contract + "/" + name);
            addresses.add(base + "/" + contract + "/" + name + ".csv");
        }
        addresses.add(base + "/" + contract + "/donnees.zip");
        return addresses;
    }

    /** Within the site, without their fragment. */
    public static List<String> links(Document page) {
        return page.select("a[href]").stream()
                .filter(link -> !link.attr("href").matches("#.*|(tel|sms|mailto|https?):.*"))
                .map(link -> URI.create(link.absUrl("href")))
                .map(uri -> uri.getRawPath() + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery()))
                .distinct()
                .toList();
    }

    private static boolean isOf(String link, String contract) {
        // Of what stands on paper PosterTest reads every word.
        return !link.endsWith(".pdf") && link.matches("/[a-z]{2}/" + contract + "(/.*|\\?.*)?")
                || link.startsWith("/api/v1/contracts/" + contract + "/")
                || link.matches(
                        "/[a-z]{2}/(accessibilite|mentions-legales|donnees-personnelles|plan-du-site|charte|suivi)");
    }

    /** Every row of the query, as the owner of the tables sees it; its columns parted by a space. */
    public static List<String> rows(String sql, Object... values) {
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

    /** Changes rows as the owner of the tables may: for what a test can't wait for. */
    public static void update(String sql, Object... values) {
        try (Connection connection = TestDatabase.ownerConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Opened by the first test that needs it. */
    private static final class Passing {
        private static final TestTown TOWN = new TestTown(false, Map.of());
    }

    /** Someone of the team at the desk. */
    public record Coordinator(TestVisitor desk, String contract, String email) {

        public String password() {
            return PASSWORD;
        }

        /** The number under which these words wait for a reading. */
        public long opinionWith(String words) {
            String address = "/equipe/" + contract + "/avis";
            while (!address.isEmpty()) {
                Document queue = desk.page(address);
                for (Element card : queue.select("article")) {
                    if (card.text().contains(words)) {
                        return Long.parseLong(card.attr("aria-labelledby").substring("opinion-".length()));
                    }
                }
                address = queue.select("a[rel=next]").attr("href");
            }
            throw new AssertionError("Not in the queue: " + words);
        }

        public TestVisitor.Answer publish(long opinion) {
            return decide(opinion, Map.of("decision", "publish"));
        }

        public TestVisitor.Answer refuse(long opinion, String reason) {
            return decide(opinion, Map.of("decision", "refuse", "reason", reason));
        }

        public TestVisitor.Answer decide(long opinion, Map<String, String> fields) {
            Map<String, String> all = new TreeMap<>(fields);
            Document read = desk.page("/equipe/" + contract + "/avis/" + opinion);
            for (String field : List.of("csrf", "revision", "seen")) {
                all.put(field, read.select("input[name=" + field + "]").attr("value"));
            }
            return desk.post("/equipe/" + contract + "/avis/" + opinion + "/decision", all);
        }
    }

    private static List<String> siteLanguages() {
        try (Stream<Path> files = Files.list(Path.of("translations"))) {
            return files.map(file -> file.getFileName().toString().replaceAll("messages_|\\.properties", ""))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
