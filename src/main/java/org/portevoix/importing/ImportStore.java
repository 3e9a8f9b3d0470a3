package org.portevoix.importing;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.portevoix.language.TextStore;
import org.portevoix.web.PageChanges;

/** What an import reads and keeps for itself. */
@Singleton
final class ImportStore {
    private final Rows rows;
    private final TextStore texts;
    private final PageChanges pages;

    ImportStore(Rows rows, TextStore texts, PageChanges pages) {
        this.rows = rows;
        this.texts = texts;
        this.pages = pages;
    }

    /** The contract's row, locked; null where the site does not have it yet. */
    @Nullable
    Map<String, @Nullable Object> contract(String slug) {
        List<Map<String, @Nullable Object>> found =
                rows.select("SELECT id, first_imported_on, zone FROM contract WHERE slug = ? FOR UPDATE", slug);
        return found.isEmpty() ? null : found.getFirst();
    }

    /** The same, not locked. */
    @Nullable
    Map<String, @Nullable Object> contractRead(String slug) {
        List<Map<String, @Nullable Object>> found =
                rows.select("SELECT id, first_imported_on, zone FROM contract WHERE slug = ?", slug);
        return found.isEmpty() ? null : found.getFirst();
    }

    Map<String, @Nullable Object> contractRead(long id) {
        return rows.select("SELECT id, slug, first_imported_on, zone FROM contract WHERE id = ?", id)
                .getFirst();
    }

    /** The contract's row, locked: the desk and imports write one after the other. */
    Map<String, @Nullable Object> contractLocked(long id) {
        return rows.select("SELECT id, first_imported_on, zone FROM contract WHERE id = ? FOR UPDATE", id)
                .getFirst();
    }

    ImportWriter writer(ContractOrigin origin, ImportWriter.Way way) {
        return new ImportWriter(rows, texts, origin, way);
    }

    TextStore texts() {
        return texts;
    }

    Rows rows() {
        return rows;
    }

    void save(ImportWriter writer) {
        writer.save();
        pages.changed(writer.changedPages().toArray(String[]::new));
    }
}
