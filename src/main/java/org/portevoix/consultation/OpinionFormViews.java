package org.portevoix.consultation;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.portevoix.consultation.OpinionFormView.Choice;
import org.portevoix.consultation.OpinionFormView.Condition;
import org.portevoix.consultation.OpinionFormView.QuestionView;
import org.portevoix.contract.Homes;
import org.portevoix.language.Messages;
import org.portevoix.language.TextsRead;
import org.portevoix.web.FormError;

/** Decides how the form of an opinion looks, from what was typed. */
@Singleton
class OpinionFormViews {

    private final Homes homes;
    private final Places places;
    private final Messages messages;

    OpinionFormViews(Homes homes, Places places, Messages messages) {
        this.homes = homes;
        this.places = places;
        this.messages = messages;
    }

    /** {@code errors}: field to message key, as {@link OpinionForm#errors} tells. */
    OpinionFormView view(
            String lang, Questionnaire questionnaire, TextsRead read, OpinionForm form, Map<String, String> errors) {
        List<QuestionView> questions = questionnaire.questions().stream()
                .map(question -> question(lang, questionnaire, question, read, form, errors))
                .toList();
        String leaveKey = errors.get("may_show");
        String leaveError = leaveKey == null ? null : messages.say(lang, leaveKey);
        var summary = new ArrayList<FormError>();
        questions.stream()
                .filter(question -> question.error() != null)
                .forEach(question -> summary.add(new FormError(
                        question.field(), question.title().body() + " " + Objects.requireNonNull(question.error()))));
        if (leaveError != null) {
            summary.add(new FormError("may_show", leaveError));
        }
        String emailKey = errors.get("email");
        String emailError = emailKey == null ? null : messages.say(lang, emailKey);
        if (emailError != null) {
            summary.add(new FormError("email", emailError));
        }
        return new OpinionFormView(
                questions,
                questions.stream().anyMatch(QuestionView::isText),
                Boolean.TRUE.equals(form.mayShow()),
                Boolean.FALSE.equals(form.mayShow()),
                leaveError,
                homes.choices(lang, questionnaire.consultation().contractId(), form.home()),
                words(lang, "consultation.age.", List.of("0-19", "20-39", "40-59", "60-74", "75+"), form.ageBand()),
                words(lang, "consultation.gender.", List.of("woman", "man", "other"), form.gender()),
                words(
                        lang,
                        "consultation.first_time.",
                        List.of("yes", "no"),
                        form.firstTime() == null ? null : form.firstTime() ? "yes" : "no"),
                !places.isSensitive(questionnaire.consultation()),
                form.email(),
                emailError,
                summary);
    }

    private QuestionView question(
            String lang,
            Questionnaire questionnaire,
            Question question,
            TextsRead read,
            OpinionForm form,
            Map<String, String> errors) {
        List<String> values = form.values(question);
        String field = OpinionForm.field(question);
        String error = errors.get(field);
        int most = question.maxChoices() == null ? Integer.MAX_VALUE : question.maxChoices();
        return new QuestionView(
                field,
                question.kind(),
                read.get(question.titleText()),
                read.find(question.helpText()),
                questionnaire.optionsOf(question).stream()
                        .map(option ->
                                new Choice(option.slug(), read.get(option.labelText()), values.contains(option.slug())))
                        .toList(),
                most,
                form.words(question),
                question.longest(),
                values.stream()
                        .filter(value -> value.matches("[1-5]"))
                        .mapToInt(Integer::parseInt)
                        .findFirst()
                        .orElse(0),
                read.find(question.lowText()),
                read.find(question.highText()),
                question.kind() == QuestionKind.SCALE
                        && question.equals(questionnaire.questions().getFirst())
                        && questionnaire.questions().size() > 1,
                condition(questionnaire, question, read),
                error == null
                        ? null
                        : messages.say(lang, error, Map.of("length", question.longest(), "most", Math.min(most, 99))));
    }

    private static @Nullable Condition condition(Questionnaire questionnaire, Question question, TextsRead read) {
        return questionnaire
                .question(question.conditionQuestionId())
                .map(earlier -> new Condition(
                        read.get(earlier.titleText()),
                        question.conditionSlugs().stream()
                                .flatMap(slug -> questionnaire.option(earlier, slug).stream())
                                .map(option -> read.get(option.labelText()))
                                .toList()))
                .orElse(null);
    }

    private List<Choice> words(String lang, String prefix, List<String> values, @Nullable String chosen) {
        return values.stream()
                .map(value -> new Choice(value, messages.say(lang, prefix + value), value.equals(chosen)))
                .toList();
    }
}
