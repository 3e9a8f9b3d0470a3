package org.portevoix.calendar;

import java.util.Map;

/** A file of which nothing is taken: with the key that says why, and what it names. */
final class UnreadableFile extends RuntimeException {

    private final String key;
    private final Map<String, Object> values;

    UnreadableFile(String key, Map<String, Object> values) {
        super(key, null, false, false);
        this.key = key;
        this.values = values;
    }

    UnreadableFile(String key) {
        this(key, Map.of());
    }

    String key() {
        return key;
    }

    Map<String, Object> values() {
        return values;
    }
}
