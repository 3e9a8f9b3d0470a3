package org.portevoix.consultation;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.portevoix.language.Language;
import org.portevoix.language.Texts;
import org.portevoix.language.TextsRead;
import org.portevoix.language.Translated;

/** Questionnaires of a contract that the team asks face to face, in French; never public. */
@Singleton
public class InterviewGuides {

    private final ConsultationRepository consultations;
    private final Questionnaires questionnaires;
    private final Texts texts;

    InterviewGuides(ConsultationRepository consultations, Questionnaires questionnaires, Texts texts) {
        this.consultations = consultations;
        this.questionnaires = questionnaires;
        this.texts = texts;
    }

    /** In the contract's own order. */
    public List<Guide> of(long contractId) {
        return questionnaires.of(consultations.findInterviews(contractId)).stream()
                .map(this::guide)
                .toList();
    }

    public Optional<Guide> find(long contractId, String slug) {
        return of(contractId).stream().filter(one -> one.slug().equals(slug)).findFirst();
    }

    private Guide guide(Questionnaire found) {
        TextsRead read = texts.read(Language.SOURCE, found.texts());
        return new Guide(
                found.consultation().id(),
                found.consultation().slug(),
                read.get(found.consultation().titleText()).body(),
                read.get(found.consultation().summaryText()).body(),
                found.questions().stream()
                        .map(one -> new Asked(
                                one.id(),
                                one.slug(),
                                read.get(one.titleText()).body(),
                                body(read.find(one.helpText())),
                                one.kind() == QuestionKind.CHOICES,
                                found.optionsOf(one).stream()
                                        .map(option -> new Offered(
                                                option.slug(),
                                                read.get(option.labelText()).body()))
                                        .toList()))
                        .toList());
    }

    private static @Nullable String body(@Nullable Translated text) {
        return text == null ? null : text.body();
    }

    /** A guide with its questions, in order. */
    public record Guide(long id, String slug, String title, String summary, List<Asked> questions) {}

    /**
     * A question; without options it is answered in words.
     *
     * @param takesSeveral of the options
     */
    public record Asked(
            long id, String slug, String title, @Nullable String help, boolean takesSeveral, List<Offered> options) {}

    /** One answer offered. */
    public record Offered(String slug, String label) {}
}
