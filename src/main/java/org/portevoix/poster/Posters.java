package org.portevoix.poster;

import jakarta.inject.Singleton;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.portevoix.contract.Visit;
import org.portevoix.language.Language;
import org.portevoix.language.Translated;
import org.portevoix.paper.Typeface;
import org.portevoix.paper.Words;
import org.portevoix.web.NotFound;

/** Makes posters and flyers of what features announce. */
@Singleton
public class Posters {

    private final List<Announced> announced;
    private final PosterWords words;

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
                paper,
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
                        words.notes(visit, announcement.hasFallback())));
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

    private Announcement announcement(Visit visit, String section, String slug, @Nullable String day) {
        return announced.stream()
                .filter(one -> one.section().equals(section))
                .findFirst()
                .orElseThrow(NotFound::new)
                .of(visit, slug, day);
    }

    /** How much of a poster is in its own language. */
    public enum Standing {
        WHOLE,
        PARTLY_IN_FRENCH,
        TITLE_IN_FRENCH
    }

    /** @param slug for the name of its file; "" where it must not be named */
    record Made(Paper paper, String slug, Poster poster) {}
}
