package org.portevoix.followup;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.portevoix.language.Wording;

/**
 * What came of opinions, or is owed to them, in the open data.
 *
 * @param title the first sentence of what was said
 * @param action slug
 * @param decision null while nothing is decided, as {@code decided} and {@code decidedOn}
 * @param decides who owes the answer: service or committee
 * @param answerBy the day by which it is owed; null in what came decided from a file
 * @param isLate whether that day is past without an answer
 * @param next what comes next once it is accepted, by {@code nextOn}; null where nothing is promised
 * @param doneAction slug of the action in which what was done can be seen, as {@code doneEvent} of the event
 */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
record FollowupEntry(
        String slug,
        String title,
        String language,
        @Nullable String action,
        String said,
        @Nullable String decision,
        @Nullable String decided,
        @Nullable LocalDate decidedOn,
        @Nullable String done,
        @Nullable LocalDate doneOn,
        @Nullable String doneLink,
        String decides,
        @Nullable LocalDate askedOn,
        @Nullable LocalDate answerBy,
        boolean isLate,
        @Nullable String next,
        @Nullable LocalDate nextOn,
        @Nullable String doneAction,
        @Nullable String doneEvent,
        String url,
        Map<String, String> otherLanguages,
        boolean isStale) {

    static FollowupEntry of(
            Followup followup,
            Wording words,
            String title,
            Map<Long, String> actions,
            @Nullable String doneEvent,
            String url,
            LocalDate today) {
        FollowupDecision decision = followup.decision();
        return new FollowupEntry(
                followup.slug(),
                title,
                words.language(),
                slug(actions, followup.actionSheetId()),
                words.title(),
                decision == null ? null : decision.name().toLowerCase(Locale.ROOT),
                words.find("decided", followup.decidedText()),
                followup.decidedOn(),
                words.find("done", followup.doneText()),
                followup.doneOn(),
                followup.doneLink(),
                followup.decides().name().toLowerCase(Locale.ROOT),
                followup.askedOn(),
                followup.answerBy(),
                followup.isLateOn(today),
                words.find("next", followup.nextText()),
                followup.nextOn(),
                slug(actions, followup.doneActionSheetId()),
                doneEvent,
                url,
                words.otherLanguages(),
                words.isStale());
    }

    private static @Nullable String slug(Map<Long, String> actions, @Nullable Long id) {
        return id == null ? null : actions.get(id);
    }
}
