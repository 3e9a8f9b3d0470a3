package org.portevoix.consultation;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.portevoix.actionsheet.ActionSheets;
import org.portevoix.contract.OpenData;
import org.portevoix.contract.Visit;
import org.portevoix.language.Texts;
import org.portevoix.language.TextsRead;
import org.portevoix.language.Wording;

/** Decides what the open data tells of consultations. */
@Singleton
class ConsultationEntries {

    private final ConsultationRepository consultations;
    private final Questionnaires questionnaires;
    private final ActionSheets actionSheets;
    private final Texts texts;
    private final OpenData openData;
    private final Clock clock;

    ConsultationEntries(
            ConsultationRepository consultations,
            Questionnaires questionnaires,
            ActionSheets actionSheets,
            Texts texts,
            OpenData openData,
            Clock clock) {
        this.consultations = consultations;
        this.questionnaires = questionnaires;
        this.actionSheets = actionSheets;
        this.texts = texts;
        this.openData = openData;
        this.clock = clock;
    }

    /** Open ones first, soonest closing first; then those to come; then the closed, latest first. */
    List<ConsultationEntry> of(Visit visit) {
        LocalDate today = today(visit);
        List<Questionnaire> found = questionnaires.of(consultations.findPublished(visit.contractId(), today));
        TextsRead read = texts.read(visit.lang(), found.stream().flatMap(Questionnaire::texts));
        Map<Long, String> actions = actionSheets.published(visit.contractId());
        return found.stream()
                .map(one -> ConsultationEntry.of(
                        one.consultation(),
                        new Wording(read, one.consultation().titleText()),
                        one.questions().stream()
                                .map(question -> asked(one, question, read))
                                .toList(),
                        one.consultation().isOpenOn(today),
                        action(one.consultation().actionSheetId(), actions),
                        openData.url(visit.address("/avis/" + one.consultation().slug()))))
                .toList();
    }

    LocalDate today(Visit visit) {
        return LocalDate.now(clock.withZone(visit.zone()));
    }

    private static @Nullable String action(@Nullable Long sheetId, Map<Long, String> actions) {
        return sheetId == null ? null : actions.get(sheetId);
    }

    private static ConsultationEntry.Asked asked(Questionnaire questionnaire, Question question, TextsRead read) {
        var words = new Wording(read, question.titleText());
        return new ConsultationEntry.Asked(
                question.slug(),
                question.kind().name().toLowerCase(Locale.ROOT),
                words.title(),
                words.language(),
                words.find("help", question.helpText()),
                question.kind() == QuestionKind.TEXT ? question.longest() : null,
                question.maxChoices(),
                words.find("low", question.lowText()),
                words.find("high", question.highText()),
                questionnaire
                        .question(question.conditionQuestionId())
                        .map(earlier -> new ConsultationEntry.Condition(earlier.slug(), question.conditionSlugs()))
                        .orElse(null),
                questionnaire.optionsOf(question).stream()
                        .map(option -> new ConsultationEntry.Option(
                                option.slug(), words.say("options." + option.slug(), option.labelText())))
                        .toList(),
                words.otherLanguages());
    }
}
