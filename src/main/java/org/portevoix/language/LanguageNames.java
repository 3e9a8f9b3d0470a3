package org.portevoix.language;

import com.ibm.icu.text.LocaleDisplayNames;
import jakarta.inject.Singleton;
import java.util.Set;

/** What a language is called in another one. Source: Unicode CLDR, and the site's own words for those that it lacks. */
@Singleton
public class LanguageNames {

    /** ISO 639 codes without a name in CLDR. */
    private static final Set<String> OURS = Set.of("fsl", "gcf", "prs", "rcf");

    private final Languages languages;
    private final Messages messages;

    LanguageNames(Languages languages, Messages messages) {
        this.languages = languages;
        this.messages = messages;
    }

    /**
     * @param code ISO 639 code of the language to name
     * @param in the reader's language
     */
    public String of(String code, String in) {
        if (OURS.contains(code)) {
            return messages.say(in, "language.name." + code);
        }
        return LocaleDisplayNames.getInstance(
                        languages.find(in).orElseGet(languages::source).locale())
                .languageDisplayName(code);
    }
}
