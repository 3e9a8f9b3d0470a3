package org.portevoix.followup;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.portevoix.language.Wording;

/**
 * What came of opinions, in the open data.
 *
 * @param title the first sentence of what was said
 * @param action slug
 */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
record FollowupEntry(
        String slug,
        String title,
        String language,
        @Nullable String action,
        String said,
        String decision,
        String decided,
        LocalDate decidedOn,
        @Nullable String done,
        @Nullable LocalDate doneOn,
        String url,
        Map<String, String> otherLanguages,
        boolean isStale) {

    static FollowupEntry of(Followup followup, Wording words, String title, @Nullable String action, String url) {
        return new FollowupEntry(
                followup.slug(),
                title,
                words.language(),
                action,
                words.title(),
                followup.decision().toLowerCase(Locale.ROOT),
                words.say("decided", followup.decidedText()),
                followup.decidedOn(),
                words.find("done", followup.doneText()),
                followup.doneOn(),
                url,
                words.otherLanguages(),
                words.isStale());
    }
}
