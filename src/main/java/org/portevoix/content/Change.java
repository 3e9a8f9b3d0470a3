package org.portevoix.content;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A field that differs between two moments of an item.
 *
 * @param path of the field; of a text, with its language: title@ar
 */
record Change(
        String path, @Nullable JsonNode before, @Nullable JsonNode after) {

    /** In the order of the form. */
    static List<Change> between(List<Field> fields, JsonNode before, JsonNode after) {
        Map<String, JsonNode> old = Place.values(fields, before);
        Map<String, JsonNode> now = Place.values(fields, after);
        Set<String> paths = new LinkedHashSet<>();
        for (Field field : fields) {
            old.keySet().stream().filter(path -> isOf(path, field)).forEach(paths::add);
            now.keySet().stream().filter(path -> isOf(path, field)).forEach(paths::add);
        }
        List<Change> changes = new ArrayList<>();
        for (String path : paths) {
            if (!Place.same(old.get(path), now.get(path))) {
                changes.add(new Change(path, old.get(path), now.get(path)));
            }
        }
        return changes;
    }

    private static boolean isOf(String path, Field field) {
        return path.equals(field.path()) || path.startsWith(field.path() + "@");
    }

    String field() {
        int at = path.indexOf('@');
        return at < 0 ? path : path.substring(0, at);
    }

    /** Of a text; else "". */
    String language() {
        int at = path.indexOf('@');
        return at < 0 ? "" : path.substring(at + 1);
    }
}
