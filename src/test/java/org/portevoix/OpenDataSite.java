package org.portevoix;

import io.micronaut.context.ApplicationContext;
import io.micronaut.json.JsonMapper;
import io.micronaut.json.tree.JsonNode;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.portevoix.importing.ContractImport;
import org.portevoix.importing.ImportReport;

/**
 * One running site whose operator set its public address, read from outside as open data; each test brings a contract of
 * its own.
 */
public final class OpenDataSite {

    public static final String ADDRESS = "https://sante.example";

    private static final OpenDataSite ONE = new OpenDataSite();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final EmbeddedServer server;

    private OpenDataSite() {
        Map<String, Object> properties = TestDatabase.properties();
        properties.put("portevoix.url", ADDRESS);
        server = ApplicationContext.run(EmbeddedServer.class, properties, "test");
    }

    public static OpenDataSite open() {
        return ONE;
    }

    public int port() {
        return server.getPort();
    }

    public <T> T bean(Class<T> type) {
        return server.getApplicationContext().getBean(type);
    }

    /** A small contract with something of everything, in French, and a little in Arabic. */
    public static String town(String slug) {
        return read("src/test/resources/importing/town.yaml").replace("slug: petite-ville\n", "slug: " + slug + "\n");
    }

    public static String sample(String slug) {
        return read("sample/contract.yaml").replace("slug: bobigny\n", "slug: " + slug + "\n");
    }

    public void imports(String yaml) {
        ImportReport report =
                bean(ContractImport.class).importFile("contrat.yaml", yaml.getBytes(StandardCharsets.UTF_8), false);
        if (!report.isDone()) {
            throw new AssertionError(report.lines());
        }
    }

    /** As the owner of the tables, before anybody has read the page. */
    public static void change(String sql, Object... values) {
        try (Connection owner = TestDatabase.ownerConnection();
                PreparedStatement statement = owner.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    /** The items of a list, e.g. "bobigny/actions?lang=ar". */
    public List<JsonNode> list(String address) {
        HttpResponse<String> answer = get("/api/v1/contracts" + (address.isEmpty() ? "" : "/" + address));
        if (answer.statusCode() != 200) {
            throw new AssertionError(answer.statusCode() + " " + answer.body());
        }
        JsonNode list = json(answer.body());
        if (!list.isArray()) {
            throw new AssertionError("No array: " + answer.body());
        }
        List<JsonNode> items = new ArrayList<>();
        list.values().forEach(items::add);
        return items;
    }

    public JsonNode json(String text) {
        try {
            return bean(JsonMapper.class).readValue(text, JsonNode.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static JsonNode named(List<JsonNode> items, String slug) {
        return items.stream()
                .filter(item -> item.get("slug").getStringValue().equals(slug))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No " + slug));
    }

    public static List<String> slugs(List<JsonNode> items) {
        return items.stream().map(item -> item.get("slug").getStringValue()).toList();
    }

    public static List<String> words(JsonNode list) {
        return StreamSupport.stream(list.values().spliterator(), false)
                .map(JsonNode::getStringValue)
                .toList();
    }

    /** Headers as name, value, name, value. */
    public HttpResponse<String> get(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(server.getURI().resolve(path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private static String read(String file) {
        try {
            return Files.readString(Path.of(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
