package org.portevoix.brief;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.portevoix.contract.Visit;
import org.portevoix.event.SessionCard;
import org.portevoix.language.Language;
import org.portevoix.language.Translated;
import org.portevoix.paper.Foot;
import org.portevoix.paper.Typeface;
import org.portevoix.paper.Words;
import org.portevoix.participation.PublishedFigures;
import org.portevoix.poster.PosterWords;

/** Makes the sheet of what the page says, each thing with the language in which it is really said. */
@Singleton
class BriefSheets {

    private final PublishedFigures published;
    private final BriefFigures briefs;
    private final PosterWords words;

    BriefSheets(PublishedFigures published, BriefFigures briefs, PosterWords words) {
        this.published = published;
        this.briefs = briefs;
        this.words = words;
    }

    /** @param site where the site is, without a slash at its end */
    BriefSheet of(Visit visit, String site) {
        String lang = visit.lang();
        Language own = words.of(lang);
        Brief brief = briefs.of(visit, published.of(visit.contractId()));
        SessionCard next = brief.next();
        Translated hours = visit.heading().telephoneHours();
        return new BriefSheet(
                own.code(),
                own.direction().equals("rtl"),
                words.french(visit.contract().territoryName()),
                words.say(lang, "brief.show.title"),
                brief.times() == null ? null : count(lang, brief.times()),
                words.say(lang, "brief.show.how"),
                brief.levels().stream().map(one -> count(lang, one)).toList(),
                brief.notes().stream().map(one -> words.said(lang, one)).toList(),
                List.of(
                        words.say(lang, "participation.page.empty"),
                        words.say(lang, "participation.page.say"),
                        words.say(lang, "participation.page.come")),
                words.say(lang, "followup.list.title"),
                words.say(lang, "brief.show.answers"),
                brief.answers().stream().map(one -> count(lang, one)).toList(),
                words.say(lang, "followup.list.empty"),
                words.say(lang, "brief.show.next"),
                next(lang, next),
                new Foot.Told(
                        site + visit.address(BriefPages.PATH),
                        words.say(lang, "poster.scan"),
                        words.say(lang, "poster.call"),
                        Words.plain(visit.contract().telephone()),
                        hours == null ? null : Words.of(hours),
                        words.notes(visit, next != null && next.title().isFallback())));
    }

    private List<Words> next(String lang, @Nullable SessionCard next) {
        if (next == null) {
            return List.of(words.say(lang, "event.list.empty"));
        }
        List<Words> lines = new ArrayList<>();
        lines.add(words.said(lang, next.date()));
        lines.add(words.said(lang, next.hours()));
        if (Typeface.canPrint(next.title().body())) {
            lines.add(Words.of(next.title()));
        }
        Translated place = next.place();
        lines.add(place == null ? words.say(lang, "event.place_after") : Words.of(place));
        return lines;
    }

    private BriefSheet.Count count(String lang, Brief.Count count) {
        return new BriefSheet.Count(
                count.icon(),
                words.said(lang, count.number()),
                words.said(lang, count.label()),
                count.more().isEmpty() ? null : words.said(lang, count.more()));
    }
}
