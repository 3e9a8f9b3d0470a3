package org.portevoix.language;

import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads translated texts, all those of a page in one query. */
@Singleton
public class Texts {

    private final ParagraphRepository paragraphs;
    private final Languages languages;

    Texts(ParagraphRepository paragraphs, Languages languages) {
        this.paragraphs = paragraphs;
        this.languages = languages;
    }

    /** These texts for a reader of this language; null ids are left out. */
    public TextsRead read(String language, Stream<@Nullable Long> ids) {
        return read(language, ids.filter(Objects::nonNull).map(id -> (Long) id).collect(Collectors.toSet()));
    }

    public TextsRead read(String language, @Nullable Long... ids) {
        return read(language, Arrays.stream(ids));
    }

    private TextsRead read(String language, Collection<Long> ids) {
        Map<Long, Translated> texts = new HashMap<>();
        if (!ids.isEmpty()) {
            Map<Long, List<Paragraph>> byText =
                    paragraphs.findReadable(ids, language).stream().collect(Collectors.groupingBy(Paragraph::textId));
            byText.forEach((id, found) -> texts.put(id, translated(language, found)));
        }
        return new TextsRead(texts);
    }

    private Translated translated(String language, List<Paragraph> found) {
        List<Paragraph> source = found.stream().filter(Paragraph::isSource).toList();
        List<Paragraph> own =
                found.stream().filter(p -> p.language().equals(language)).toList();
        boolean isFallback = own.size() < source.size();
        List<Paragraph> shown = isFallback ? source : own;
        Language written = languages.find(shown.getFirst().language()).orElseGet(languages::source);
        return new Translated(
                written.code(),
                written.direction(),
                isFallback,
                isStale(shown, source),
                shown.stream().map(Paragraph::body).toList());
    }

    private static boolean isStale(List<Paragraph> shown, List<Paragraph> source) {
        Map<Integer, String> digests =
                source.stream().collect(Collectors.toMap(Paragraph::position, Paragraph::digest));
        return shown.size() != source.size()
                || shown.stream().anyMatch(p -> !p.digest().equals(digests.get(p.position())));
    }
}
