package org.portevoix.web;

import org.jspecify.annotations.Nullable;
import org.portevoix.language.Translated;

/**
 * A word with what it means, as one reader gets it.
 *
 * @param french as French texts write it
 * @param title as texts in the reader's language write it, where that is known
 * @param standsFor the full name of an acronym; null of another word
 */
public record ExplainedWord(
        String slug,
        String french,
        Translated title,
        @Nullable Translated standsFor,
        Translated explanation) {}
