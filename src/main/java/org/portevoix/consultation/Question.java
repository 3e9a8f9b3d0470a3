package org.portevoix.consultation;

import io.micronaut.core.annotation.Introspected;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One question of a consultation. None is obligatory.
 *
 * @param maxLength of a text, in characters; null for {@link #MAX_LENGTH}
 * @param conditionOptions slugs of the options of the earlier question for which this one is asked, parted by a space
 */
@Introspected
record Question(
        long id,
        long consultationId,
        String slug,
        int position,
        QuestionKind kind,
        long titleText,
        @Nullable Long helpText,
        @Nullable Integer maxLength,
        @Nullable Integer maxChoices,
        @Nullable Long lowText,
        @Nullable Long highText,
        @Nullable Long conditionQuestionId,
        @Nullable String conditionOptions) {

    static final int MAX_LENGTH = 4_000;

    Stream<@Nullable Long> texts() {
        return Stream.of(titleText, helpText, lowText, highText);
    }

    int longest() {
        return maxLength == null ? MAX_LENGTH : Math.min(maxLength, MAX_LENGTH);
    }

    List<String> conditionSlugs() {
        return conditionOptions == null || conditionOptions.isEmpty()
                ? List.of()
                : List.of(conditionOptions.split(" "));
    }
}
