package org.portevoix.importing;

import static org.portevoix.importing.ImportWords.say;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.portevoix.language.Made;
import org.portevoix.language.TextStore;

/** What the parts of a contract write with: rows found by their natural keys, and what came of each field. */
public final class ImportWriter {
    private final Rows rows;
    private final TextStore texts;
    private final ImportedFields fields = new ImportedFields();
    private final LocalDate firstImportedOn;
    private final ZoneId zone;
    private final Way way;
    private final Map<String, Long> ids = new HashMap<>();
    private final Map<String, String> slugs = new HashMap<>();
    private final List<String> created = new ArrayList<>();
    private final List<String> updated = new ArrayList<>();
    private final List<String> refused = new ArrayList<>();
    private final Set<String> changedPages = new LinkedHashSet<>();
    private final Map<String, Long> textsSeen = new LinkedHashMap<>();
    private Map<String, List<Made>> madeFrom = Map.of();
    private int unchanged;
    private @Nullable Long contractId;

    /** What a part's calls are for. */
    enum Way {
        /** A file is imported; what was edited at the desk since the last one is refused. */
        IMPORT,
        /** A file is imported over whatever the desk did. */
        REPLACE,
        /** The desk tells an item whole; a later import is to find that it was edited. */
        DESK,
        /** The tables are read back into a file. */
        READ
    }

    ImportWriter(Rows rows, TextStore texts, ContractOrigin origin, Way way) {
        this.rows = rows;
        this.texts = texts;
        this.firstImportedOn = origin.firstImportedOn();
        this.zone = origin.zone();
        this.way = way;
        this.contractId = origin.contractId();
        if (origin.contractId() != null && way != Way.READ) {
            fields.load(rows, origin.contractId());
        }
    }

    /** An item of one of the contract's lists, found by contract and slug; it keeps its place in the list. */
    public ImportedRow item(String kind, String table, Section section) {
        String slug = section.required("slug");
        return row(kind + "/" + slug, table, Map.of("contract_id", contractId(), "slug", slug), section);
    }

    /**
     * A row found by its natural key.
     *
     * @param item its name for people and for the memory of what was imported, as event/forum/2027-03-18
     */
    public ImportedRow row(String item, String table, Map<String, Object> key, Section section) {
        List<Map<String, @Nullable Object>> present = rows.select(
                "SELECT * FROM " + table + " WHERE " + String.join(" = ? AND ", key.keySet()) + " = ?"
                        + (isReading() ? "" : " FOR UPDATE"),
                key.values().toArray());
        return new ImportedRow(this, item, table, key, section, present.isEmpty() ? null : present.getFirst());
    }

    /** The id of a row of this contract by its slug; the file holds it, so that it is there. Null of null. */
    public @Nullable Long id(String table, @Nullable String slug) {
        if (slug == null) {
            return null;
        }
        return ids.computeIfAbsent(table + "/" + slug, name -> {
            List<Map<String, @Nullable Object>> found =
                    rows.select("SELECT id FROM " + table + " WHERE contract_id = ? AND slug = ?", contractId(), slug);
            return ((Number) Objects.requireNonNull(found.getFirst().get("id"))).longValue();
        });
    }

    /** The slug of a row by its id. */
    String slug(String table, long id) {
        return slugs.computeIfAbsent(
                table + "/" + id,
                name -> String.valueOf(rows.select("SELECT slug FROM " + table + " WHERE id = ?", id)
                        .getFirst()
                        .get("slug")));
    }

    /** The place after the last in a list of this contract. */
    int nextPosition(String table) {
        return ((Number) Objects.requireNonNull(rows.select(
                                "SELECT COALESCE(MAX(position), -1) + 1 AS next FROM " + table
                                        + " WHERE contract_id = ?",
                                contractId())
                        .getFirst()
                        .get("next")))
                .intValue();
    }

    /** Whether any row answers to the query, which names it by one id. */
    public boolean exists(String sql, long id) {
        return !rows.select(sql, id).isEmpty();
    }

    /** Set by the contract's own part, before any other row. */
    public void contractIs(long id) {
        contractId = id;
    }

    public long contractId() {
        return Objects.requireNonNull(contractId);
    }

    /** The day from whose week days are counted; it never changes. */
    public LocalDate firstImportedOn() {
        return firstImportedOn;
    }

    /** The day that a field names, counted days resolved. */
    public @Nullable LocalDate day(Section day) {
        return day.string() instanceof String written ? ContractDay.of(written, firstImportedOn) : null;
    }

    /** An hour of the contract's zone, in UTC. */
    public LocalDateTime instant(LocalDate day, String hour) {
        return LocalDateTime.ofInstant(
                day.atTime(LocalTime.parse(hour)).atZone(zone).toInstant(), ZoneOffset.UTC);
    }

    /** Pages to forget once the import is done: tags as action/12. */
    public void changed(String... tags) {
        changedPages.addAll(List.of(tags));
    }

    boolean isReading() {
        return way == Way.READ;
    }

    boolean isDesk() {
        return way == Way.DESK;
    }

    /** A text that was read back, by its place. */
    void sawText(String place, long id) {
        textsSeen.put(place, id);
    }

    /** The ids of the texts that were read back, by their places. */
    Map<String, Long> textsSeen() {
        return textsSeen;
    }

    /** @param madeFrom of translations, by place@language: how each paragraph came to be */
    void madeFrom(Map<String, List<Made>> madeFrom) {
        this.madeFrom = madeFrom;
    }

    @Nullable
    List<Made> madeFrom(String place) {
        return madeFrom.get(place);
    }

    /** Refuses a change for a reason of the words file; nothing will be written. */
    void refuse(String item, String field, String reason) {
        refused.add(say(reason, label(item, field)));
    }

    boolean mayWrite(String item, String field, String present) {
        if (way != Way.IMPORT || fields.isUntouched(item, field, present)) {
            return true;
        }
        refuse(item, field, "refused.edited");
        return false;
    }

    void wroteNew(String item) {
        created.add(item);
    }

    void wrote(String item, String field, String value) {
        remember(item, field, value);
    }

    private void remember(String item, String field, String value) {
        if (!isDesk()) {
            fields.wrote(item, field, value);
        }
    }

    void wroteUpdate(String item, String field, String value) {
        remember(item, field, value);
        updated.add(label(item, field));
    }

    void sawUnchanged(String item, String field, String value) {
        remember(item, field, value);
        unchanged++;
    }

    Rows rows() {
        return rows;
    }

    TextStore texts() {
        return texts;
    }

    Set<String> changedPages() {
        return changedPages;
    }

    ImportReport report(String file) {
        return new ImportReport(
                file, List.of(), List.copyOf(refused), List.copyOf(created), List.copyOf(updated), unchanged);
    }

    void save() {
        fields.save(rows, contractId());
    }

    /** "action/plomb: titre (ar)". */
    private static String label(String item, String field) {
        String[] names = field.split("@");
        String last = names[0].substring(names[0].lastIndexOf('.') + 1);
        String key = ImportWords.has("field." + names[0]) ? "field." + names[0] : "field." + last;
        String words = ImportWords.has(key) ? say(key) : names[0];
        return item + ": " + words + (names.length > 1 ? " (" + names[1] + ")" : "");
    }
}
