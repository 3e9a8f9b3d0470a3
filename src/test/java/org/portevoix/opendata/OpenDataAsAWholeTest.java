package org.portevoix.opendata;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.networknt.schema.Error;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.micronaut.http.HttpMethod;
import io.micronaut.web.router.Router;
import java.io.IOException;
import java.io.StringReader;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.portevoix.TestTown;
import org.portevoix.TestTown.Coordinator;
import org.portevoix.TestVisitor;
import org.portevoix.contract.Contracts;
import org.portevoix.contract.Visit;
import org.portevoix.language.Language;
import org.portevoix.language.Languages;
import org.portevoix.participation.Channel;
import org.portevoix.participation.ParticipationLevel;
import org.portevoix.participation.Phase;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The description, the tables and the archive of the open data, held against what the addresses really answer. */
class OpenDataAsAWholeTest {
    private static final TestTown TOWN = TestTown.open();
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();
    private static final String SAMPLE = "donnees-exemple";
    private static final String SMALL = "donnees-petite-ville";
    private static final List<String> LISTS =
            List.of("actions", "events", "consultations", "missions", "opinions", "followups");

    private static final TestVisitor ANYBODY = TOWN.visitor();

    @BeforeAll
    static void publish() {
        TOWN.sample(SAMPLE);
        TOWN.smallTown(SMALL);
        TestTown.update("""
                UPDATE contract_phase SET ends_on = '2027-01-31'
                WHERE contract_id = (SELECT id FROM contract WHERE slug = ?)
                """, SAMPLE);
        for (String contract : List.of(SAMPLE, SMALL)) {
            String home = TestTown.rows("""
                            SELECT n.slug FROM neighbourhood n JOIN contract c ON c.id = n.contract_id
                            WHERE c.slug = ? ORDER BY n.position LIMIT 1
                            """, contract).getFirst();
            for (int act = 0; act < 33; act++) {
                TestTown.update("""
                        INSERT INTO ledger_line (id, contract_id, kind, month, act, level, channel, home, count)
                        SELECT RANDOM_BYTES(16), id, 'PARTICIPATION', '2027-03', 'OPINION', 'CONSULTED', ?, ?, 1
                        FROM contract WHERE slug = ?
                        """, act < 3 ? "PAPER" : "WEB", home, contract);
            }
        }
        Coordinator coordinator = TOWN.coordinator(SMALL);
        for (String words : List.of("=SOMME(A1:A9)", "@moi, \"citation\"\nligne", "on attend")) {
            TOWN.give("fr", SMALL, "avis", Map.of("q-venu", "non", "q-pourquoi", words, "may_show", "yes"));
        }
        for (String words : List.of("=SOMME(A1:A9)", "ligne")) {
            assertEquals(
                    303, coordinator.publish(coordinator.opinionWith(words)).status());
        }
        TestTown.update("""
                UPDATE paragraph SET body = '=HYPERLINK("https://mechant.example")'
                WHERE text_id = (
                    SELECT summary_text FROM mission
                    WHERE contract_id = (SELECT id FROM contract WHERE slug = ?) AND slug = 'interprete')
                AND language = 'fr'
                """, SMALL);
    }

    @Test
    void everyAddressOfTheOpenDataIsDescribedAndEveryOneDescribedAnswers() {
        Set<String> routes = TOWN.bean(Router.class)
                .uriRoutes()
                .filter(route -> route.getHttpMethod() == HttpMethod.GET)
                .map(route -> route.getUriMatchTemplate().toString().replaceAll("\\{[?&][^}]*}", ""))
                .filter(route -> route.startsWith("/api/"))
                .map(route -> route.substring("/api/v1".length()))
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(routes, new TreeSet<>(paths().keySet()));
        for (String contract : List.of(SAMPLE, SMALL)) {
            paths().forEach((path, described) -> {
                TestVisitor.Answer answer = ANYBODY.get(address(path, contract));
                assertEquals(200, answer.status(), path);
                String type = described
                        .at("/get/responses/200/content")
                        .propertyNames()
                        .iterator()
                        .next();
                assertTrue(answer.header("Content-Type").startsWith(type), path + " " + type);
            });
        }
    }

