package org.portevoix.importing;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.portevoix.language.Digest;

/** What the last import of a contract wrote, field by field, as digests: the table imported_field. */
final class ImportedFields {
    // A language is parted from its field by @ in code, and by a full stop in the table: title.ar.
    private record Name(String item, String field) {
        private Name {
            field = field.replace('@', '.');
        }
    }

    private final Map<Name, String> digests = new HashMap<>();
    private final Set<Name> changed = new HashSet<>();

    void load(Rows rows, long contractId) {
        for (Map<String, @Nullable Object> row :
                rows.select("SELECT item, field, digest FROM imported_field WHERE contract_id = ?", contractId)) {
            digests.put(
                    new Name(String.valueOf(row.get("item")), String.valueOf(row.get("field"))),
                    String.valueOf(row.get("digest")));
        }
    }

    /** Whether the present value is the one that the last import wrote, or no import ever wrote it and it is empty. */
    boolean isUntouched(String item, String field, String present) {
        String digest = digests.get(new Name(item, field));
        return digest == null ? present.isEmpty() : digest.equals(Digest.of(present));
    }

    void wrote(String item, String field, String value) {
        Name name = new Name(item, field);
        String digest = Digest.of(value);
        if (!digest.equals(digests.put(name, digest))) {
            changed.add(name);
        }
    }

    void save(Rows rows, long contractId) {
        for (Name name : changed) {
            rows.run("""
                    INSERT INTO imported_field (contract_id, item, field, digest)
                    VALUES (?, ?, ?, ?)
                    ON DUPLICATE KEY UPDATE digest = VALUES(digest)
                    """, contractId, name.item(), name.field(), digests.get(name));
        }
    }
}
