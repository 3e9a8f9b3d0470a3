package org.portevoix.volunteer;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.portevoix.actionsheet.ActionSheets;
import org.portevoix.contract.OpenData;
import org.portevoix.contract.Visit;
import org.portevoix.language.Texts;
import org.portevoix.language.TextsRead;
import org.portevoix.language.Wording;

/** The missions of a contract as open data. */
@Controller("/api/v1/contracts/{contract}/missions")
class MissionDataController {

    private final OpenData openData;
    private final MissionRepository missions;
    private final ActionSheets actionSheets;
    private final Texts texts;

    MissionDataController(OpenData openData, MissionRepository missions, ActionSheets actionSheets, Texts texts) {
        this.openData = openData;
        this.missions = missions;
        this.actionSheets = actionSheets;
        this.texts = texts;
    }

    @Get
    HttpResponse<?> list(HttpRequest<?> request, String contract) {
        return openData.list(
                request,
                contract,
                visit -> new OpenData.Listing<>(
                        MissionEntry.class,
                        Set.of(
                                visit.contract().tag(),
                                Mission.listTag(visit.contractId()),
                                ActionSheets.listTag(visit.contractId())),
                        null,
                        entries(visit)));
    }

    /** In the contract's own order. */
    private List<MissionEntry> entries(Visit visit) {
        List<Mission> found = missions.findPublished(visit.contractId());
        TextsRead read = texts.read(visit.lang(), found.stream().flatMap(Mission::texts));
        Map<Long, String> actions = actionSheets.published(visit.contractId());
        return found.stream()
                .map(mission -> MissionEntry.of(
                        mission,
                        new Wording(read, mission.titleText()),
                        mission.actionSheetId() == null ? null : actions.get(mission.actionSheetId()),
                        openData.url(visit.address("/benevoles/" + mission.slug()))))
                .toList();
    }
}
