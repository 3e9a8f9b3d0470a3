package org.portevoix.importing;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.portevoix.language.Origin;

/**
 * A list that is one field of its row, kept in a table of its own.
 *
 * @param parent the column that holds the row's id
 * @param isOrdered whether the table has a position, from 0
 * @param columns in the order of each line's values; one that ends in _text takes a text by language
 * @param isReferred whether other rows refer to these: a line stays the same row as long as it has the same text in
 *     French, or else its place
 */
public record ImportedList(
        String table,
        String parent,
        boolean isOrdered,
        List<String> columns,
        List<List<@Nullable Object>> lines,
        boolean isReferred) {

    public ImportedList(
            String table, String parent, boolean isOrdered, List<String> columns, List<List<@Nullable Object>> lines) {
        this(table, parent, isOrdered, columns, lines, false);
    }

    /** Ids of another table, in no order. */
    public static ImportedList ofIds(String table, String parent, String column, List<@Nullable Long> ids) {
        List<List<@Nullable Object>> lines = new ArrayList<>();
        for (Long id : ids) {
            List<@Nullable Object> line = new ArrayList<>();
            line.add(id);
            lines.add(line);
        }
        return new ImportedList(table, parent, false, List.of(column), lines);
    }

    String wanted() {
        return canonical(lines.stream().map(this::canonicalLine).toList());
    }

    String present(ImportWriter writer, long parentId) {
        return canonical(presentRows(writer, parentId).stream()
                .map(row -> {
                    List<@Nullable Object> line = new ArrayList<>();
                    for (String column : columns) {
                        Object value = row.get(column);
                        line.add(
                                isText(column) && value instanceof Number id
                                        ? writer.texts().read(id.longValue())
                                        : value);
                    }
                    return canonicalLine(line);
                })
                .toList());
    }

    void replace(ImportWriter writer, long parentId) {
        Map<String, Deque<Long>> before = textsByFrench(writer, parentId);
        List<@Nullable Object> same = isReferred ? same(writer, parentId) : Collections.nCopies(lines.size(), null);
        if (!isReferred) {
            writer.rows().run("DELETE FROM " + table + " WHERE " + parent + " = ?", parentId);
        }
        for (int i = 0; i < lines.size(); i++) {
            Map<String, @Nullable Object> values = new LinkedHashMap<>();
            values.put(parent, parentId);
            if (isOrdered) {
                values.put("position", i);
            }
            for (int j = 0; j < columns.size(); j++) {
                Object value = lines.get(i).get(j);
                values.put(columns.get(j), value instanceof Map<?, ?> text ? text(writer, text, before) : value);
            }
            write(writer, same.get(i), values);
        }
        before.values().forEach(ids -> ids.forEach(writer.texts()::delete));
    }

    private void write(ImportWriter writer, @Nullable Object row, Map<String, @Nullable Object> values) {
        if (row == null) {
            writer.rows().insert(table, values);
            return;
        }
        List<@Nullable Object> all = new ArrayList<>(values.values());
        all.add(row);
        writer.rows()
                .run(
                        "UPDATE " + table + " SET " + String.join(" = ?, ", values.keySet()) + " = ? WHERE id = ?",
                        all.toArray());
    }

    /** The id of the row that each line is, null of a new one; takes away the rows that are none of them. */
    private List<@Nullable Object> same(ImportWriter writer, long parentId) {
        List<Map<String, @Nullable Object>> rows = new ArrayList<>(presentRows(writer, parentId));
        List<@Nullable Object> same = new ArrayList<>(Collections.nCopies(lines.size(), null));
        for (int i = 0; i < lines.size(); i++) {
            String french = french(lines.get(i));
            same.set(i, take(rows, row -> french(writer, row).equals(french)));
        }
        for (int i = 0; i < lines.size(); i++) {
            if (same.get(i) == null) {
                int place = i;
                same.set(i, take(rows, row -> row.get("position") instanceof Number at && at.intValue() == place));
            }
        }
        rows.forEach(row -> writer.rows().run("DELETE FROM " + table + " WHERE id = ?", row.get("id")));
        return same;
    }

    private static @Nullable Object take(
            List<Map<String, @Nullable Object>> rows, Predicate<Map<String, @Nullable Object>> wanted) {
        for (Map<String, @Nullable Object> row : rows) {
            if (wanted.test(row)) {
                rows.remove(row);
                return row.get("id");
            }
        }
        return null;
    }

    /** What the first of its texts says in French. */
    private static String french(List<@Nullable Object> line) {
        for (Object value : line) {
            if (value instanceof Map<?, ?> text) {
                return text.get("fr") instanceof String said ? said : "";
            }
        }
        return "";
    }

    private String french(ImportWriter writer, Map<String, @Nullable Object> row) {
        for (String column : columns) {
            if (isText(column)) {
                return row.get(column) instanceof Number id
                        ? writer.texts().read(id.longValue()).getOrDefault("fr", "")
                        : "";
            }
        }
        return "";
    }

    private Map<String, Deque<Long>> textsByFrench(ImportWriter writer, long parentId) {
        Map<String, Deque<Long>> texts = new LinkedHashMap<>();
        for (Map<String, @Nullable Object> row : presentRows(writer, parentId)) {
            for (String column : columns) {
                if (isText(column) && row.get(column) instanceof Number id) {
                    String french = writer.texts().read(id.longValue()).getOrDefault("fr", "");
                    texts.computeIfAbsent(french, said -> new ArrayDeque<>()).add(id.longValue());
                }
            }
        }
        return texts;
    }

    private List<Map<String, @Nullable Object>> presentRows(ImportWriter writer, long parentId) {
        return writer.rows()
                .select(
                        "SELECT * FROM " + table + " WHERE " + parent + " = ?"
                                + (isOrdered ? " ORDER BY position" : ""),
                        parentId);
    }

    /** The text that said the same before: the drafts of its translations, and how old they are, stay. Else a new one. */
    private static @Nullable Long text(ImportWriter writer, Map<?, ?> text, Map<String, Deque<Long>> before) {
        Map<String, String> bodies = new LinkedHashMap<>();
        text.forEach((language, body) -> bodies.put(String.valueOf(language), String.valueOf(body)));
        if (bodies.isEmpty()) {
            return null;
        }
        String french = bodies.getOrDefault("fr", "");
        Deque<Long> known = before.getOrDefault(french, new ArrayDeque<>());
        Long same = known.peek();
        Map<String, String> present = same == null ? Map.of() : writer.texts().read(same);
        if (same == null || !bodies.keySet().containsAll(present.keySet())) {
            return writer.texts().create("fr", bodies);
        }
        known.remove();
        bodies.forEach((language, body) -> {
            if (!body.equals(present.get(language))) {
                writer.texts().translate(same, language, body, french, Origin.FILE);
            }
        });
        return same;
    }

    private String canonical(List<String> canonicalLines) {
        return (isOrdered ? canonicalLines.stream() : canonicalLines.stream().sorted())
                .collect(Collectors.joining("\n"));
    }

    private String canonicalLine(List<@Nullable Object> line) {
        List<String> values = new ArrayList<>();
        for (Object value : line) {
            if (Boolean.FALSE.equals(value)) {
                // So that a line is the same as it was remembered before there was the flag.
                continue;
            }
            values.add(
                    value instanceof Map<?, ?> text
                            ? text.isEmpty() ? "" : new TreeMap<>(text).toString()
                            : ImportedRow.canonical(value));
        }
        return String.join("\t", values);
    }

    private static boolean isText(String column) {
        return column.endsWith("_text");
    }
}
