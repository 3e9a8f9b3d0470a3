package org.portevoix.web;

import com.github.jknack.handlebars.Context;
import com.github.jknack.handlebars.context.MapValueResolver;
import io.micronaut.http.HttpRequest;
import io.micronaut.views.handlebars.HandlebarsViewsRenderer;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.portevoix.language.Messages;

/** Draws a template: records in, HTML out. */
@Singleton
public class Drawing {

    /** Stands in drawn pages for the random key of their form; of the same length as a key. */
    static final String FORM_KEY_PLACE = "the-key-of-this-form-stands-here";

    /** At the root of what a template draws: the language in which its messages are said. */
    public static final String LANGUAGE = "languageOfThePage";

    /** At the root of a public page: its {@link PageWords}. */
    static final String WORDS = "wordsOfThePage";

    private final HandlebarsViewsRenderer<Context, HttpRequest<?>> renderer;
    private final Messages messages;
    private final Explanations explanations;

    Drawing(HandlebarsViewsRenderer<Context, HttpRequest<?>> renderer, Messages messages, Explanations explanations) {
        this.renderer = renderer;
        this.messages = messages;
        this.explanations = explanations;
    }

    String draw(Page page) {
        return draw(page, FORM_KEY_PLACE);
    }

    /** A page with a form as one person has filled it in: kept nowhere. */
    public String draw(Page page, String formKey) {
        return draw(page.template(), root(page, formKey));
    }

    /** Draws a page that is for one person only, and so is kept nowhere. */
    public String draw(String template, Layout layout, Object content, String formKey) {
        return draw(new Page(template, layout, content, Set.of()), formKey);
    }

    /** Draws a page for the team before residents see it, and says so on it. */
    public String preview(Page page) {
        Map<String, Object> root = root(page, "");
        root.put("isPreview", true);
        return draw(page.template(), root);
    }

    private Map<String, Object> root(Page page, String formKey) {
        Map<String, Object> root = new HashMap<>(page.beside());
        root.put("layout", page.layout());
        root.put("page", page.content());
        root.put("formKey", formKey);
        root.put(LANGUAGE, page.layout().language().code());
        root.put(WORDS, words(page.layout()));
        root.put("pageLanguage", spoken(page.layout()));
        root.put("pageDirection", direction(page.layout()));
        return root;
    }

    private PageWords words(Layout layout) {
        Layout.ContractHeading contract = layout.contract();
        return new PageWords(() -> contract == null
                ? List.of()
                : explanations.of(contract.slug(), layout.language().code()));
    }

    private String spoken(Layout layout) {
        String language = layout.language().code();
        return messages.speaks(language) ? language : "fr";
    }

    private String direction(Layout layout) {
        return messages.speaks(layout.language().code()) ? layout.language().direction() : "ltr";
    }

    /** Draws any template with these values at its root. */
    public String draw(String template, Map<String, Object> root) {
        LanguageNotes notes = new LanguageNotes();
        Map<String, Object> noted = new HashMap<>(root);
        noted.put(LanguageNotes.NAME, notes);
        String html = render(template, noted);
        int place = html.lastIndexOf(LanguageNotes.PLACE);
        if (place < 0) {
            return html;
        }
        noted.put("hasFallback", notes.hasFallback());
        noted.put("hasStale", notes.hasStale());
        String said = notes.isNeeded() ? render("component/language_notes", noted) : "";
        return html.substring(0, place).replace(LanguageNotes.PLACE, "")
                + said
                + html.substring(place + LanguageNotes.PLACE.length());
    }

    private String render(String template, Map<String, Object> root) {
        Context context = Context.newBuilder(root)
                .resolver(MapValueResolver.INSTANCE, RecordResolver.INSTANCE)
                .build();
        StringWriter html = new StringWriter(16_384);
        try {
            renderer.render(template, context, null).writeTo(html);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return html.toString();
    }
}
