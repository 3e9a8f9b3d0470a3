package org.portevoix.importing;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A contract's file while it is read back from the tables: which items there are, and their lists. */
public final class ContractOutline {
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm");

    private final ImportWriter reader;
    private final ZoneId zone;
    private final @Nullable String onlyList;
    private final @Nullable String onlySlug;
    private final @Nullable Stretch stretch;
    private final ObjectNode root = JsonNodeFactory.instance.objectNode();
    private final ContractFile file = new ContractFile(root, Map.of());
    private final List<Map<String, @Nullable Object>> rowsRead = new ArrayList<>();
    private final Map<String, String> tables = new HashMap<>();

    /**
     * @param onlyList the one list to read, as "actions"; null for the whole contract
     * @param onlySlug the one item of that list to read; null for all
     */
    ContractOutline(ImportWriter reader, ZoneId zone, @Nullable String onlyList, @Nullable String onlySlug) {
        this(reader, zone, onlyList, onlySlug, null);
    }

    /** @param stretch of the one list; null for all of it */
    ContractOutline(
            ImportWriter reader,
            ZoneId zone,
            @Nullable String onlyList,
            @Nullable String onlySlug,
            @Nullable Stretch stretch) {
        this.stretch = stretch;
        this.reader = reader;
        this.zone = zone;
        this.onlyList = onlyList;
        this.onlySlug = onlySlug;
    }

    /** The contract's own section. */
    public List<ImportedRow> contract() {
        if (!wants("contract") || stretch != null && stretch.skip() > 0) {
            return List.of();
        }
        Map<String, @Nullable Object> row = reader.rows()
                .select("SELECT * FROM contract WHERE id = ?", reader.contractId())
                .getFirst();
        tables.put("contract", "contract");
        rowsRead.add(row);
        root.putObject("contract").put("slug", String.valueOf(row.get("slug")));
        return List.of(new ImportedRow(reader, "contract", "contract", Map.of(), file.section("contract"), row));
    }

    /** The items of a list, in the contract's own order. */
    public List<ImportedRow> items(String list, String table) {
        return items(list, table, "slug", "position, id");
    }

    /** @param naming the field, and column, by which an item of the list is known */
    public List<ImportedRow> items(String list, String table, String naming, String order) {
        if (!wants(list)) {
            return List.of();
        }
        tables.put(list, table);
        String some = stretch == null ? "" : " LIMIT " + stretch.count() + " OFFSET " + stretch.skip();
        List<Map<String, @Nullable Object>> found = onlySlug == null
                ? reader.rows()
                        .select(
                                "SELECT * FROM " + table + " WHERE contract_id = ? ORDER BY " + order + some,
                                reader.contractId())
                : reader.rows()
                        .select(
                                "SELECT * FROM " + table + " WHERE contract_id = ? AND " + naming + " = ?",
                                reader.contractId(),
                                onlySlug);
        if (found.isEmpty()) {
            return List.of();
        }
        ArrayNode items = root.putArray(list);
        List<ImportedRow> rows = new ArrayList<>();
        for (Map<String, @Nullable Object> row : found) {
            rowsRead.add(row);
            items.addObject().put(naming, String.valueOf(row.get(naming)));
            rows.add(new ImportedRow(
                    reader, list, table, Map.of(), file.section(list).item(items.size() - 1), row));
        }
        return rows;
    }

    /** An instant of the tables as an hour in the contract's zone: 18:30. */
    public String hour(@Nullable Object instant) {
        return ((LocalDateTime) Objects.requireNonNull(instant))
                .atOffset(ZoneOffset.UTC)
                .atZoneSameInstant(zone)
                .format(HOUR);
    }

    /** A list whose lines have no name of their own; the query names the contract by one id. */
    public void lines(String list, String sql, Consumer<ImportedRow> line) {
        if (!wants(list)) {
            return;
        }
        for (Map<String, @Nullable Object> row : reader.rows().select(sql, reader.contractId())) {
            line.accept(new ImportedRow(reader, list, "", Map.of(), file.top().add(list), row));
        }
    }

    /** The day of an instant of the tables in the contract's zone: 2027-03-18. */
    public String day(@Nullable Object instant) {
        return ((LocalDateTime) Objects.requireNonNull(instant))
                .atOffset(ZoneOffset.UTC)
                .atZoneSameInstant(zone)
                .toLocalDate()
                .toString();
    }

    /** Whether any row answers to the query, which names it by one id. */
    public boolean exists(String sql, long id) {
        return reader.exists(sql, id);
    }

    /** The id of a row of this contract by its slug. */
    public @Nullable Long id(String table, String slug) {
        return reader
                .rows()
                .select("SELECT id FROM " + table + " WHERE contract_id = ? AND slug = ?", reader.contractId(), slug)
                .stream()
                .map(row -> ((Number) Objects.requireNonNull(row.get("id"))).longValue())
                .findFirst()
                .orElse(null);
    }

    ContractFile file() {
        return file;
    }

    ObjectNode root() {
        return root;
    }

    List<Map<String, @Nullable Object>> rows() {
        return rowsRead;
    }

    String table(String list) {
        return Objects.requireNonNull(tables.get(list), list);
    }

    /** A part of a long list. */
    record Stretch(int skip, int count) {}

    private boolean wants(String list) {
        return onlyList == null || onlyList.equals(list);
    }
}
