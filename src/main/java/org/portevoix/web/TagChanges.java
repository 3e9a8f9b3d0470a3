package org.portevoix.web;

import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** Which tags have changed since when, so that nothing that was read before a change is kept after it. */
final class TagChanges {

    private final Map<String, Long> last = new ConcurrentHashMap<>();
    private final AtomicLong count = new AtomicLong();

    /** To be read before what is to be kept is read. */
    long now() {
        return count.get();
    }

    void add(Collection<String> tags) {
        long number = count.incrementAndGet();
        tags.forEach(tag -> last.put(tag, number));
    }

    boolean isStillTrue(Collection<String> tags, long before) {
        return tags.stream().allMatch(tag -> last.getOrDefault(tag, 0L) <= before);
    }
}
