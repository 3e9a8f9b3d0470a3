package org.portevoix.opendata;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.portevoix.HostileStrings;
import org.portevoix.TestTown;
import org.portevoix.contract.Contracts;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Odd and hostile words in every text of a contract, through every list and the archive: a reader of JSON and one of CSV find
 * the same, and no spreadsheet finds a formula, whichever character it takes for the end of a cell.
 */
class HostileOpenDataTest {
    private static final TestTown TOWN = TestTown.open();
    private static final String SLUG = "donnees-hostiles";
    private static final List<String> LISTS =
            List.of("contracts", "actions", "events", "consultations", "missions", "opinions", "followups");
    private static final List<String> MORE = List.of(
            "bonjour;=1+1;fin",
            "bonjour\t=1+1",
            "bonjour\n=1+1",
            "bonjour\n-2+3;+cmd|' /C calc'!A0",
            "'=1+1",
            "''+1",
            ";'@SUM(A1)",
            "\n=1+1",
            "\uff1d1+1",
            "à demain ;-)\n- un\n- deux",
            "'au revoir'",
            "a|b|c",
            "\"a\",\"b\"\r\n\"c\"");

    /** In each, every text says something else. */
    private static final int TURNS = 10;

    /** What {@code docs/open-data.md} tells a program to do. */
    static String read(String cell) {
        return cell.replaceAll(
                "(?:\\A'(?='*[=+@\\t\\r\\n\uff1d\uff0b\uff0d\uff20-]))"
                        + "|(?:(?<=[;\\t\\r\\n])'(?='*(?:[=@]|[+-][\\w(\"=])))",
                "");
    }

    @Test
    void everyListAndTheArchiveTellItAsItWasSaid() throws IOException {
        TOWN.smallTown(SLUG);
        TOWN.give("fr", SLUG, "avis", Map.of("q-venu", "non", "q-pourquoi", "des mots", "may_show", "yes"));
        TestTown.Coordinator coordinator = TOWN.coordinator(SLUG);
        assertEquals(
                303, coordinator.publish(coordinator.opinionWith("des mots")).status());
        List<String> words = new ArrayList<>(HostileStrings.all());
        words.addAll(MORE);
        List<String> texts = texts();
        assertTrue(texts.size() > 30, texts.size() + " texts");
        Set<String> columns = new TreeSet<>();
        int formulas = 0;
        Set<String> missing = new HashSet<>(words);
        for (int turn = 0; turn < TURNS; turn++) {
            write(words, texts, turn);
            Map<String, String> files = archive();
            for (String list : LISTS) {
                JsonNode items = json(files.getOrDefault(list + ".json", ""));
                assertFalse(items.isEmpty(), list);
                missing.removeAll(strings(items));
                List<CSVRecord> rows = csv(files.getOrDefault(list + ".csv", ""), ',');
                assertEquals(items.size(), rows.size(), list);
                for (int row = 0; row < rows.size(); row++) {
                    for (Map.Entry<String, String> cell : rows.get(row).toMap().entrySet()) {
                        JsonNode told = items.get(row).at("/" + cell.getKey().replace('.', '/'));
                        assertSame(told, cell.getValue(), list + " " + cell.getKey());
                        if (cell.getValue().contains("'")) {
                            columns.add(list + " " + cell.getKey());
                        }
                    }
                }
                for (String line : files.getOrDefault(list + ".csv", "").split("[\\r\\n]+")) {
                    for (String part : line.split("[;\\t]", -1)) {
                        formulas += part.matches("\"?[=@].*") ? 1 : 0;
                    }
                }
            }
        }
        assertEquals(Set.of(), missing);
        assertEquals(0, formulas, "where cells end at semicolons, tabs and lines");
        assertTrue(columns.size() > 20, columns.toString());
    }

    private static void assertSame(JsonNode told, String cell, String where) {
        if (told.isNull()) {
            assertEquals("", cell, where);
        } else if (told.isArray() && told.valueStream().allMatch(JsonNode::isString)) {
            assertEquals(
                    String.join("|", told.valueStream().map(JsonNode::asString).toList()), read(cell), where);
        } else if (told.isContainer()) {
            assertEquals(told, json(cell), where);
        } else {
            assertEquals(told.asString(), told.isString() ? read(cell) : cell, where);
            assertFalse(told.isString() && cell.matches("(?s)[=+@\\t\\r\\n-].*"), where);
        }
    }

    /** The texts of the contract and of all that is in it, whatever they are of. */
    private static List<String> texts() {
        Set<String> texts = new TreeSet<>();
        for (String column : TestTown.rows("""
                SELECT CONCAT(c.table_name, '.', c.column_name)
                FROM information_schema.columns c
                WHERE c.table_schema = DATABASE()
                AND c.column_name LIKE '%\\_text'
                AND EXISTS (
                    SELECT 1 FROM information_schema.columns o
                    WHERE o.table_schema = c.table_schema AND o.table_name = c.table_name AND o.column_name = 'contract_id')
                """)) {
            String table = column.substring(0, column.indexOf('.'));
            texts.addAll(TestTown.rows(
                    "SELECT " + column + " FROM " + table + " WHERE " + column + " IS NOT NULL AND contract_id = "
                            + "(SELECT id FROM contract WHERE slug = ?)",
                    SLUG));
        }
        texts.addAll(TestTown.rows(
                "SELECT title_text FROM contract WHERE slug = ? UNION SELECT summary_text FROM contract WHERE slug = ?",
                SLUG,
                SLUG));
        return List.copyOf(texts);
    }

    private static void write(List<String> words, List<String> texts, int turn) {
        for (int text = 0; text < texts.size(); text++) {
            TestTown.update(
                    "UPDATE paragraph SET body = ? WHERE language = 'fr' AND text_id = ?",
                    words.get((text + turn * texts.size()) % words.size()),
                    texts.get(text));
        }
        TestTown.update("""
                UPDATE answer SET body = ?
                WHERE body IS NOT NULL
                AND opinion_id IN (
                    SELECT o.id FROM opinion o JOIN contract c ON c.id = o.contract_id WHERE c.slug = ?)
                """, words.get(words.size() - 1 - turn), SLUG);
        for (String column : List.of("event.address", "action_sheet.address", "signatory.name", "partner.name")) {
            String table = column.substring(0, column.indexOf('.'));
            TestTown.update(
                    "UPDATE " + table + " SET " + column
                            + " = ? WHERE contract_id = (SELECT id FROM contract WHERE slug = ?)",
                    MORE.get(turn),
                    SLUG);
        }
    }

    private static Map<String, String> archive() throws IOException {
        byte[] file = TOWN.bean(Archive.class)
                .of(TOWN.bean(Contracts.class).visit("fr", SLUG))
                .bytes();
        Map<String, String> files = new HashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return files;
    }

    private static Set<String> strings(JsonNode node) {
        Set<String> strings = new TreeSet<>();
        if (node.isString()) {
            strings.add(node.asString());
        }
        node.forEach(inner -> strings.addAll(strings(inner)));
        return strings;
    }

    private static JsonNode json(String text) {
        return JsonMapper.builder()
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .build()
                .readTree(text);
    }

    private static List<CSVRecord> csv(String text, char separator) throws IOException {
        try (CSVParser parser = CSVFormat.RFC4180
                .builder()
                .setDelimiter(separator)
                .setHeader()
                .setSkipHeaderRecord(true)
                .get()
                .parse(new StringReader(text))) {
            return parser.getRecords();
        }
    }
}
