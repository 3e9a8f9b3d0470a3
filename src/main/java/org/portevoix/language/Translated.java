package org.portevoix.language;

import java.util.List;

/**
 * A translated text as one reader gets it.
 *
 * @param language in which it is really written
 * @param direction of that language
 * @param isFallback true when the reader's own language has no reviewed translation
 * @param isStale true when the source has changed since it was translated
 * @param paragraphs Markdown without HTML, in reading order, never empty
 */
public record Translated(
        String language, String direction, boolean isFallback, boolean isStale, List<String> paragraphs) {

    public String body() {
        return String.join("\n\n", paragraphs);
    }

    @Override
    public String toString() {
        return body();
    }
}
