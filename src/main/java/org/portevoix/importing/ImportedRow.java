package org.portevoix.importing;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.portevoix.language.Made;
import org.portevoix.language.Origin;

/**
 * A row that a part of a contract writes, field by field. Fields are named as in the file, from the row's section on.
 * From a file, what it lacks keeps its present value, and on a new row takes the value for absence; from the desk, which
 * tells an item whole, what lacks is emptied. Where a contract is read back, the same calls put each field into the
 * section instead, and write nothing.
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
    private final boolean isItem;
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
        this.isItem = key.containsKey("contract_id");
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

    /** Keeps the file's order; an item told alone keeps its place, or goes to the end. */
    public ImportedRow position() {
        if (writer.isReading() || isTold() && present != null) {
            return this;
        }
        if (isTold()) {
            columns.put("position", writer.nextPosition(table));
            return this;
        }
        if (present == null || !same(present.get("position"), section.index())) {
            columns.put("position", section.index());
            isChanged = true;
        }
        return this;
    }

    public ImportedRow string(String field, String column) {
        return string(field, column, null);
    }

    public ImportedRow string(String field, String column, @Nullable String whenAbsent) {
        if (writer.isReading()) {
            return read(field, column, Object::toString);
        }
        return value(field, column, section.at(field).string(), whenAbsent);
    }

    /** One of a list of fixed words, kept in upper case as the constants of an enum are. */
    public ImportedRow word(String field, String column, @Nullable String whenAbsent) {
        if (writer.isReading()) {
            return read(field, column, word -> word.toString().toLowerCase(Locale.ROOT));
        }
        return value(field, column, section.at(field).word(), whenAbsent);
    }

    /** A list of fixed words, kept in lower case, parted by a space. */
    public ImportedRow words(String field, String column) {
        if (writer.isReading()) {
            return read(
                    field,
                    column,
                    words -> words.toString().isEmpty()
                            ? null
                            : List.of(words.toString().split(" ")));
        }
        Section words = section.at(field);
        return value(field, column, words.isGiven() ? String.join(" ", words.words()) : null, "");
    }

    public ImportedRow flag(String field, String column) {
        if (writer.isReading()) {
            return read(field, column, flag -> flag);
        }
        return value(field, column, section.at(field).flag(), false);
    }

    public ImportedRow integer(String field, String column) {
        if (writer.isReading()) {
            return read(field, column, number -> new BigDecimal(number.toString()));
        }
        BigDecimal number = section.at(field).number();
        return value(field, column, number == null ? null : number.intValueExact(), null);
    }

    /** A number of four decimals, as the tables hold them. */
    public ImportedRow decimal(String field, String column) {
        if (writer.isReading()) {
            return read(field, column, number -> new BigDecimal(canonical(number)));
        }
        BigDecimal number = section.at(field).number();
        return value(field, column, number == null ? null : number.setScale(4, RoundingMode.HALF_UP), null);
    }

    public ImportedRow day(String field, String column) {
        if (writer.isReading()) {
            return read(field, column, Object::toString);
        }
        return value(field, column, writer.day(section.at(field)), null);
    }

    /** A row of another table of this contract, named by its slug. */
    public ImportedRow reference(String field, String column, String referred) {
        if (writer.isReading()) {
            return read(field, column, id -> writer.slug(referred, ((Number) id).longValue()));
        }
        return value(field, column, writer.id(referred, section.at(field).string()), null);
    }

    /** Any value; null where the file gives none. It is not read back: the outline tells it. */
    public ImportedRow value(String field, String column, @Nullable Object given, @Nullable Object whenAbsent) {
        if (writer.isReading()) {
            return this;
        }
        if (given != null) {
            put(field, column, given);
        } else if (present == null || writer.isDesk()) {
            put(field, column, whenAbsent);
        }
        return this;
    }

    /** Empties a field that cannot stand beside what the file gives. */
    public ImportedRow without(String field, String column) {
        if (!writer.isReading() && present(column) != null) {
            put(field, column, null);
        }
        return this;
    }

    /** A text that residents read, each of its languages a field of its own. */
    public ImportedRow text(String field, String column) {
        if (writer.isReading()) {
            return readText(field, column);
        }
        Map<String, String> given = section.at(field).text();
        if (given.isEmpty()) {
            return writer.isDesk() ? withoutText(field, column) : this;
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
            write(field, id, written, given);
        } else if (given.containsKey(SOURCE) && written.containsKey(SOURCE)) {
            long created = writer.texts().create(SOURCE, Map.of(SOURCE, written.get(SOURCE)));
            columns.put(column, created);
            write(field, created, without(SOURCE, written), given);
        }
        return this;
    }

    /** As {@link #without}, of a text. */
    public ImportedRow withoutText(String field, String column) {
        if (!writer.isReading() && present(column) instanceof Number id) {
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
        if (writer.isReading() || !section.at(field).isGiven() && !writer.isDesk()) {
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
        if (writer.isReading() || !section.at(field).isGiven() && !writer.isDesk()) {
            return this;
        }
        String now = present == null ? "" : marks.present(writer, id());
        if (mayPut(field, now, marks.wanted())) {
            afterwards.add(parent -> marks.replace(writer, parent));
        }
        return this;
    }

    /**
     * Takes away the rows of a table of lines that the desk no longer tells; a file takes nothing away.
     *
     * @param lines of the section, each named by the slug that the rows hold
     */
    public ImportedRow only(String lines, String naming, String table, String parent, String column) {
        if (writer.isDesk() && present != null) {
            List<String> told = section.at(lines).items().stream()
                    .map(line -> String.valueOf(line.at(naming).string()))
                    .toList();
            for (Map<String, @Nullable Object> row :
                    writer.rows().select("SELECT * FROM " + table + " WHERE " + parent + " = ?", id())) {
                if (!told.contains(String.valueOf(row.get(column)))) {
                    writer.rows().run("DELETE FROM " + table + " WHERE id = ?", row.get("id"));
                    textIds(row).forEach(writer.texts()::delete);
                    isChanged = true;
                }
            }
        }
        return this;
    }

    /** Refuses a change of this row, whatever the operator asks; the reason is a key of the words file. */
    public void refuse(String field, String reason) {
        if (!writer.isReading()) {
            writer.refuse(item, field, reason);
        }
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
        if (writer.isReading()) {
            return id();
        }
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

    /**
     * A translation is made from the French that the file gives with it, written or already there; from the desk, from
     * the French that it is known to have been made from.
     */
    private void write(String field, long id, Map<String, String> written, Map<String, String> given) {
        String source = written.get(SOURCE);
        if (source != null) {
            writer.texts().update(id, Map.of(SOURCE, source));
        }
        without(SOURCE, written).forEach((language, body) -> {
            List<Made> madeFrom = writer.madeFrom(section.at(field).path() + "@" + language);
            if (madeFrom == null) {
                writer.texts().translate(id, language, body, given.getOrDefault(SOURCE, ""), Origin.FILE);
            } else {
                writer.texts().translate(id, language, body, madeFrom);
            }
        });
    }

    private static Map<String, String> without(String language, Map<String, String> bodies) {
        Map<String, String> others = new LinkedHashMap<>(bodies);
        others.remove(language);
        return others;
    }

    /** Whether the desk tells this item alone, without the list that it stands in. */
    private boolean isTold() {
        return writer.isDesk() && isItem;
    }

    private ImportedRow read(String field, String column, Function<Object, @Nullable Object> told) {
        Object value = present(column);
        Object shown = value == null ? null : told.apply(value);
        if (shown != null) {
            section.put(field, shown);
        }
        return this;
    }

    private ImportedRow readText(String field, String column) {
        if (present(column) instanceof Number id) {
            Map<String, String> bodies = presentTexts.getOrDefault(id.longValue(), Map.of());
            if (!bodies.isEmpty()) {
                section.put(field, sourceFirst(bodies));
                writer.sawText(section.at(field).path(), id.longValue());
            }
        }
        return this;
    }

    static Map<String, String> sourceFirst(Map<String, String> bodies) {
        Map<String, String> ordered = new LinkedHashMap<>();
        if (bodies.containsKey(SOURCE)) {
            ordered.put(SOURCE, bodies.get(SOURCE));
        }
        ordered.putAll(new TreeMap<>(without(SOURCE, bodies)));
        return ordered;
    }

    /** Of a row that is read back: the place that it fills. */
    public Section section() {
        return section;
    }

    /** Of a row that is read back: tells a field of a list kept in a table of its own. */
    public ImportedRow lines(String field, String sql, Consumer<ImportedRow> line) {
        for (Map<String, @Nullable Object> row : writer.rows().select(sql, id())) {
            line.accept(new ImportedRow(writer, item, "", Map.of(), section.add(field), row));
        }
        return this;
    }

    /** Of a row that is read back: a list of slugs, which the query gives in one column. */
    public ImportedRow slugs(String field, String sql) {
        List<String> slugs = writer.rows().select(sql, id()).stream()
                .map(row -> String.valueOf(row.values().iterator().next()))
                .toList();
        if (!slugs.isEmpty()) {
            section.put(field, slugs);
        }
        return this;
    }

    /** Of a row that is read back: a list of texts, whose ids the query gives in one column. */
    public ImportedRow texts(String field, String sql) {
        for (Map<String, @Nullable Object> row : writer.rows().select(sql, id())) {
            if (row.values().iterator().next() instanceof Number text) {
                Section place = section.add(field);
                sourceFirst(writer.texts().read(text.longValue())).forEach(place::put);
                writer.sawText(place.path(), text.longValue());
            }
        }
        return this;
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