    @Test
    void everyAnswerFitsItsDescription() {
        int checked = 0;
        for (String contract : List.of(SAMPLE, SMALL)) {
            for (Map.Entry<String, JsonNode> path : paths().entrySet()) {
                JsonNode schema = path.getValue().at("/get/responses/200/content/application~1json/schema");
                if (!schema.isMissingNode() && !path.getKey().equals("/openapi.json")) {
                    boolean isTranslated = path.getValue()
                            .at("/get/parameters")
                            .valueStream()
                            .anyMatch(one -> one.at("/name").asString().equals("lang"));
                    for (String query : isTranslated ? List.of("", "?lang=ar") : List.of("")) {
                        String answer = ANYBODY.get(address(path.getKey(), contract) + query)
                                .text();
                        assertEquals(List.of(), faults(schema, JSON.readTree(answer)), path.getKey());
                        checked++;
                    }
                }
            }
        }
        assertTrue(checked > 25, "checked " + checked);
        assertFalse(faults(reference("Slot"), JSON.readTree("{\"start\": 3}")).isEmpty());
        assertFalse(faults(reference("Option"), JSON.readTree("{\"key\": \"a\", \"label\": \"b\", \"c\": 1}"))
                .isEmpty());
    }

    @Test
    void closedListsAreTheHousesOwnAndNoAnswerLeavesThem() {
        JsonNode schemas = document().at("/components/schemas");
        assertEquals(
                Arrays.stream(ParticipationLevel.values())
                        .map(ParticipationLevel::key)
                        .toList(),
                words(schemas.at("/Event/properties/level/enum")));
        assertEquals(
                Arrays.stream(Channel.values()).map(Channel::key).toList(),
                words(schemas.at("/Participation/properties/byChannel/propertyNames/enum")));
        assertEquals(
                Stream.concat(Arrays.stream(Phase.values()).map(Phase::key), Stream.of("null"))
                        .toList(),
                words(schemas.at("/Action/properties/phase/enum")));
        assertEquals(
                TOWN.bean(Languages.class).all().stream().map(Language::code).toList(),
                words(schemas.at("/Opinion/properties/language/enum")));
        assertFalse(document().toString().contains("x-words"));
        int lists = 0;
        for (JsonNode schema : schemas) {
            for (JsonNode field : schema.path("properties")) {
                for (String at : List.of("/enum", "/items/enum", "/propertyNames/enum", "/additionalProperties/enum")) {
                    lists += field.at(at).isMissingNode() ? 0 : 1;
                }
                assertTrue(
                        !field.has("enum")
                                || field.path("type").isArray()
                                        == words(field.get("enum")).contains("null"),
                        field.toString());
            }
        }
        assertTrue(lists > 40, lists + " lists");
        ObjectNode slot = JSON.createObjectNode();
        slot.set("spectateur", JSON.createObjectNode().numberNode(3));
        assertFalse(
                faults(schemas.at("/Participation/properties/byLevel"), slot).isEmpty());
        assertFalse(faults(schemas.at("/Event/properties/level"), JSON.readTree("\"level\""))
                .isEmpty());
        assertEquals(List.of(), faults(schemas.at("/Action/properties/phase"), JSON.readTree("null")));
    }

    private static List<String> words(JsonNode list) {
        return list.valueStream()
                .map(word -> word.isNull() ? "null" : word.asString())
                .toList();
    }

    @Test
    void refusalsFitTheirDescription() {
        for (String path :
                List.of("/api/v1/contracts/nulle-part/donnees.zip", "/api/v1/contracts/nulle-part/events.csv")) {
            TestVisitor.Answer answer = ANYBODY.get(path);
            assertEquals(404, answer.status(), path);
            assertEquals(List.of(), faults(reference("Error"), JSON.readTree(answer.text())));
        }
        for (String name : List.of("donnees.zip", "events.csv")) {
            TestVisitor.Answer answer = ANYBODY.get("/api/v1/contracts/" + SAMPLE + "/" + name + "?lang=xx");
            assertEquals(400, answer.status(), name);
            assertEquals(List.of(), faults(reference("Error"), JSON.readTree(answer.text())));
        }
    }

