package org.portevoix.consultation;

import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.portevoix.contract.Homes;
import org.portevoix.language.Translated;
import org.portevoix.web.FormError;

/**
 * The form of an opinion, with what was typed and what was wrong with it.
 *
 * @param errors in the order of the form, each leading to its field
 * @param asksEmail whether it offers to write when there is an answer: not about what is sensitive
 * @param asksLeave whether it has a question that is answered in words
 */
record OpinionFormView(
        List<QuestionView> questions,
        boolean asksLeave,
        boolean mayShow,
        boolean mayNotShow,
        @Nullable String leaveError,
        List<Homes.Choice> homes,
        List<Choice> ages,
        List<Choice> genders,
        List<Choice> firstTimes,
        boolean asksEmail,
        String email,
        @Nullable String emailError,
        List<FormError> errors) {

    boolean hasErrors() {
        return !errors.isEmpty();
    }

    /** Whether something was said of oneself: the part about the writer is then shown open. */
    boolean hasProfile() {
        return homes.stream().anyMatch(Homes.Choice::isChosen)
                || ages.stream().anyMatch(Choice::isChosen)
                || genders.stream().anyMatch(Choice::isChosen)
                || firstTimes.stream().anyMatch(Choice::isChosen);
    }

    /**
     * One question.
     *
     * @param words typed, for a question answered in words
     * @param chosenFace 1 to 5, or 0
     * @param sendsAtOnce whether "Send" stands right below it too: for a face that opens the form, three taps in all
     * @param condition the earlier question on which it depends, null for one that is asked of all
     * @param error message, null when all is well
     */
    record QuestionView(
            String field,
            QuestionKind kind,
            Translated title,
            @Nullable Translated help,
            List<Choice> options,
            int mostChoices,
            String words,
            int maxLength,
            int chosenFace,
            @Nullable Translated low,
            @Nullable Translated high,
            boolean sendsAtOnce,
            @Nullable Condition condition,
            @Nullable String error) {

        boolean isText() {
            return kind == QuestionKind.TEXT;
        }

        boolean isChoice() {
            return kind == QuestionKind.CHOICE;
        }

        boolean isChoices() {
            return kind == QuestionKind.CHOICES;
        }

        boolean isScale() {
            return kind == QuestionKind.SCALE;
        }

        boolean hasLimit() {
            return isChoices() && mostChoices < options.size();
        }

        List<Face> faces() {
            return IntStream.rangeClosed(1, 5)
                    .mapToObj(value -> new Face(value, value == chosenFace))
                    .toList();
        }
    }

    /** One of the five faces, 1 the saddest. */
    record Face(int value, boolean isChosen) {}

    /** An answer offered: in the reader's language, or a message of the site. */
    record Choice(String value, Object label, boolean isChosen) {}

    /** "Only if you answered ... to ...". */
    record Condition(Translated question, List<Translated> answers) {}
}
