package org.portevoix.poster;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.portevoix.contract.Visit;
import org.portevoix.language.Language;
import org.portevoix.language.LanguageNames;
import org.portevoix.language.Languages;
import org.portevoix.language.Messages;
import org.portevoix.paper.Words;

/** The site's own words for a poster, each with the language in which it is really said. */
@Singleton
public class PosterWords {

    private final Messages messages;
    private final Languages languages;
    private final LanguageNames names;

    PosterWords(Messages messages, Languages languages, LanguageNames names) {
        this.messages = messages;
        this.languages = languages;
        this.names = names;
    }

    /** A message in the reader's language, or in French where the site does not speak it. */
    public Words say(String lang, String key) {
        return say(lang, key, Map.of());
    }

    public Words say(String lang, String key, Map<String, ?> arguments) {
        return in(messages.spoken(lang, key), messages.say(lang, key, arguments));
    }

    /** What the site has put together in the language of the page: a day, hours. */
    public Words said(String lang, String words) {
        return in(of(lang).code(), words);
    }

    /** "On y parle : français, arabe". */
    public Words spoken(String lang, String label, List<String> codes) {
        String comma = messages.say(lang, "web.list.comma") + " ";
        return said(
                lang,
                label + " " + codes.stream().map(code -> names.of(code, lang)).collect(Collectors.joining(comma)));
    }

    /** A name or an address of a place in France. */
    public Words french(String words) {
        return in(Language.SOURCE, words);
    }

    /** The language of a poster for who reads this one: the same, or French where the site does not speak it. */
    public Language of(String lang) {
        return messages.speaks(lang) ? languages.find(lang).orElseGet(languages::source) : languages.source();
    }

    /** Small print: that not all is translated, that the site is an example. */
    public List<Words> notes(Visit visit, boolean hasFallback) {
        List<Words> notes = new ArrayList<>();
        if (hasFallback && messages.speaks(visit.lang())) {
            notes.add(say(visit.lang(), "poster.fallback"));
        }
        if (visit.contract().isExample()) {
            notes.add(say(
                    visit.lang(),
                    "web.layout.example",
                    Map.of("town", visit.contract().territoryName())));
        }
        return notes;
    }

    private Words in(String lang, String words) {
        Language language = languages.find(lang).orElseGet(languages::source);
        return new Words(words, language.code(), language.direction());
    }
}