    @Test
    void aWordThatAnAddressDoesNotReadChangesNothing() {
        paths().keySet().forEach(path -> {
            String address = address(path, SAMPLE);
            TestVisitor.Answer plain = ANYBODY.get(address);
            assertEquals(200, plain.status());
            for (String query : List.of("page=!", "page=A", "utm_source=x&t=1")) {
                TestVisitor.Answer answer = ANYBODY.get(address + "?" + query);
                assertEquals(200, answer.status(), path + " " + query);
                if (!path.contains("participation") && !path.endsWith(".zip")) {
                    // What has figures says its moment.
                    assertArrayEquals(plain.bytes(), answer.bytes(), path + " " + query);
                }
            }
        });
    }

    /** It takes seconds to make: it must not end with the figures, of which new ones may come every two seconds. */
    @Test
    void theArchiveIsKept() {
        assertEquals(
                200,
                ANYBODY.get("/api/v1/contracts/" + SAMPLE + "/participation").status());
        TestTown.update("""
                UPDATE edition SET as_of = as_of - INTERVAL 2 HOUR
                WHERE contract_id = (SELECT id FROM contract WHERE slug = ?)
                """, SAMPLE);
        Instant now = TOWN.clock().instant();
        Visit visit = TOWN.bean(Contracts.class).visit("fr", SAMPLE);
        Instant until = TOWN.bean(Archive.class).of(visit).until();
        Instant tomorrow = now.atZone(visit.zone())
                .toLocalDate()
                .plusDays(1)
                .atStartOfDay(visit.zone())
                .toInstant();
        assertTrue(until != null && (until.isAfter(now.plusSeconds(500)) || !until.isBefore(tomorrow)), until + "");
    }

    @Test
    void theArchiveHoldsWhatTheAddressesGive() {
        String base = "/api/v1/contracts/" + SAMPLE + "/";
        TestVisitor.Answer answer = ANYBODY.get(base + "donnees.zip");
        assertEquals("*", answer.header("Access-Control-Allow-Origin"));
        Map<String, String> entries = answer.entries();
        Set<String> expected = new LinkedHashSet<>(List.of(
                "LISEZMOI.txt", "LICENCE.txt", "dictionnaire.csv", "openapi.json", "contracts.json", "contracts.csv"));
        for (String name : LISTS) {
            for (String format : List.of("json", "csv")) {
                expected.add(name + "." + format);
                assertEquals(
                        ANYBODY.get(base + name + (format.equals("csv") ? ".csv" : ""))
                                .text(),
                        entries.get(name + "." + format),
                        name);
            }
        }
        expected.addAll(List.of("participation.json", "participation.csv"));
        assertEquals(new TreeSet<>(expected), new TreeSet<>(entries.keySet()));
        assertEquals(ANYBODY.get(base + "participation").text(), entries.get("participation.json"));
        assertEquals(ANYBODY.get(base + "participation.csv").text(), entries.get("participation.csv"));
        JsonNode contracts = JSON.readTree(String.valueOf(entries.get("contracts.json")));
        assertEquals(1, contracts.size());
        assertEquals(SAMPLE, contracts.get(0).get("slug").asString());
        for (String paper : List.of("LISEZMOI.txt", "LICENCE.txt")) {
            String words = String.valueOf(entries.get(paper));
            assertTrue(
                    words.contains(LocalDate.now(TOWN.clock().withZone(ZoneId.of("Europe/Paris")))
                            .toString()),
                    words);
            assertFalse(words.contains("{"), words);
        }
        assertTrue(String.valueOf(entries.get("LICENCE.txt")).contains("version 2.0"));
    }

