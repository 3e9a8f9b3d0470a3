package org.portevoix.importing;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.micronaut.test.support.TestPropertyProvider;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.TestInstance;
import org.portevoix.TestDatabase;
import org.portevoix.seal.Seal;

/** Imports files into the real database, on any day. */
@MicronautTest(startApplication = false, transactional = false)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ImportTest implements TestPropertyProvider {
    /** A Wednesday. */
    static final LocalDate DAY = LocalDate.of(2026, 11, 25);

    @Inject
    ContractShape shape;

    @Inject
    List<ContractPart> parts;

    @Inject
    ImportStore store;

    @Inject
    TransactionOperations<Connection> transactions;

    @Inject
    Seal seal;

    @Override
    public Map<String, String> getProperties() {
        Map<String, String> properties = new TreeMap<>();
        TestDatabase.properties().forEach((key, value) -> properties.put(key, String.valueOf(value)));
        return properties;
    }

    ContractImport importOn(LocalDate day) {
        Clock clock = Clock.fixed(day.atTime(12, 0).toInstant(ZoneOffset.UTC), ZoneOffset.UTC);
        return new ContractImport(shape, parts, store, transactions, seal, clock);
    }

    ImportReport importing(String yaml) {
        return importOn(DAY).importFile("contrat.yaml", yaml.getBytes(StandardCharsets.UTF_8), false);
    }

    ImportReport replacing(String yaml) {
        return importOn(DAY).importFile("contrat.yaml", yaml.getBytes(StandardCharsets.UTF_8), true);
    }

    /** A small contract with something of everything. */
    static String town(String slug) {
        return new String(resource("/importing/town.yaml"), StandardCharsets.UTF_8)
                .replace("slug: petite-ville", "slug: " + slug);
    }

    static byte[] resource(String name) {
        try (InputStream content = Objects.requireNonNull(ImportTest.class.getResourceAsStream(name), name)) {
            return content.readAllBytes();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** Every row of the query, its columns parted by a space. */
    static List<String> rows(String sql, Object... values) {
        try (Connection connection = TestDatabase.ownerConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            List<String> rows = new ArrayList<>();
            try (ResultSet result = statement.executeQuery()) {
                int columns = result.getMetaData().getColumnCount();
                while (result.next()) {
                    List<String> row = new ArrayList<>();
                    for (int i = 1; i <= columns; i++) {
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

    /** What someone at the desk would do. */
    static void change(String sql) {
        try (Connection connection = TestDatabase.ownerConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    /** How many rows each table holds, by its name; but not how often somebody imported: that is sealed even where nothing changed. */
    static Map<String, String> counts() {
        Map<String, String> counts = new TreeMap<>();
        for (String table : rows("""
                SELECT table_name FROM information_schema.tables
                WHERE table_schema = DATABASE() AND table_type = 'BASE TABLE' AND table_name <> 'sealed_line'
                """)) {
            counts.put(table, rows("SELECT COUNT(*) FROM `" + table + "`").getFirst());
        }
        return counts;
    }

    /** The body of a text, its paragraphs parted by a bar. */
    static String body(String table, String column, String contract, String slug, String language) {
        return String.join(" | ", rows("""
                SELECT paragraph.body FROM %1$s
                JOIN contract ON contract.id = %1$s.contract_id
                JOIN paragraph ON paragraph.text_id = %1$s.%2$s
                WHERE contract.slug = ? AND %1$s.slug = ? AND paragraph.language = ?
                ORDER BY paragraph.position
                """.formatted(table, column), contract, slug, language));
    }
}
