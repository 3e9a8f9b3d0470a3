package org.portevoix.distress;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.portevoix.language.Phrases;
import org.portevoix.language.SaidWord;

/**
 * Notices signs of danger in what residents write, on this machine, in every language that the site speaks, whatever
 * language they read it in. It may be wrong, both ways: docs/moderation-limits.md.
 */
@Singleton
public class Distress {

    /** Those of translations/, in which residents read the site. A list each in src/main/resources/distress. */
    private static final List<String> LANGUAGES =
            List.of("fr", "en", "ar", "tr", "pt", "ro", "es", "uk", "ru", "zh", "ta", "bn");

    private final Phrases phrases;

    Distress() {
        Map<String, String> lists = new LinkedHashMap<>();
        LANGUAGES.forEach(language -> lists.put("distress/" + language + ".txt", read(language)));
        phrases = new Phrases(lists);
    }

    /** From left to right. */
    public List<Sign> signs(String words) {
        return phrases.find(SaidWord.of(words)).stream()
                .map(found -> new Sign(Danger.valueOf(found.kind().toUpperCase(Locale.ROOT)), found.from(), found.to()))
                .toList();
    }

    /** Of all that somebody wrote at once; empty when nothing says so. */
    public Set<Danger> dangers(Collection<String> written) {
        Set<Danger> dangers = EnumSet.noneOf(Danger.class);
        written.forEach(words -> signs(words).forEach(sign -> dangers.add(sign.danger())));
        return dangers;
    }

    private static String read(String language) {
        try (InputStream list = Distress.class.getResourceAsStream("/distress/" + language + ".txt")) {
            if (list == null) {
                throw new IllegalStateException("no list of words for " + language);
            }
            return new String(list.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Words that may tell of a danger.
     *
     * @param from their first UTF-16 unit
     * @param to the unit after their last
     */
    public record Sign(Danger danger, int from, int to) {}
}
