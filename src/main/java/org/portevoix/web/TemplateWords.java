package org.portevoix.web;

import com.github.jknack.handlebars.Handlebars;
import com.github.jknack.handlebars.Options;
import com.github.jknack.handlebars.cache.ConcurrentMapTemplateCache;
import com.github.jknack.handlebars.helper.ConditionalHelpers;
import com.github.jknack.handlebars.io.ClassPathTemplateLoader;
import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import jakarta.inject.Singleton;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.portevoix.language.Language;
import org.portevoix.language.LanguageNames;
import org.portevoix.language.Languages;
import org.portevoix.language.Messages;
import org.portevoix.language.Translated;

/**
 * What templates can say beyond plain Handlebars:
 * {@code {{t "key" name=value}}} a message; {@code {{tk "mission.kind" kind}}} the message of a word of a fixed list;
 * {@code {{text title}}} a translated text on one line; {@code {{rich summary}}} one in paragraphs;
 * {@code {{icon "calendar"}}} a pictogram; {@code {{languages codes}}} names of languages.
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
                .registerHelper(
                        "icon", (String name, Options options) -> new Handlebars.SafeString(pictograms.svg(name)))
                .registerHelper("style", (String name, Options options) -> new Handlebars.SafeString(styles.css(name)))
                .registerHelper("script", (String name, Options options) -> new Handlebars.SafeString(scripts.listen()))
                .registerHelper("language", (String code, Options options) -> names.of(code, language(options)))
                .registerHelper("eq", ConditionalHelpers.eq);
    }

    private static String language(Options options) {
        return Objects.toString(options.get(Drawing.LANGUAGE));
    }

    private CharSequence text(@Nullable Object value, Options options) {
        if (!(value instanceof Translated text)) {
            return value == null ? "" : value.toString();
        }
        CharSequence escaped = Handlebars.Utils.escapeExpression(text.body());
        return new Handlebars.SafeString(
                isOfThePage(text, options)
                        ? escaped
                        : "<span lang=\"%s\" dir=\"%s\">%s</span>"
                                .formatted(text.language(), text.direction(), escaped));
    }

    private CharSequence rich(@Nullable Object value, Options options) {
        if (!(value instanceof Translated text)) {
            return "";
        }
        String html = markdown.html(text.body());
        return new Handlebars.SafeString(
                isOfThePage(text, options)
                        ? html
                        : "<div lang=\"%s\" dir=\"%s\">%s</div>".formatted(text.language(), text.direction(), html));
    }

    private static boolean isOfThePage(Translated text, Options options) {
        return text.language().equals(Objects.toString(options.get("pageLanguage"), Language.SOURCE));
    }
}
