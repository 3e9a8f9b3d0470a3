package org.portevoix.consultation;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.portevoix.language.Wording;

/**
 * A consultation in the open data, with its promise and its questions.
 *
 * @param opens the first day
 * @param closes the last day, that day included
 * @param action slug
 */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
record ConsultationEntry(
        String slug,
        String title,
        String language,
        String summary,
        LocalDate opens,
        LocalDate closes,
        LocalDate answerBy,
        boolean isOpen,
        @Nullable String action,
        @Nullable String phase,
        String level,
        Promise promise,
        List<Asked> questions,
        String url,
        Map<String, String> otherLanguages,
        boolean isStale) {

    /** Who reads, what can still change, what is decided already. */
    @Serdeable
    record Promise(String reads, String canChange, String decided) {}

    /**
     * A question.
     *
     * @param language in which its title is written
     * @param low what the saddest face means, where it is said
     */
    @Serdeable
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Asked(
            String key,
            String kind,
            String title,
            String language,
            @Nullable String help,
            @Nullable Integer maxLength,
            @Nullable Integer maxChoices,
            @Nullable String low,
            @Nullable String high,
            @Nullable Condition when,
            List<Option> options,
            Map<String, String> otherLanguages) {}

    @Serdeable
    record Option(String key, String label) {}

    /** Asked only of those who chose one of these options of an earlier question. */
    @Serdeable
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Condition(String question, List<String> options) {}

    static ConsultationEntry of(
            Consultation consultation,
            Wording words,
            List<Asked> questions,
            boolean isOpen,
            @Nullable String action,
            String url) {
        return new ConsultationEntry(
                consultation.slug(),
                words.title(),
                words.language(),
                words.say("summary", consultation.summaryText()),
                consultation.opensOn(),
                consultation.closesOn(),
                consultation.answerBy(),
                isOpen,
                action,
                consultation.phase() == null ? null : consultation.phase().toLowerCase(Locale.ROOT),
                consultation.level().toLowerCase(Locale.ROOT),
                new Promise(
                        words.say("promise.reads", consultation.readsText()),
                        words.say("promise.canChange", consultation.canChangeText()),
                        words.say("promise.decided", consultation.decidedText())),
                questions,
                url,
                words.otherLanguages(),
                words.isStale());
    }
}
