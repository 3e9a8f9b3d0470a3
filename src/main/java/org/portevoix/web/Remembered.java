package org.portevoix.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Collection;
import java.util.Set;
import java.util.function.Supplier;

/**
 * What was worked out of the database, kept on this machine until something under its tags has changed: as true as the
 * pages that show it. {@link PageChanges#remember} makes one.
 */
public final class Remembered<K, V> {

    private record Held<V>(V value, Set<String> tags) {}

    private final Cache<K, Held<V>> values;
    private final TagChanges changes = new TagChanges();

    Remembered(int most) {
        this.values = Caffeine.newBuilder().maximumSize(most).build();
    }

    /** The value, worked out if need be; what was worked out while one of its tags was changing is given but not kept. */
    public V get(K key, Set<String> tags, Supplier<V> work) {
        Held<V> kept = values.getIfPresent(key);
        if (kept != null) {
            return kept.value();
        }
        long before = changes.now();
        var held = new Held<>(work.get(), tags);
        if (changes.isStillTrue(tags, before)) {
            values.put(key, held);
            if (!changes.isStillTrue(tags, before)) {
                values.asMap().remove(key, held);
            }
        }
        return held.value();
    }

    void forget(Collection<String> tags) {
        changes.add(tags);
        values.asMap().values().removeIf(held -> tags.stream().anyMatch(held.tags()::contains));
    }

    void forgetAll() {
        values.invalidateAll();
    }
}
