package org.portevoix.language;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.List;

/**
 * A translated text as one reader gets it. Paragraphs that nobody has translated yet stand in the source language among
 * the others.
 *
 * @param language of its translated paragraphs; of all of them where none is translated
 * @param direction of that language
 * @param isFallback true when a paragraph has no reviewed translation in the reader's own language
 * @param isStale true when the source of a paragraph has changed since it was translated
 * @param passages Markdown without HTML, in reading order, never empty
 * @param source the same in the source language
 */
public record Translated(
        String language,
        String direction,
        boolean isFallback,
        boolean isStale,
        List<Passage> passages,
        List<Passage> source) {

    /** Words that are all in one language. */
    public static Translated of(String language, String direction, boolean isFallback, List<String> paragraphs) {
        List<Passage> passages = paragraphs.stream()
                .map(body -> new Passage(language, direction, body))
                .toList();
        return new Translated(language, direction, isFallback, false, passages, passages);
    }

    public List<String> paragraphs() {
        return passages.stream().map(Passage::body).toList();
    }

    public String body() {
        return String.join("\n\n", paragraphs());
    }

    /** Whether some paragraphs are in another language than the others. */
    public boolean isMixed() {
        return passages.stream().anyMatch(passage -> !passage.language().equals(language));
    }

    /** The text in one language from end to end: its source where not all of it is translated. */
    public Translated whole() {
        return isMixed()
                ? new Translated(
                        source.getFirst().language(), source.getFirst().direction(), true, false, source, source)
                : this;
    }

    /** Paragraphs that follow one another in the same language, as one passage each. */
    public List<Passage> runs() {
        List<Passage> runs = new ArrayList<>();
        for (Passage passage : passages) {
            if (!runs.isEmpty() && runs.getLast().language().equals(passage.language())) {
                Passage run = runs.removeLast();
                runs.add(new Passage(run.language(), run.direction(), run.body() + "\n\n" + passage.body()));
            } else {
                runs.add(passage);
            }
        }
        return runs;
    }

    /** The beginning of the text, for a card in a list. */
    public Translated firstSentences(int count) {
        Passage passage = passages.getFirst();
        BreakIterator sentences = BreakIterator.getSentenceInstance(ULocale.forLanguageTag(passage.language()));
        String first = passage.body();
        sentences.setText(first);
        int end = 0;
        for (int i = 0; i < count && end != BreakIterator.DONE && end < first.length(); i++) {
            end = sentences.next();
        }
        List<Passage> shown = List.of(new Passage(
                passage.language(),
                passage.direction(),
                end == BreakIterator.DONE ? first : first.substring(0, end).strip()));
        boolean isTranslated = isMixed() && passage.language().equals(language);
        return new Translated(
                passage.language(), passage.direction(), isFallback && !isTranslated, isStale, shown, shown);
    }

    @Override
    public String toString() {
        return body();
    }
}
