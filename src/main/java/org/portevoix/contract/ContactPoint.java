package org.portevoix.contract;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.portevoix.language.Translated;

/**
 * A person or a service to write to, told apart from the mail address that stands in the same words.
 *
 * @param name null when there is a mail address alone
 * @param mail null when there is none
 */
record ContactPoint(@Nullable Translated name, @Nullable String mail) {

    private static final Pattern MAIL = Pattern.compile("[\\s,;:–-]*[<(]?([\\w.+-]+@[\\w-]+(?:\\.[\\w-]+)+)[>)]?");

    /** From words such as "Mission santé, sante@ville.example". */
    static ContactPoint of(String words) {
        Matcher mail = MAIL.matcher(words);
        if (!mail.find()) {
            return new ContactPoint(LegalMention.french(words), null);
        }
        String name = mail.replaceFirst("").strip();
        return new ContactPoint(name.isEmpty() ? null : LegalMention.french(name), mail.group(1));
    }
}
