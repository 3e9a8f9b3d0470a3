package org.portevoix.flag;

import com.github.pemistahl.lingua.api.LanguageDetector;
import com.github.pemistahl.lingua.api.LanguageDetectorBuilder;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.portevoix.language.Language;
import org.portevoix.language.Languages;

/** Tells in which language words are written, of those that the site knows. */
@Singleton
class SpokenLanguage {

    /** Fewer letters tell too little. */
    private static final int FEWEST_LETTERS = 16;

    private static final double SURE_BY = 0.1;

    private final LanguageDetector detector;

    SpokenLanguage(Languages languages) {
        detector = LanguageDetectorBuilder.fromLanguages(languages.all().stream()
                        .map(Language::code)
                        .flatMap(code -> Arrays.stream(com.github.pemistahl.lingua.api.Language.values())
                                .filter(one -> one.getIsoCode639_1().toString().equals(code)))
                        .toArray(com.github.pemistahl.lingua.api.Language[]::new))
                .withMinimumRelativeDistance(SURE_BY)
                .withLowAccuracyMode()
                .build();
    }

    /** Its code; empty when there are too few words to tell, or they could be in two languages. */
    Optional<String> of(String words) {
        if (words.codePoints().filter(Character::isLetter).count() < FEWEST_LETTERS) {
            return Optional.empty();
        }
        com.github.pemistahl.lingua.api.Language found = detector.detectLanguageOf(words);
        return found == com.github.pemistahl.lingua.api.Language.UNKNOWN
                ? Optional.empty()
                : Optional.of(found.getIsoCode639_1().toString().toLowerCase(Locale.ROOT));
    }
}
