package org.portevoix.importing;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;

/** What an import says to the operator, in French: resources importing/words.properties. */
final class ImportWords {
    private static final Properties WORDS = load();

    private ImportWords() {}

    /** The words of a key, with {0}, {1}... replaced. */
    static String say(String key, Object... values) {
        String words = Objects.requireNonNull(WORDS.getProperty(key), key);
        for (int i = 0; i < values.length; i++) {
            words = words.replace("{" + i + "}", String.valueOf(values[i]));
        }
        return words;
    }

    static boolean has(String key) {
        return WORDS.containsKey(key);
    }

    private static Properties load() {
        try (InputStream resource = ImportWords.class.getResourceAsStream("/importing/words.properties");
                Reader reader = new InputStreamReader(Objects.requireNonNull(resource), StandardCharsets.UTF_8)) {
            Properties words = new Properties();
            words.load(reader);
            return words;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
