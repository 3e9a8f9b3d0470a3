package org.portevoix.paper;

import java.util.LinkedHashMap;
import java.util.Map;

/** Words that were set already, since a table says the same ones again and again. */
final class Shapes {

    private static final int KEPT = 3000;

    private final Map<Key, Typesetting> known = new LinkedHashMap<>(64, .75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Typesetting> eldest) {
            return size() > KEPT;
        }
    };

    Typesetting of(Words words, boolean isBold) {
        return known.computeIfAbsent(new Key(words, isBold), key -> new Typesetting(words, isBold));
    }

    private record Key(Words words, boolean isBold) {}
}
