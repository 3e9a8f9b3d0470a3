package org.portevoix.volunteer;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.util.List;
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

    Stream<@Nullable Long> texts() {
        return Stream.of(titleText, summaryText, placeText, commitmentText);
    }

    List<String> languageCodes() {
        return languages.isEmpty() ? List.of() : List.of(languages.split(" "));
    }

    static String tag(long id) {
        return "mission/" + id;
    }

    static String listTag(long contractId) {
        return "missions/" + contractId;
    }
}
