package org.portevoix.language;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
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
        Map<Integer, Paragraph> own = found.stream()
                .filter(paragraph -> paragraph.language().equals(language))
                .collect(Collectors.toMap(Paragraph::position, Function.identity()));
        List<Passage> told = source.stream().map(this::passage).toList();
        if (source.isEmpty() || source.getFirst().language().equals(language) || own.isEmpty()) {
            Passage first = told.getFirst();
            return new Translated(
                    first.language(), first.direction(), !first.language().equals(language), false, told, told);
        }
        List<Passage> shown = new ArrayList<>();
        boolean isFallback = false;
        boolean isStale = false;
        for (int i = 0; i < source.size(); i++) {
            Paragraph translation = own.remove(source.get(i).position());
            isFallback |= translation == null;
            isStale |= translation != null
                    && !translation.digest().equals(source.get(i).digest());
            shown.add(translation == null ? told.get(i) : passage(translation));
        }
        // A file may tell more paragraphs in a translation than in its source.
        own.values().stream()
                .sorted(Comparator.comparingInt(Paragraph::position))
                .map(this::passage)
                .forEach(shown::add);
        Language reader = languages.find(language).orElseGet(languages::source);
        return new Translated(
                reader.code(), reader.direction(), isFallback, isStale || !own.isEmpty(), List.copyOf(shown), told);
    }

    private Passage passage(Paragraph paragraph) {
        Language written = languages.find(paragraph.language()).orElseGet(languages::source);
        return new Passage(written.code(), written.direction(), paragraph.body());
    }
}
