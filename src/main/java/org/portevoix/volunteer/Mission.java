package org.portevoix.volunteer;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A task for volunteers. */
@MappedEntity("mission")
record Mission(
        @Id long id,
        long contractId,
        String slug,
        String kind,
        @Nullable Long actionSheetId,
        String level,
        long titleText,
        long summaryText,
        @Nullable Long placeText,
        long commitmentText,
        String languages,
        @Nullable Integer places,
        @Nullable Integer minimumAge,
        boolean isConfidential,
        @Nullable String telephone) {

    private static final Set<String> OF_LANGUAGES = Set.of("INTERPRETER", "TRANSLATOR", "PROOFREADER");
    private static final int OF_AGE = 18;

    Stream<@Nullable Long> texts() {
        return Stream.of(titleText, summaryText, placeText, commitmentText);
    }

    List<String> languageCodes() {
        return languages.isEmpty() ? List.of() : List.of(languages.split(" "));
    }

    /** Which of its languages a volunteer is asked about: where the task is one of languages. */
    List<String> spokenOffered() {
        return OF_LANGUAGES.contains(kind) ? languageCodes() : List.of();
    }

    /** By a volunteer under this age a parent's leave is needed too. */
    boolean admitsMinors() {
        return minimumAge == null || minimumAge < OF_AGE;
    }

    static String tag(long id) {
        return "mission/" + id;
    }

    static String listTag(long contractId) {
        return "missions/" + contractId;
    }
}
