package org.portevoix.importing;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A row that a part of a contract writes, field by field. What the file lacks keeps its present value; on a new row it
 * takes the value for absence. Fields are named as in the file, from the row's section on.
 */
public final class ImportedRow {
    private static final String SOURCE = "fr";

    private final ImportWriter writer;
    private final String item;
    private final String table;
    private final Map<String, Object> key;
    private final Section section;
    private final @Nullable Map<String, @Nullable Object> present;
    private final Map<Long, Map<String, String>> presentTexts;
    private final Map<String, @Nullable Object> columns = new LinkedHashMap<>();
    private final List<LongConsumer> afterwards = new ArrayList<>();
    private boolean isChanged;

    ImportedRow(
            ImportWriter writer,
            String item,
            String table,
            Map<String, Object> key,
            Section section,
            @Nullable Map<String, @Nullable Object> present) {
        this.writer = writer;
        this.item = item;
        this.table = table;
        this.key = key;
        this.section = section;
        this.present = present;
        this.presentTexts = present == null ? Map.of() : writer.texts().read(textIds(present));
    }

    /** What the site holds in a column; null where it holds nothing, or the row is new. */
    public @Nullable Object present(String column) {
        return present == null ? null : present.get(column);
    }

    public boolean isNew() {
        return present == null;
    }

    /** Set when the row is created, and never again. */
    public ImportedRow once(String column, Object value) {
        if (present == null) {
            columns.put(column, value);
        }
        return this;
    }

    /** Keeps the file's order. */
    public ImportedRow position() {
        if (present == null || !same(present.get("position"), section.index())) {
            columns.put("position", section.index());
            isChanged = true;
        }
        return this;
    }

    public ImportedRow string(String field, String column) {
        return value(field, column, section.at(field).string(), null);
    }

    /** One of a list of fixed words, kept in upper case as the constants of an enum are. */
    public ImportedRow word(String field, String column, @Nullable String whenAbsent) {
        return value(field, column, section.at(field).word(), whenAbsent);
    }

    /** A list of fixed words, kept in lower case, parted by a space. */
    public ImportedRow words(String field, String column) {
        Section words = section.at(field);
        return value(field, column, words.isGiven() ? String.join(" ", words.words()) : null, "");
    }

    public ImportedRow flag(String field, String column) {
        return value(field, column, section.at(field).flag(), false);
    }

    public ImportedRow integer(String field, String column) {
        BigDecimal number = section.at(field).number();
        return value(field, column, number == null ? null : number.intValueExact(), null);
    }

    /** A number of four decimals, as the tables hold them. */
    public ImportedRow decimal(String field, String column) {
        BigDecimal number = section.at(field).number();
        return value(field, column, number == null ? null : number.setScale(4, RoundingMode.HALF_UP), null);
    }

    public ImportedRow day(String field, String column) {
        return value(field, column, writer.day(section.at(field)), null);
    }

    /** A row of another table of this contract, named by its slug. */
    public ImportedRow reference(String field, String column, String referred) {
        return value(field, column, writer.id(referred, section.at(field).string()), null);
    }

    /** Any value; null where the file gives none. */
    public ImportedRow value(String field, String column, @Nullable Object given, @Nullable Object whenAbsent) {
        if (given != null) {
            put(field, column, given);
        } else if (present == null) {
            put(field, column, whenAbsent);
        }
        return this;
    }

    /** Empties a field that cannot stand beside what the file gives. */
    public ImportedRow without(String field, String column) {
        if (present(column) != null) {
            put(field, column, null);
        }
        return this;
    }

    /** A text that residents read, each of its languages a field of its own. */
    public ImportedRow text(String field, String column) {
        Map<String, String> given = section.at(field).text();
        if (given.isEmpty()) {
            return this;
        }
        Long id = present(column) instanceof Number number ? number.longValue() : null;
        Map<String, String> now = id == null ? Map.of() : presentTexts.getOrDefault(id, Map.of());
        Map<String, String> written = new LinkedHashMap<>();
        given.forEach((language, body) -> {
            if (mayPut(field + "@" + language, now.getOrDefault(language, ""), body)) {
                written.put(language, body);
            }
        });
        if (id != null) {
            write(id, written, given);
        } else if (given.containsKey(SOURCE) && written.containsKey(SOURCE)) {
            columns.put(column, writer.texts().create(SOURCE, written));
        }
        return this;
    }

