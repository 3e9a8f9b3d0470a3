package org.portevoix.language;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
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

    /** The beginning of the text, for a card in a list. */
    public Translated firstSentences(int count) {
        BreakIterator sentences = BreakIterator.getSentenceInstance(ULocale.forLanguageTag(language));
        String first = paragraphs.getFirst();
        sentences.setText(first);
        int end = 0;
        for (int i = 0; i < count && end != BreakIterator.DONE && end < first.length(); i++) {
            end = sentences.next();
        }
        return new Translated(
                language,
                direction,
                isFallback,
                isStale,
                List.of(
                        end == BreakIterator.DONE
                                ? first
                                : first.substring(0, end).strip()));
    }

    @Override
    public String toString() {
        return body();
    }
}
