package org.portevoix.poster;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.portevoix.contract.Visit;
import org.portevoix.language.Language;
import org.portevoix.language.Translated;
import org.portevoix.web.NotFound;

/** Makes posters and flyers of what features announce. */
@Singleton
public class Posters {

    /** A drawing keeps a core busy: two at once leave the others to the readers of pages. */
    private static final int AT_ONCE = 2;

    private static final int PATIENCE_SECONDS = 10;
    private static final int KEPT_BYTES = 8_000_000;

    private final List<Announced> announced;
    private final PosterWords words;
    private final Semaphore drawing = new Semaphore(AT_ONCE);

    /** By all that stands on them: what has changed is another poster, so none is ever out of date. */
    private final Cache<Sized, byte[]> kept = Caffeine.newBuilder()
            .maximumWeight(KEPT_BYTES)
            .weigher((Sized key, byte[] pdf) -> pdf.length)
            .expireAfterAccess(Duration.ofMinutes(30))
            .build();

    Posters(List<Announced> announced, PosterWords words) {
        this.announced = announced;
        this.words = words;
    }

    /**
     * What stands on the poster of an item; NotFound when residents can't read it on the site, or when its letters can't be
     * printed.
     *
     * @param section of the site's addresses: agenda, avis, benevoles
     * @param site where the site is, without a slash at its end
     */
    Made make(Visit visit, String section, String slug, @Nullable String day, Paper paper, String site) {
        Announcement announcement = announcement(visit, section, slug, day);
        Words title = Words.of(announcement.title());
        if (!Typeface.canPrint(title.text())) {
            throw new NotFound();
        }
        String lang = visit.lang();
        Translated summary = announcement.summary();
        Translated hours = visit.heading().telephoneHours();
        Language own = words.of(lang);
        return new Made(
                announcement.slug(),
                new Poster(
                        own.code(),
                        own.direction(),
                        site + visit.address(announcement.path()),
                        words.french(visit.contract().territoryName()),
                        announcement.kind(),
                        announcement.icon(),
                        title,
                        paper == Paper.POSTER || summary == null ? null : Words.of(summary.firstSentences(2)),
                        announcement.when(),
                        announcement.isFree() ? words.say(lang, "event.free") : null,
                        announcement.facts(),
                        words.say(lang, "poster.scan"),
                        words.say(lang, "poster.call"),
                        Words.plain(visit.contract().telephone()),
                        hours == null ? null : Words.of(hours),
                        notes(visit, announcement)));
    }

    /** How much of an item is said in a language; NotFound as above. */
    public Standing standing(Visit visit, String section, String slug, @Nullable String day) {
        Announcement announcement = announcement(visit, section, slug, day);
        if (announcement.title().isFallback()) {
            return Standing.TITLE_IN_FRENCH;
        }
        return announcement.hasFallback() ? Standing.PARTLY_IN_FRENCH : Standing.WHOLE;
    }

    /** The address of the page that the poster leads to, after the site's own. */
    public String path(Visit visit, String section, String slug, @Nullable String day) {
        return visit.address(announcement(visit, section, slug, day).path());
    }

    /**
     * A PDF; empty when too many are being drawn.
     *
     * @param mayDraw asked where it is not kept
     */
    Optional<byte[]> draw(Poster poster, Paper paper, BooleanSupplier mayDraw) {
        Sized key = new Sized(poster, paper);
        byte[] known = kept.getIfPresent(key);
        if (known != null) {
            return Optional.of(known);
        }
        if (!mayDraw.getAsBoolean() || !begin()) {
            return Optional.empty();
        }
        try {
            byte[] drawn = PosterDrawing.draw(poster, paper);
            kept.put(key, drawn);
            return Optional.of(drawn);
        } finally {
            drawing.release();
        }
    }

    private boolean begin() {
        try {
            return drawing.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private Announcement announcement(Visit visit, String section, String slug, @Nullable String day) {
        return announced.stream()
                .filter(one -> one.section().equals(section))
                .findFirst()
                .orElseThrow(NotFound::new)
                .of(visit, slug, day);
    }

    private List<Words> notes(Visit visit, Announcement announcement) {
        List<Words> notes = new ArrayList<>();
        if (announcement.hasFallback() && words.speaks(visit.lang())) {
            notes.add(words.say(visit.lang(), "poster.fallback"));
        }
        if (visit.contract().isExample()) {
            notes.add(words.say(
                    visit.lang(),
                    "web.layout.example",
                    Map.of("town", visit.contract().territoryName())));
        }
        return notes;
    }

    /** How much of a poster is in its own language. */
    public enum Standing {
        WHOLE,
        PARTLY_IN_FRENCH,
        TITLE_IN_FRENCH
    }

    /** @param slug for the name of its file; "" where it must not be named */
    record Made(String slug, Poster poster) {}

    private record Sized(Poster poster, Paper paper) {}
}
