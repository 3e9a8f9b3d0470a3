package org.portevoix.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Finished pages, bounded in memory. Each page is made once however many ask for it at the same time; a page made while
 * something it shows was changing is given but not kept.
 */
@Singleton
class PageCache {

    private final Clock clock;
    private final Cache<String, CachedPage> pages;
    private final Map<String, CompletableFuture<CachedPage>> making = new ConcurrentHashMap<>();
    private final TagChanges changes = new TagChanges();
    private final LongAdder made = new LongAdder();

    PageCache(Clock clock, @Value("${portevoix.page-cache-bytes:67108864}") long maximumBytes) {
        this.clock = clock;
        this.pages = Caffeine.newBuilder()
                .maximumWeight(maximumBytes)
                .weigher((String address, CachedPage page) -> address.length() * 2 + page.weight())
                .build();
    }

    /** Null when the page has to be made. */
    @Nullable
    CachedPage find(String address) {
        CachedPage page = pages.getIfPresent(address);
        return page != null && page.isTrueAt(clock.instant()) ? page : null;
    }

    /** The page, made if need be. What {@code make} throws is thrown to each who waits for it. */
    CachedPage get(String address, Supplier<CachedPage> make) {
        CachedPage kept = find(address);
        if (kept != null) {
            return kept;
        }
        var mine = new CompletableFuture<CachedPage>();
        var other = making.putIfAbsent(address, mine);
        if (other != null) {
            return join(other);
        }
        try {
            CachedPage page = make(address, make);
            mine.complete(page);
            return page;
        } catch (Throwable e) {
            mine.completeExceptionally(e);
            throw e;
        } finally {
            making.remove(address, mine);
        }
    }

    /** A page that is never kept. */
    CachedPage once(Supplier<CachedPage> make) {
        made.increment();
        return make.get();
    }

    void forget(Collection<String> tags) {
        changes.add(tags);
        making.clear();
        Set<String> changed = Set.copyOf(tags);
        pages.asMap().values().removeIf(page -> page.tags().stream().anyMatch(changed::contains));
    }

    void forgetAll() {
        making.clear();
        pages.invalidateAll();
    }

    long size() {
        pages.cleanUp();
        return pages.estimatedSize();
    }

    /** How many pages this machine has had to make. */
    long made() {
        return made.sum();
    }

    private CachedPage make(String address, Supplier<CachedPage> make) {
        made.increment();
        long before = changes.now();
        CachedPage page = make.get();
        if (changes.isStillTrue(page.tags(), before)) {
            pages.put(address, page);
            if (!changes.isStillTrue(page.tags(), before)) {
                pages.asMap().remove(address, page);
            }
        }
        return page;
    }

    private static CachedPage join(CompletableFuture<CachedPage> page) {
        try {
            return page.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }
}
