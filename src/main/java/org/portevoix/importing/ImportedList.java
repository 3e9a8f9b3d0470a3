package org.portevoix.importing;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.portevoix.language.Origin;

/**
 * A list that is one field of its row, kept in a table of its own.
 *
 * @param parent the column that holds the row's id
 * @param isOrdered whether the table has a position, from 0
 * @param columns in the order of each line's values; one that ends in _text takes a text by language
 */
public record ImportedList(
        String table, String parent, boolean isOrdered, List<String> columns, List<List<@Nullable Object>> lines) {

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
        writer.rows().run("DELETE FROM " + table + " WHERE " + parent + " = ?", parentId);
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
            writer.rows().insert(table, values);
        }
        before.values().forEach(ids -> ids.forEach(writer.texts()::delete));
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
        Long same = before.getOrDefault(french, new ArrayDeque<>()).poll();
        if (same == null) {
            return writer.texts().create("fr", bodies);
        }
        Map<String, String> present = writer.texts().read(same);
        if (!bodies.keySet().containsAll(present.keySet())) {
            writer.texts().delete(same);
            return writer.texts().create("fr", bodies);
        }
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
