package org.portevoix.language;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The texts of one item of the open data: each is said once, and those in another language than the title are noted. */
public final class Wording {

    private final TextsRead texts;
    private final Translated title;
    private final SortedMap<String, String> otherLanguages = new TreeMap<>();
    private boolean isStale;

    public Wording(TextsRead texts, long titleText) {
        this.texts = texts;
        title = texts.get(titleText).whole();
        isStale = title.isStale();
    }

    public String title() {
        return title.body();
    }

    /** In which the title is really written. */
    public String language() {
        return title.language();
    }

    /** @param field its name in the open data */
    public String say(String field, long id) {
        Translated text = texts.get(id).whole();
        if (!text.language().equals(language())) {
            otherLanguages.put(field, text.language());
        }
        isStale |= text.isStale();
        return text.body();
    }

    /** Null where the text was not written. */
    public @Nullable String find(String field, @Nullable Long id) {
        return id == null ? null : say(field, id);
    }

    /** Of what was said until now: the field and its language. */
    public Map<String, String> otherLanguages() {
        return otherLanguages;
    }

    /** Whether, of what was said until now, the source of a translation has changed since. */
    public boolean isStale() {
        return isStale;
    }
}
