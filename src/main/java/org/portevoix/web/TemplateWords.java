package org.portevoix.web;

import com.github.jknack.handlebars.Handlebars;
import com.github.jknack.handlebars.Options;
import com.github.jknack.handlebars.cache.ConcurrentMapTemplateCache;
import com.github.jknack.handlebars.helper.ConditionalHelpers;
import com.github.jknack.handlebars.io.ClassPathTemplateLoader;
import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.portevoix.language.Language;
import org.portevoix.language.LanguageNames;
import org.portevoix.language.Languages;
import org.portevoix.language.Messages;
import org.portevoix.language.Passage;
import org.portevoix.language.Translated;

/**
 * What templates can say beyond plain Handlebars:
 * {@code {{t "key" name=value}}} a message; {@code {{tk "mission.kind" kind}}} the message of a word of a fixed list;
 * {@code {{text title}}} a translated text on one line; {@code {{rich summary}}} one in paragraphs;
 * {@code {{part title}}} the attributes of an element that holds one, where it is in another language than the page;
 * {@code {{explain reads}}} one on one line, with the words that the contract explains as links;
 * {@code {{#each (explained)}}} those words, once the page is drawn as far as there;
 * {@code {{icon "calendar"}}} a pictogram; {@code {{data json}}} a block of JSON-LD; {@code {{languages codes}}} names of languages.
 */
@Singleton
class TemplateWords implements BeanCreatedEventListener<Handlebars> {

    private final Messages messages;
    private final Languages languages;
    private final LanguageNames names;
    private final Markdown markdown;
    private final Pictograms pictograms;
    private final Styles styles;
    private final Scripts scripts;

    TemplateWords(
            Messages messages,
            Languages languages,
            LanguageNames names,
            Markdown markdown,
            Pictograms pictograms,
            Styles styles,
            Scripts scripts) {
        this.messages = messages;
        this.languages = languages;
        this.names = names;
        this.markdown = markdown;
        this.pictograms = pictograms;
        this.styles = styles;
        this.scripts = scripts;
    }

    @Override
    public Handlebars onCreated(BeanCreatedEvent<Handlebars> event) {
        return event.getBean()
                .with(new ConcurrentMapTemplateCache())
                // The renderer names a page "views/...", a template names its partials without it.
                .with(new ClassPathTemplateLoader("/"), new ClassPathTemplateLoader("/views"))
                .prettyPrint(false)
                // Once each: what stands inside a layout is drawn where the layout has its place.
                .preEvaluatePartialBlocks(false)
                // A list of lines in a form holds fields, which may be lists of lines.
                .infiniteLoops(true)
                .registerHelper(
                        "t", (String key, Options options) -> messages.say(language(options), key, options.hash))
                .registerHelper(
                        "tk",
                        (String prefix, Options options) ->
                                messages.say(language(options), prefix + "." + options.param(0), options.hash))
                .registerHelper("text", this::text)
                .registerHelper("rich", this::rich)
                .registerHelper("part", this::part)
                .registerHelper("explain", this::explain)
                .registerHelper("explained", (Object page, Options options) -> said(options))
                .registerHelper(
                        "icon", (String name, Options options) -> new Handlebars.SafeString(pictograms.svg(name)))
                .registerHelper("style", (String name, Options options) -> new Handlebars.SafeString(styles.css(name)))
                .registerHelper("data", (Object json, Options options) -> data(json))
                .registerHelper("script", (String name, Options options) -> new Handlebars.SafeString(scripts.listen()))
                .registerHelper("language", (String code, Options options) -> names.of(code, language(options)))
                .registerHelper("eq", ConditionalHelpers.eq);
    }

    /** A block of data that nothing runs; it can't end before its end (HTML, 4.12.1.3). */
    private static CharSequence data(@Nullable Object json) {
        String escaped = String.valueOf(json)
                .replace("<", "\\u003c")
                .replace(">", "\\u003e")
                .replace("&", "\\u0026")
                .replace("\u2028", "\\u2028")
                .replace("\u2029", "\\u2029");
        return json == null
                ? ""
                : new Handlebars.SafeString("<script type=\"application/ld+json\">" + escaped + "</script>");
    }

    private static String language(Options options) {
        return Objects.toString(options.get(Drawing.LANGUAGE));
    }

    private CharSequence text(@Nullable Object value, Options options) {
        if (!(value instanceof Translated text)) {
            return value == null ? "" : value.toString();
        }
        notice(text, options);
        return new Handlebars.SafeString(text.passages().stream()
                .map(passage -> inItsLanguage("span", passage, escaped(passage.body()), options))
                .collect(Collectors.joining("\n\n")));
    }

    private CharSequence explain(@Nullable Object value, Options options) {
        if (!(value instanceof Translated text)) {
            return text(value, options);
        }
        notice(text, options);
        return new Handlebars.SafeString(text.passages().stream()
                .map(passage -> inItsLanguage(
                        "span", passage, explained(escaped(passage.body()), passage.language(), options), options))
                .collect(Collectors.joining("\n\n")));
    }

    /** For an element that can hold words alone, as an option of a list. */
    private CharSequence part(@Nullable Object value, Options options) {
        return value instanceof Translated text && !isOfThePage(text.language(), options)
                ? new Handlebars.SafeString(" lang=\"%s\" dir=\"%s\"".formatted(text.language(), text.direction()))
                : "";
    }

    private CharSequence rich(@Nullable Object value, Options options) {
        if (!(value instanceof Translated text)) {
            return "";
        }
        notice(text, options);
        return new Handlebars.SafeString(text.runs().stream()
                .map(run -> inItsLanguage(
                        "div", run, explained(markdown.html(run.body()), run.language(), options), options))
                .collect(Collectors.joining()));
    }

    private static void notice(Translated text, Options options) {
        if (options.get(LanguageNotes.NAME) instanceof LanguageNotes notes) {
            notes.shown(text);
        }
    }

    private static String escaped(String words) {
        return Handlebars.Utils.escapeExpression(words).toString();
    }

    private String explained(String html, String language, Options options) {
        return options.get(Drawing.WORDS) instanceof PageWords words
                ? words.explain(
                        html, language, word -> messages.say(language, "glossary.word.link", Map.of("word", word)))
                : html;
    }

    private static List<ExplainedWord> said(Options options) {
        return options.get(Drawing.WORDS) instanceof PageWords words ? words.said() : List.of();
    }

    private static String inItsLanguage(String element, Passage passage, String html, Options options) {
        return isOfThePage(passage.language(), options)
                ? html
                : "<%s lang=\"%s\" dir=\"%s\">%s</%s>"
                        .formatted(element, passage.language(), passage.direction(), html, element);
    }

    private static boolean isOfThePage(String language, Options options) {
        return language.equals(Objects.toString(options.get("pageLanguage"), Language.SOURCE));
    }
}
