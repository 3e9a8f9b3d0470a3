package org.portevoix.consultation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A consultation with its questions and their options, in order. */
record Questionnaire(Consultation consultation, List<Question> questions, Map<Long, List<QuestionOption>> options) {

    List<QuestionOption> optionsOf(Question question) {
        return options.getOrDefault(question.id(), List.of());
    }

    Optional<QuestionOption> option(Question question, String slug) {
        return optionsOf(question).stream()
                .filter(option -> option.slug().equals(slug))
                .findFirst();
    }

    Optional<Question> question(@Nullable Long id) {
        return questions.stream()
                .filter(question -> id != null && question.id() == id)
                .findFirst();
    }

    /** Options chosen here of which the team said that who chooses them may be in danger. */
    Set<Long> dangersChosen(List<Answer> answers) {
        Set<Long> dangers = options.values().stream()
                .flatMap(List::stream)
                .filter(QuestionOption::isDistress)
                .map(QuestionOption::id)
                .collect(Collectors.toSet());
        return answers.stream().map(Answer::choice).filter(dangers::contains).collect(Collectors.toSet());
    }

    Stream<@Nullable Long> texts() {
        return Stream.of(
                        consultation.texts(),
                        questions.stream().flatMap(Question::texts),
                        options.values().stream().flatMap(List::stream).map(QuestionOption::labelText))
                .flatMap(texts -> texts);
    }
}