    @Test
    void theSameDataGivesTheSameBytes() {
        String path = "/api/v1/contracts/" + SAMPLE + "/donnees.zip";
        TestVisitor.Answer first = ANYBODY.get(path);
        TestVisitor.Answer madeAnew = ANYBODY.get(path + "?lang=fr");
        assertArrayEquals(first.bytes(), madeAnew.bytes());
        TestVisitor.Answer compressed = ANYBODY.get(path, "Accept-Encoding", "gzip");
        assertEquals("", compressed.header("Content-Encoding"));
        assertArrayEquals(first.bytes(), compressed.bytes());
        assertEquals(
                304,
                ANYBODY.get(path, "If-None-Match", first.etag().orElseThrow()).status());
    }

    @Test
    void aTableHasOneItemARowAndTheSameContent() throws IOException {
        for (String contract : List.of(SAMPLE, SMALL)) {
            for (String name : LISTS) {
                String base = "/api/v1/contracts/" + contract + "/" + name;
                JsonNode items = JSON.readTree(ANYBODY.get(base).text());
                List<CSVRecord> rows = csv(ANYBODY.get(base + ".csv").text());
                assertEquals(items.size(), rows.size(), name);
                for (int index = 0; index < rows.size(); index++) {
                    for (Map.Entry<String, String> cell :
                            rows.get(index).toMap().entrySet()) {
                        JsonNode told = items.get(index).at("/" + cell.getKey().replace('.', '/'));
                        assertEquals(plain(told), HostileOpenDataTest.read(cell.getValue()), cell.getKey());
                        assertFalse(cell.getValue().matches("(?s)[=+@\\t\\r-].*"), cell.getValue());
                    }
                }
            }
        }
        assertTrue(ANYBODY.get("/api/v1/contracts/" + SMALL + "/missions.csv")
                .text()
                .contains("'=HYPERLINK"));
        assertEquals(
                2,
                csv(ANYBODY.get("/api/v1/contracts/" + SMALL + "/opinions.csv").text())
                        .size());
    }

    private static String plain(JsonNode told) {
        if (told.isNull()) {
            return "";
        }
        if (told.isArray() && told.valueStream().allMatch(JsonNode::isString)) {
            return told.valueStream().map(JsonNode::asString).collect(Collectors.joining("|"));
        }
        return told.isContainer() ? JSON.writeValueAsString(told).replace(";", "\\u003b") : told.asString();
    }

    @Test
    void theDictionaryTellsEachFieldOfEachFile() throws IOException {
        Map<String, String> entries =
                ANYBODY.get("/api/v1/contracts/" + SMALL + "/donnees.zip").entries();
        Map<String, Set<String>> fields = new TreeMap<>();
        for (CSVRecord row : csv(String.valueOf(entries.get("dictionnaire.csv")))) {
            assertTrue(
                    fields.computeIfAbsent(row.get("fichier"), unused -> new TreeSet<>())
                            .add(row.get("champ")),
                    row.toString());
            assertFalse(row.get("type").contains("opendata."), row.toString());
            assertFalse(row.get("sens").isEmpty(), row.toString());
        }
        assertEquals(
                Set.of(
                        "actions",
                        "consultations",
                        "contracts",
                        "events",
                        "followups",
                        "missions",
                        "opinions",
                        "participation",
                        "participation.csv"),
                fields.keySet());
        List<String> names = new ArrayList<>(LISTS);
        names.add("contracts");
        for (String name : names) {
            Set<String> described = new TreeSet<>();
            for (String field : fields.getOrDefault(name, Set.of())) {
                boolean isAround =
                        fields.getOrDefault(name, Set.of()).stream().anyMatch(other -> other.startsWith(field + "."));
                if (!field.contains("[]") && !isAround) {
                    described.add(field);
                }
            }
            String header = String.valueOf(entries.get(name + ".csv"))
                    .lines()
                    .findFirst()
                    .orElseThrow();
            assertEquals(new TreeSet<>(List.of(header.split(","))), described, name);
            for (String contract : List.of(SAMPLE, SMALL)) {
                Set<String> told = new TreeSet<>();
                JsonNode items =
                        JSON.readTree(String.valueOf(ANYBODY.get("/api/v1/contracts/" + contract + "/donnees.zip")
                                .entries()
                                .get(name + ".json")));
                items.forEach(item -> collect(item, "", told));
                told.removeAll(fields.getOrDefault(name, Set.of()));
                assertEquals(Set.of(), told, name);
            }
        }
        assertEquals(
                new TreeSet<>(List.of("table", "key", "count", "asOf", "is_hidden")), fields.get("participation.csv"));
    }

