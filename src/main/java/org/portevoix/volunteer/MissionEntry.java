package org.portevoix.volunteer;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.portevoix.language.Wording;

/**
 * A mission in the open data.
 *
 * @param action slug
 * @param places asked for in all, where the mission has no slots; how many of them are taken is nobody's business
 * @param slots to come, soonest first; empty where people are called to choose a time
 */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
record MissionEntry(
        String slug,
        String title,
        String language,
        String summary,
        String kind,
        String level,
        @Nullable String action,
        @Nullable String place,
        String commitment,
        List<String> languages,
        @Nullable Integer places,
        List<Slot> slots,
        @Nullable Integer minimumAge,
        boolean isConfidential,
        @Nullable String telephone,
        String url,
        Map<String, String> otherLanguages,
        boolean isStale) {

    static MissionEntry of(Mission mission, List<Slot> slots, Wording words, @Nullable String action, String url) {
        return new MissionEntry(
                mission.slug(),
                words.title(),
                words.language(),
                words.say("summary", mission.summaryText()),
                mission.kind().toLowerCase(Locale.ROOT),
                mission.level().toLowerCase(Locale.ROOT),
                action,
                words.find("place", mission.placeText()),
                words.say("commitment", mission.commitmentText()),
                mission.languageCodes(),
                mission.places(),
                slots,
                mission.minimumAge(),
                mission.isConfidential(),
                mission.telephone(),
                url,
                words.otherLanguages(),
                words.isStale());
    }

    /**
     * A time at which people are needed.
     *
     * @param start with its offset from UTC, in the contract's zone, as {@code end}
     * @param places null where as many may come as wish
     */
    @Serdeable
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Slot(String start, String end, @Nullable Integer places) {}
}
