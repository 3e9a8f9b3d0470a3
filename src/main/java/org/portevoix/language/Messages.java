package org.portevoix.language;

import com.ibm.icu.text.MessageFormat;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The site's own words, one file a language (translations/messages_*.properties), in ICU MessageFormat since Arabic has
 * six plural forms. A language without a file, or a key without a translation, is read in French.
 */
@Singleton
public class Messages {

    private final Languages languages;
    private final Map<String, Map<String, String>> patterns = new ConcurrentHashMap<>();
    private final Map<String, MessageFormat> formats = new ConcurrentHashMap<>();

    Messages(Languages languages) {
        this.languages = languages;
    }

    /** The message of this key; the key itself when there is none, which a test forbids. */
    public String say(String language, String key) {
        return pattern(language, key);
    }

    /** The message of this key with its named arguments put in place. */
    public String say(String language, String key, Map<String, ?> arguments) {
        if (arguments.isEmpty()) {
            return say(language, key);
        }
        MessageFormat format = formats.computeIfAbsent(
                language + '/' + key,
                unused -> new MessageFormat(
                        pattern(language, key),
                        languages.find(spoken(language, key)).orElseThrow().locale()));
        Map<String, Object> isolated = new HashMap<>();
        arguments.forEach((name, value) -> isolated.put(name, Isolated.argument(value)));
        return ((MessageFormat) format.clone()).format(isolated);
    }

    /** Whether the site itself speaks this language. */
    public boolean speaks(String language) {
        return !patterns(language).isEmpty();
    }

    /** The language in which this key is really said: the one asked for, or French. */
    public String spoken(String language, String key) {
        return patterns(language).containsKey(key) ? language : Language.SOURCE;
    }

    private String pattern(String language, String key) {
        String own = patterns(language).get(key);
        return own != null ? own : patterns(Language.SOURCE).getOrDefault(key, key);
    }

    private Map<String, String> patterns(String language) {
        return patterns.computeIfAbsent(language, Messages::read);
    }

    private static Map<String, String> read(String language) {
        var file = Messages.class.getResourceAsStream("/i18n/messages_" + language + ".properties");
        if (file == null) {
            return Map.of();
        }
        Properties properties = new Properties();
        try (Reader reader = new InputStreamReader(file, StandardCharsets.UTF_8)) {
            properties.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, String> messages = new ConcurrentHashMap<>();
        properties.forEach((key, value) -> messages.put(Objects.toString(key), Objects.toString(value)));
        return messages;
    }
}
