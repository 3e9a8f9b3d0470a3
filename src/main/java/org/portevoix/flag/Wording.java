package org.portevoix.flag;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.portevoix.language.Phrases;
import org.portevoix.language.SaidWord;

/** What is told by turns of phrase: health of the writer or of others, insult, hate, threat, advertising. */
@Singleton
final class Wording implements Detector {

    private static final List<String> LANGUAGES =
            List.of("fr", "en", "ar", "tr", "pt", "ro", "es", "uk", "ru", "zh", "ta", "bn");

    private static final Pattern LINK =
            Pattern.compile("(?i)(?:https?://|www\\.)[^\\s<>]+|\\bt\\.me/\\S+|\\bwa\\.me/\\S+");

    private final Phrases phrases;

    Wording() {
        Map<String, String> lists = new LinkedHashMap<>();
        LANGUAGES.forEach(language -> lists.put("flag/" + language + ".txt", read(language)));
        phrases = new Phrases(lists);
    }

    @Override
    public Stream<Found> find(String words) {
        return Stream.concat(
                phrases.find(SaidWord.of(words)).stream()
                        .map(found -> new Found(
                                FlagKind.valueOf(found.kind().toUpperCase(Locale.ROOT)), found.from(), found.to())),
                LINK.matcher(words)
                        .results()
                        .map(match -> new Found(FlagKind.ADVERTISING, match.start(), match.end())));
    }

    private static String read(String language) {
        try (InputStream list = Wording.class.getResourceAsStream("/flag/" + language + ".txt")) {
            if (list == null) {
                throw new IllegalStateException("no list of words for " + language);
            }
            return new String(list.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
