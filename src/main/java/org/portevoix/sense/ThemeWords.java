package org.portevoix.sense;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Words by which French speaks of what contracts have themes about: sense/words_fr.txt. */
@Singleton
class ThemeWords {

    private final Map<String, List<String>> families = read();

    /** Which words speak of a theme of this name. @param common stems that say nothing, as several names hold them */
    Known of(String title, Set<String> common) {
        List<String> names = French.stems(title);
        Set<String> whole = new HashSet<>(names);
        whole.removeAll(common);
        List<String> beginnings = new ArrayList<>();
        for (String name : names) {
            for (String word : families.getOrDefault(name, List.of())) {
                if (word.endsWith("*")) {
                    beginnings.add(word.substring(0, word.length() - 1));
                } else {
                    whole.add(French.stem(word));
                }
            }
        }
        return new Known(whole, beginnings);
    }

    /** Stems that several of these names hold, as "santé". */
    static Set<String> common(Collection<String> titles) {
        Set<String> seen = new HashSet<>();
        Set<String> common = new HashSet<>();
        titles.forEach(title -> new HashSet<>(French.stems(title)).forEach(stem -> {
            if (!seen.add(stem)) {
                common.add(stem);
            }
        }));
        return common;
    }

    private static Map<String, List<String>> read() {
        Map<String, List<String>> families = new LinkedHashMap<>();
        try (InputStream file = Objects.requireNonNull(ThemeWords.class.getResourceAsStream("/sense/words_fr.txt"))) {
            new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .map(line -> line.split(":", 2))
                    .forEach(line -> families.put(
                            French.stem(line[0].strip()),
                            List.of(line[1].strip().split("[ -]+"))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return families;
    }

    /** @param whole stems @param beginnings of words */
    record Known(Set<String> whole, List<String> beginnings) {

        /** How many of these stems, each once, speak of it. */
        int count(Collection<String> stems) {
            return (int) stems.stream()
                    .distinct()
                    .filter(stem -> whole.contains(stem) || beginnings.stream().anyMatch(stem::startsWith))
                    .count();
        }
    }
}
