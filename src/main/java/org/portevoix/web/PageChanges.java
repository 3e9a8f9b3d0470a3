package org.portevoix.web;

import io.micronaut.context.event.ApplicationEventPublisher;
import io.micronaut.scheduling.annotation.Scheduled;
import io.micronaut.transaction.annotation.TransactionalEventListener;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes pages anew, on every machine of the site, when what they show has changed. Contributions of residents that
 * await a reading change no page, and so append nothing here.
 */
@Singleton
public class PageChanges {

    private static final Logger LOG = LoggerFactory.getLogger(PageChanges.class);

    private final PageChangeRepository changes;
    private final PageCache cache;
    private final ApplicationEventPublisher<Committed> events;
    private final List<Remembered<?, ?>> remembered = new CopyOnWriteArrayList<>();
    private Set<Long> seen = new HashSet<>();
    private boolean couldPoll = true;

    PageChanges(PageChangeRepository changes, PageCache cache, ApplicationEventPublisher<Committed> events) {
        this.changes = changes;
        this.cache = cache;
        this.events = events;
    }

    /** To be called inside the transaction of the change: the pages go when it commits. */
    @Transactional
    public void changed(String... tags) {
        for (String tag : tags) {
            changes.add(tag);
        }
        events.publishEvent(new Committed(List.of(tags)));
    }

    /** For what takes long to work out and seldom changes; keeps so many values at most. */
    public <K, V> Remembered<K, V> remember(int most) {
        var values = new Remembered<K, V>(most);
        remembered.add(values);
        return values;
    }

    @TransactionalEventListener
    void forget(Committed change) {
        forget(change.tags());
    }

    @Scheduled(fixedDelay = "400ms")
    void poll() {
        try {
            List<PageChange> latest = changes.findLatest();
            List<String> tags = latest.stream()
                    .filter(change -> !seen.contains(change.id()))
                    .map(PageChange::tag)
                    .distinct()
                    .toList();
            seen = new HashSet<>(latest.stream().map(PageChange::id).toList());
            if (!tags.isEmpty()) {
                forget(tags);
            }
            couldPoll = true;
        } catch (RuntimeException e) {
            remembered.forEach(Remembered::forgetAll);
            cache.forgetAll();
            if (couldPoll) {
                LOG.warn(
                        "Page changes can't be read; pages are not kept meanwhile: {}",
                        e.getClass().getName());
            }
            couldPoll = false;
        }
    }

    /** What pages are made of goes before the pages. */
    private void forget(List<String> tags) {
        remembered.forEach(values -> values.forget(tags));
        cache.forget(tags);
    }

    @Scheduled(fixedDelay = "1h", initialDelay = "${portevoix.jobs.first:10m}")
    void clean() {
        changes.deleteOld();
    }

    record Committed(List<String> tags) {}
}
