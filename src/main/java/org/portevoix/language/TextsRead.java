package org.portevoix.language;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The texts of one page, read together. */
public final class TextsRead {

    private final Map<Long, Translated> texts;

    TextsRead(Map<Long, Translated> texts) {
        this.texts = texts;
    }

    /** Throws when the text was not among those read: a bug. */
    public Translated get(long id) {
        Translated text = texts.get(id);
        if (text == null) {
            throw new IllegalStateException("Text " + id + " was not read");
        }
        return text;
    }

    /** Null when the id is null: an optional text that was not written. */
    public @Nullable Translated find(@Nullable Long id) {
        return id == null ? null : get(id);
    }
}