    /** As {@link #without}, of a text. */
    public ImportedRow withoutText(String field, String column) {
        if (present(column) instanceof Number id) {
            boolean mayEmpty = true;
            for (Map.Entry<String, String> body :
                    presentTexts.getOrDefault(id.longValue(), Map.of()).entrySet()) {
                mayEmpty &= mayPut(field + "@" + body.getKey(), body.getValue(), "");
            }
            if (mayEmpty) {
                columns.put(column, null);
                afterwards.add(row -> writer.texts().delete(id.longValue()));
            }
        }
        return this;
    }

    /**
     * A list kept in rows of their own, replaced whole. A column that ends in _text holds a text by language; rows keep
     * the file's order where the table has a position.
     */
    public ImportedRow list(String field, ImportedList list) {
        if (!section.at(field).isGiven()) {
            return this;
        }
        String now = present == null ? "" : list.present(writer, id());
        if (mayPut(field, now, list.wanted())) {
            afterwards.add(parent -> list.replace(writer, parent));
        }
        return this;
    }

    /** The same as a list of lines, one column each, of ids that a flag of a shared table marks. */
    public ImportedRow marks(String field, ImportedMarks marks) {
        if (!section.at(field).isGiven()) {
            return this;
        }
        String now = present == null ? "" : marks.present(writer, id());
        if (mayPut(field, now, marks.wanted())) {
            afterwards.add(parent -> marks.replace(writer, parent));
        }
        return this;
    }

    /** Refuses a change of this row, whatever the operator asks; the reason is a key of the words file. */
    public void refuse(String field, String reason) {
        writer.refuse(item, field, reason);
    }

    /** A column that counts how often the row was changed. */
    public ImportedRow counting(String column) {
        afterwards.add(id -> {
            if (present != null && isChanged) {
                writer.rows().run("UPDATE " + table + " SET " + column + " = " + column + " + 1 WHERE id = ?", id);
            }
        });
        return this;
    }

    /** Writes the row and gives its id. */
    public long save() {
        long id;
        if (present == null) {
            Map<String, @Nullable Object> all = new LinkedHashMap<>(key);
            all.putAll(columns);
            id = writer.rows().insert(table, all);
            writer.wroteNew(item);
            isChanged = true;
        } else {
            id = id();
            if (!columns.isEmpty()) {
                List<@Nullable Object> values = new ArrayList<>(columns.values());
                values.add(id);
                writer.rows()
                        .run(
                                "UPDATE " + table + " SET " + String.join(" = ?, ", columns.keySet())
                                        + " = ? WHERE id = ?",
                                values.toArray());
            }
        }
        afterwards.forEach(write -> write.accept(id));
        return id;
    }

    /** Whether the row, one of its texts or one of its lists differs from before. */
    public boolean isChanged() {
        return isChanged;
    }

    private long id() {
        return ((Number) Objects.requireNonNull(present("id"))).longValue();
    }

    private void put(String field, String column, @Nullable Object wanted) {
        if (mayPut(field, canonical(present(column)), canonical(wanted))) {
            columns.put(column, wanted);
        }
    }

    /** Whether to write; keeps count of what was written, was the same, or is refused. */
    private boolean mayPut(String field, String now, String wanted) {
        if (present == null) {
            writer.wrote(item, field, wanted);
            return true;
        }
        if (now.equals(wanted)) {
            writer.sawUnchanged(item, field, wanted);
            return false;
        }
        if (!writer.mayWrite(item, field, now)) {
            return false;
        }
        writer.wroteUpdate(item, field, wanted);
        isChanged = true;
        return true;
    }

    /** A translation is made from the French that the file gives with it, written or already there. */
    private void write(long id, Map<String, String> written, Map<String, String> given) {
        String source = written.remove(SOURCE);
        if (source != null) {
            writer.texts().update(id, Map.of(SOURCE, source));
        }
        written.forEach(
                (language, body) -> writer.texts().translate(id, language, body, given.getOrDefault(SOURCE, "")));
    }

    private static List<Long> textIds(Map<String, @Nullable Object> row) {
        return row.entrySet().stream()
                .filter(column -> column.getKey().endsWith("_text"))
                .map(Map.Entry::getValue)
                .filter(Number.class::isInstance)
                .map(id -> ((Number) id).longValue())
                .collect(Collectors.toList());
    }

    private static boolean same(@Nullable Object one, @Nullable Object other) {
        return canonical(one).equals(canonical(other));
    }

    /** A value as a text that is the same for the same value, from the file or from the database. */
    static String canonical(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case Boolean flag -> flag ? "true" : "false";
            case Number number ->
                new BigDecimal(number.toString()).stripTrailingZeros().toPlainString();
            default -> value.toString();
        };
    }
}
