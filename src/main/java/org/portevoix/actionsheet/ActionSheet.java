package org.portevoix.actionsheet;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One "fiche action" of a contract. */
@MappedEntity("action_sheet")
record ActionSheet(
        @Id long id,
        long contractId,
        String slug,
        int position,
        long axisId,
        @Nullable Long themeId,
        long titleText,
        long summaryText,
        @Nullable String phase,
        String progress,
        @Nullable String outcome,
        boolean isSensitive,
        String approach,
        @Nullable Long approachBaseText,
        @Nullable Long approachStrongerText,
        @Nullable Long approachWhyText,
        String determinants,
        String publics,
        @Nullable Long placeText,
        @Nullable String address,
        long hoursText,
        @Nullable String telephone,
        boolean isFree,
        @Nullable Long priceText,
        String appointment,
        @Nullable Long papersText,
        String languages,
        @Nullable String planLevel,
        @Nullable Long planWhoText,
        @Nullable Integer planHowMany,
        @Nullable Long planInvitedText,
        @Nullable Long planFollowedText,
        @Nullable Long planNoneText,
        @Nullable Long leadPartnerId,
        @Nullable Long objectivesText,
        @Nullable Long contextText,
        @Nullable LocalDate startsOn,
        @Nullable LocalDate endsOn,
        @Nullable Long meansText,
        String pathway,
        @Nullable Long pathwayBreakText) {

    Stream<@Nullable Long> texts() {
        return Stream.of(
                titleText,
                summaryText,
                approachBaseText,
                approachStrongerText,
                approachWhyText,
                placeText,
                hoursText,
                priceText,
                papersText,
                planWhoText,
                planInvitedText,
                planFollowedText,
                planNoneText,
                objectivesText,
                contextText,
                meansText,
                pathwayBreakText);
    }

    List<String> languageCodes() {
        return words(languages);
    }

    List<String> determinantWords() {
        return words(determinants);
    }

    List<String> publicWords() {
        return words(publics);
    }

    /** What of the health pathway it makes easier. */
    List<String> pathwayWords() {
        return words(pathway);
    }

    static List<String> words(String list) {
        return list.isEmpty() ? List.of() : List.of(list.split(" "));
    }

    static String tag(long id) {
        return "action/" + id;
    }

    static String listTag(long contractId) {
        return "actions/" + contractId;
    }
}
