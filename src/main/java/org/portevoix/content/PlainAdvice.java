package org.portevoix.content;

import java.util.List;
import java.util.Map;
import org.portevoix.glossary.Advised;

/**
 * What to do so that an item reads easily.
 *
 * @param isRead whether there is any text to read yet
 * @param isPlain whether it may be shown as it is
 * @param result in a sentence
 * @param fields whose texts are hard
 * @param byField advice on each text by its field's path
 */
record PlainAdvice(
        boolean isRead, boolean isPlain, String result, List<HardField> fields, Map<String, List<Advised>> byField) {
    /** Of what is not read. */
    static final PlainAdvice NONE = new PlainAdvice(false, true, "", List.of(), Map.of());

    List<Advised> at(String path) {
        return byField.getOrDefault(path, List.of());
    }

    /** @param id of its input */
    record HardField(String id, String label) {}
}
