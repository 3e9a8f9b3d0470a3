package org.portevoix.language;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;

/** The languages that an address may name. Source: Unicode CLDR, in language/languages.csv. */
@Singleton
public class Languages {

    private final Map<String, Language> byCode = read();

    /** Empty when no such language is known. */
    public Optional<Language> find(String code) {
        return Optional.ofNullable(byCode.get(code));
    }

    /** All of them, in the order of the file. */
    public List<Language> all() {
        return List.copyOf(byCode.values());
    }

    public Language source() {
        return Objects.requireNonNull(byCode.get(Language.SOURCE));
    }

    /** The languages of these codes, in their order; unknown codes are left out. */
    public List<Language> of(List<String> codes) {
        return codes.stream()
                .map(byCode::get)
                .filter(Objects::nonNull)
                .map(language -> (Language) language)
                .toList();
    }

    /** The first language of an Accept-Language header that is offered, else French (RFC 9110, 12.5.4). */
    public Language preferred(String acceptLanguage, Predicate<String> isOffered) {
        List<Locale.LanguageRange> ranges;
        try {
            ranges = Locale.LanguageRange.parse(acceptLanguage);
        } catch (IllegalArgumentException e) {
            return source();
        }
        return ranges.stream()
                .filter(range -> range.getWeight() > 0)
                .map(range -> range.getRange().split("-")[0])
                .filter(isOffered)
                .map(byCode::get)
                .filter(Objects::nonNull)
                .findFirst()
                .map(language -> (Language) language)
                .orElseGet(this::source);
    }

    private static Map<String, Language> read() {
        Map<String, Language> languages = new LinkedHashMap<>();
        try (InputStream file =
                Objects.requireNonNull(Languages.class.getResourceAsStream("/language/languages.csv"))) {
            new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .forEach(line -> {
                        String[] cells = line.split(",");
                        languages.put(cells[0], new Language(cells[0], cells[1], cells[2]));
                    });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return languages;
    }
}