    private static void collect(JsonNode item, String before, Set<String> told) {
        item.properties().forEach(field -> {
            String path = before + field.getKey();
            told.add(path);
            if (field.getValue().isObject() && !path.endsWith("otherLanguages")) {
                collect(field.getValue(), path + ".", told);
            }
            if (field.getValue().isArray()) {
                field.getValue().forEach(inner -> {
                    if (inner.isObject()) {
                        collect(inner, path + "[].", told);
                    }
                });
            }
        });
    }

    @Test
    void aHiddenFigureIsEmptyAndSaysSo() throws IOException {
        List<CSVRecord> rows = csv(
                ANYBODY.get("/api/v1/contracts/" + SMALL + "/participation.csv").text());
        rows.forEach(row ->
                assertEquals(row.get("count").isEmpty(), Boolean.parseBoolean(row.get("is_hidden")), row.toString()));
    }

    @Test
    void aSensitiveEventIsInNoFile() {
        List<String> sensitive = TestTown.rows("""
                SELECT slug FROM event
                WHERE is_sensitive AND contract_id = (SELECT id FROM contract WHERE slug = ?)
                """, SAMPLE);
        assertFalse(sensitive.isEmpty());
        Map<String, String> entries =
                ANYBODY.get("/api/v1/contracts/" + SAMPLE + "/donnees.zip").entries();
        for (String slug : sensitive) {
            entries.forEach((name, text) -> assertFalse(text.contains("agenda/" + slug), name + " " + slug));
        }
    }

    @Test
    void aContractTellsItsStepsLinksAndDocuments() {
        JsonNode contract = JSON.readTree(String.valueOf(ANYBODY.get("/api/v1/contracts/" + SAMPLE + "/donnees.zip")
                        .entries()
                        .get("contracts.json")))
                .get(0);
        for (String[] list : new String[][] {
            {"phases", "contract_phase"},
            {"links", "contract_link"},
            {"documents", "contract_document"},
            {"signatories", "signatory"}
        }) {
            String count = TestTown.rows(
                            "SELECT COUNT(*) FROM " + list[1]
                                    + " WHERE contract_id = (SELECT id FROM contract WHERE slug = ?)",
                            SAMPLE)
                    .getFirst();
            assertEquals(count, String.valueOf(contract.get(list[0]).size()), list[0]);
            assertTrue(contract.get(list[0]).size() > 0, list[0]);
        }
        assertEquals("2027-01-31", contract.at("/phases/0/ends").asString());
    }

    private static JsonNode document() {
        return JSON.readTree(ANYBODY.get("/api/v1/openapi.json").text());
    }

    private static Map<String, JsonNode> paths() {
        Map<String, JsonNode> paths = new LinkedHashMap<>();
        document().get("paths").properties().forEach(path -> paths.put(path.getKey(), path.getValue()));
        return paths;
    }

    private static String address(String path, String contract) {
        return "/api/v1" + path.replace("{contract}", contract);
    }

    private static JsonNode reference(String name) {
        return JSON.createObjectNode().put("$ref", "#/components/schemas/" + name);
    }

    private static List<String> faults(JsonNode schema, JsonNode answer) {
        ObjectNode whole = ((ObjectNode) schema).deepCopy();
        whole.set("components", document().get("components"));
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(whole)
                .validate(answer)
                .stream()
                .map(Error::toString)
                .toList();
    }

    private static List<CSVRecord> csv(String text) throws IOException {
        return CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get()
                .parse(new StringReader(text))
                .getRecords();
    }
}
