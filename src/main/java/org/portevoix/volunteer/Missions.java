package org.portevoix.volunteer;

import jakarta.inject.Singleton;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.portevoix.contract.Visit;
import org.portevoix.language.Texts;
import org.portevoix.language.TextsRead;
import org.portevoix.language.Translated;

/** What other features may know of missions. */
@Singleton
public class Missions {

    private final MissionRepository missions;
    private final Texts texts;

    Missions(MissionRepository missions, Texts texts) {
        this.missions = missions;
        this.texts = texts;
    }

    /** In the contract's own order. */
    public List<Card> list(Visit visit, int count, int skip) {
        List<Mission> found = missions.findPublished(visit.contractId(), count, skip);
        TextsRead read = texts.read(visit.lang(), found.stream().flatMap(Mission::texts));
        return found.stream()
                .map(mission -> new Card(
                        mission.slug(),
                        mission.kind(),
                        read.get(mission.titleText()),
                        read.get(mission.summaryText()),
                        read.get(mission.commitmentText()),
                        mission.languageCodes(),
                        mission.places(),
                        mission.level()))
                .toList();
    }

    /** The tag under which pages that list the missions of a contract stand. */
    public static String listTag(long contractId) {
        return Mission.listTag(contractId);
    }

    /** A mission as lists show it. */
    public record Card(
            String slug,
            String kind,
            Translated title,
            Translated summary,
            Translated commitment,
            List<String> languages,
            @Nullable Integer places,
            String level) {}
}
