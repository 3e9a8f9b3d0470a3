package org.portevoix.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PageCacheTest {
    private static final Instant NOON = Instant.parse("2026-11-26T12:00:00Z");
    private static final long PLENTY = 10_000_000;

    private final PageCache cache = cache(NOON, PLENTY);

    @Test
    void aStampedeMakesThePageOnce() throws Exception {
        int visitors = 50;
        AtomicInteger made = new AtomicInteger();
        CountDownLatch everybody = new CountDownLatch(visitors);
        List<CachedPage> given = askedTogether(visitors, everybody, () -> {
            await(everybody);
            made.incrementAndGet();
            return page("forum", null, "event/1");
        });
        assertEquals(1, made.get());
        given.forEach(page -> assertSame(given.getFirst(), page));
    }

    @Test
    void whatGoesWrongIsToldToEachAndTriedAgain() throws Exception {
        AtomicInteger made = new AtomicInteger();
        assertThrows(
                NotFound.class,
                () -> cache.get("/fr/x", () -> {
                    made.incrementAndGet();
                    throw new NotFound();
                }));
        assertEquals("now", text(cache.get("/fr/x", () -> page("now", null, "x"))));
        assertEquals(1, made.get());
    }

    @Test
    void aChangeOfATagEmptiesExactlyThosePages() {
        cache.get("/fr/agenda", () -> page("agenda", null, "contract/1", "event/1"));
        cache.get("/fr/forum", () -> page("forum", null, "event/1"));
        cache.get("/fr/marche", () -> page("marche", null, "contract/1", "event/11"));
        cache.forget(List.of("event/1"));
        assertNull(cache.find("/fr/agenda"));
        assertNull(cache.find("/fr/forum"));
        assertNotNull(cache.find("/fr/marche"));
    }

    @Test
    void aPageMadeWhileItsTagChangedIsGivenButNotKept() {
        CachedPage given = cache.get("/fr/forum", () -> {
            CachedPage read = page("before", null, "event/1");
            cache.forget(List.of("event/1"));
            return read;
        });
        assertEquals("before", text(given));
        assertNull(cache.find("/fr/forum"));
        cache.get("/fr/autre", () -> {
            cache.forget(List.of("event/1"));
            return page("other", null, "event/2");
        });
        assertNotNull(cache.find("/fr/autre"));
    }

    @Test
    void whoAsksAfterAChangeDoesNotGetAPageBegunBefore() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch changed = new CountDownLatch(1);
        try (ExecutorService one = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<CachedPage> early = one.submit(() -> cache.get("/fr/forum", () -> {
                begun.countDown();
                await(changed);
                return page("before", null, "event/1");
            }));
            await(begun);
            cache.forget(List.of("event/1"));
            assertEquals("after", text(cache.get("/fr/forum", () -> page("after", null, "event/1"))));
            changed.countDown();
            assertEquals("before", text(early.get()));
            assertEquals("after", text(cache.get("/fr/forum", () -> page("never", null, "event/1"))));
        }
    }

    @Test
    void aPageIsTrueUntilItsHourAndNotAtIt() {
        MovedClock clock = new MovedClock();
        PageCache timed = new PageCache(clock, PLENTY);
        timed.get("/fr/agenda", () -> page("today", NOON.plusSeconds(60), "event/1"));
        clock.now = NOON.plusSeconds(59);
        assertNotNull(timed.find("/fr/agenda"));
        clock.now = NOON.plusSeconds(60);
        assertNull(timed.find("/fr/agenda"));
        assertEquals("tomorrow", text(timed.get("/fr/agenda", () -> page("tomorrow", null, "event/1"))));
    }

    @Test
    void memoryStaysWithinItsBound() {
        long bound = 200_000;
        PageCache small = cache(NOON, bound);
        CachedPage one = page("x".repeat(4_000), null, "event/1");
        for (int i = 0; i < 1_000; i++) {
            small.get("/fr/page/" + i, () -> page("x".repeat(4_000), null, "event/1"));
        }
        assertTrue(small.size() > 5, "kept " + small.size());
        assertTrue(small.size() * one.weight() <= bound, "kept " + small.size());
    }

    private List<CachedPage> askedTogether(int visitors, CountDownLatch everybody, Supplier<CachedPage> make)
            throws Exception {
        List<Future<CachedPage>> asked = new ArrayList<>();
        List<CachedPage> given = new ArrayList<>();
        try (ExecutorService crowd = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < visitors; i++) {
                asked.add(crowd.submit(() -> {
                    everybody.countDown();
                    await(everybody);
                    return cache.get("/fr/forum", make);
                }));
            }
            for (Future<CachedPage> one : asked) {
                given.add(one.get());
            }
        }
        return given;
    }

    private static PageCache cache(Instant now, long bytes) {
        return new PageCache(Clock.fixed(now, ZoneOffset.UTC), bytes);
    }

    private static CachedPage page(String body, @Nullable Instant until, String... tags) {
        return new CachedPage("text/html;charset=utf-8", body, Set.of(tags), until);
    }

    private static String text(CachedPage page) {
        return new String(page.bytes(false), java.nio.charset.StandardCharsets.UTF_8);
    }

    private static void await(CountDownLatch latch) {
        try {
            if (!latch.await(Duration.ofSeconds(30).toMillis(), java.util.concurrent.TimeUnit.MILLISECONDS)) {
                throw new AssertionError("waited too long");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private static final class MovedClock extends Clock {
        private Instant now = NOON;

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public java.time.ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
            return this;
        }
    }
}
