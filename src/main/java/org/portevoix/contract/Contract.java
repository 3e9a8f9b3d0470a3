package org.portevoix.contract;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One local health contract: a territory, its signatories, its dates. A site hosts one or many. */
@MappedEntity("contract")
public record Contract(
        @Id @GeneratedValue long id,
        String slug,
        boolean isExample,
        long titleText,
        long summaryText,
        String territoryName,
        String zone,
        String languages,
        @Nullable LocalDate startsOn,
        @Nullable LocalDate endsOn,
        @Nullable String phase,
        String telephone,
        @Nullable Long telephoneHoursText,
        @Nullable Long aimsText,
        @Nullable Long reachText,
        @Nullable Long followText,
        @Nullable LocalDate diagnosisOn,
        @Nullable Long diagnosisText,
        @Nullable Long diagnosisWhoText,
        String editor,
        String publicationDirector,
        String host,
        String dataProtectionOfficer,
        String contact,
        String mentionsTelephone,
        String state) {

    /** Whether residents may read it: not while it is prepared, and not once it is over and archived. */
    public boolean isPublic() {
        return state.equals("PUBLISHED");
    }

    /** Whether it tells how residents take part. */
    public boolean hasStrategy() {
        return aimsText != null || reachText != null || followText != null;
    }

    /** Whether its shared diagnosis is written. */
    public boolean hasDiagnosis() {
        return diagnosisText != null;
    }

    /** The zone in which its days and hours are told. */
    public ZoneId zoneId() {
        return ZoneId.of(zone);
    }

    /** Codes of the languages that its menu offers. */
    public List<String> languageCodes() {
        return List.of(languages.split(" "));
    }

    /** Under this tag stands anything of the contract itself: its texts, neighbourhoods, axes, themes and partners. */
    public String tag() {
        return tagOf(id);
    }

    public static String tagOf(long contractId) {
        return "contract/" + contractId;
    }
}
