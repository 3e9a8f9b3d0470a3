package org.portevoix.consultation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.portevoix.web.FormBody;

/**
 * What a person answered, as they typed it. Fields: {@code q-} and the question's slug (words, slugs of options, or 1 to
 * 5), {@code may_show} (yes or no), {@code home}, {@code age}, {@code gender}, {@code first_time}, {@code email} (for the answer).
 */
record OpinionForm(FormBody body) {

    static final Set<String> AGE_BANDS = Set.of("0-19", "20-39", "40-59", "60-74", "75+");
    static final Set<String> GENDERS = Set.of("woman", "man", "other");

    /** What can be written to: it asks no more, since the owners of odd addresses know them best. */
    private static final Pattern EMAIL = Pattern.compile("[^\\s@<>,;]+@[^\\s@<>,;.]+(\\.[^\\s@<>,;.]+)+");

    /** RFC 5321, 4.5.3.1.3. */
    private static final int LONGEST_EMAIL = 254;

    static OpinionForm blank() {
        return new OpinionForm(new FormBody(Map.of()));
    }

    static String field(Question question) {
        return "q-" + question.slug();
    }

    List<String> values(Question question) {
        return body.all(field(question)).stream()
                .filter(value -> !value.isBlank())
                .toList();
    }

    /** Line ends as one character, as the length in the form counts them. */
    String words(Question question) {
        return body.get(field(question)).replace("\r\n", "\n");
    }

    boolean hasWords(Questionnaire questionnaire) {
        return questionnaire.questions().stream()
                .anyMatch(question ->
                        question.kind() == QuestionKind.TEXT && !words(question).isBlank());
    }

    /** Null when it was not said. */
    @Nullable
    Boolean mayShow() {
        return yesOrNo("may_show");
    }

    /** Slug of a neighbourhood, or "". */
    String home() {
        return body.get("home");
    }

    @Nullable
    String ageBand() {
        return AGE_BANDS.contains(body.get("age")) ? body.get("age") : null;
    }

    @Nullable
    String gender() {
        return GENDERS.contains(body.get("gender")) ? body.get("gender") : null;
    }

    @Nullable
    Boolean firstTime() {
        return yesOrNo("first_time");
    }

    /** The address for the answer, or "". */
    String email() {
        return body.get("email").strip();
    }

    /** Field to message key, in the order of the form; empty when all is well. */
    Map<String, String> errors(Questionnaire questionnaire) {
        var errors = new LinkedHashMap<String, String>();
        for (Question question : questionnaire.questions()) {
            String error = error(questionnaire, question);
            if (error != null) {
                errors.put(field(question), error);
            }
        }
        if (answers(questionnaire).isEmpty() && errors.isEmpty()) {
            errors.put(field(questionnaire.questions().getFirst()), "consultation.error.nothing");
        }
        if (hasWords(questionnaire) && mayShow() == null) {
            errors.put("may_show", "consultation.error.may_show");
        }
        if (!email().isEmpty()
                && (email().length() > LONGEST_EMAIL || !EMAIL.matcher(email()).matches())) {
            errors.put("email", "consultation.error.email");
        }
        return errors;
    }

    /** What was answered, in the order of the questions; an option that is not offered is no answer. */
    List<Answer> answers(Questionnaire questionnaire) {
        var answers = new ArrayList<Answer>();
        for (Question question : questionnaire.questions()) {
            switch (question.kind()) {
                case TEXT -> {
                    if (!words(question).isBlank()) {
                        answers.add(new Answer(0, question.id(), 0, null, words(question)));
                    }
                }
                case SCALE ->
                    values(question).stream()
                            .limit(1)
                            .filter(value -> value.matches("[1-5]"))
                            .forEach(value ->
                                    answers.add(new Answer(0, question.id(), 0, Integer.valueOf(value), null)));
                case CHOICE, CHOICES ->
                    values(question).stream()
                            .distinct()
                            .flatMap(value -> questionnaire.option(question, value).stream())
                            .forEach(option -> answers.add(new Answer(0, question.id(), option.id(), null, null)));
            }
        }
        return answers;
    }

    private @Nullable String error(Questionnaire questionnaire, Question question) {
        List<String> values = values(question);
        return switch (question.kind()) {
            case TEXT ->
                words(question).codePoints().count() > question.longest() ? "consultation.error.too_long" : null;
            case SCALE ->
                values.stream().allMatch(value -> value.matches("[1-5]")) && values.size() <= 1
                        ? null
                        : "consultation.error.not_offered";
            case CHOICE, CHOICES -> choiceError(questionnaire, question, values);
        };
    }

    private @Nullable String choiceError(Questionnaire questionnaire, Question question, List<String> values) {
        if (values.stream()
                .anyMatch(value -> questionnaire.option(question, value).isEmpty())) {
            return "consultation.error.not_offered";
        }
        int most = question.kind() == QuestionKind.CHOICE
                ? 1
                : question.maxChoices() == null ? Integer.MAX_VALUE : question.maxChoices();
        return values.stream().distinct().count() > most ? "consultation.error.too_many" : null;
    }

    private @Nullable Boolean yesOrNo(String field) {
        return switch (body.get(field)) {
            case "yes" -> Boolean.TRUE;
            case "no" -> Boolean.FALSE;
            default -> null;
        };
    }
}
