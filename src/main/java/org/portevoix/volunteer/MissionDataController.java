package org.portevoix.volunteer;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.portevoix.actionsheet.ActionSheets;
import org.portevoix.contract.OpenData;
import org.portevoix.contract.OpenList;
import org.portevoix.contract.Visit;
import org.portevoix.language.Texts;
import org.portevoix.language.TextsRead;
import org.portevoix.language.Wording;

/** The missions of a contract as open data. */
@Controller("/api/v1/contracts/{contract}")
class MissionDataController implements OpenList {

    private final OpenData openData;
    private final MissionRepository missions;
    private final MissionSlotRepository slots;
    private final Clock clock;
    private final ActionSheets actionSheets;
    private final Texts texts;

    MissionDataController(
            OpenData openData,
            MissionRepository missions,
            MissionSlotRepository slots,
            ActionSheets actionSheets,
            Texts texts,
            Clock clock) {
        this.openData = openData;
        this.missions = missions;
        this.slots = slots;
        this.clock = clock;
        this.actionSheets = actionSheets;
        this.texts = texts;
    }

    @Get("/missions")
    HttpResponse<?> list(HttpRequest<?> request, String contract) {
        return openData.list(request, contract, this::of);
    }

    @Get("/missions.csv")
    HttpResponse<?> table(HttpRequest<?> request, String contract) {
        return openData.table(request, contract, this::of);
    }

    @Override
    public String name() {
        return "missions";
    }

    @Override
    public OpenData.Listing<?> of(Visit visit) {
        List<Mission> found = missions.findPublished(visit.contractId());
        Map<Long, List<MissionSlot>> toCome = toCome(found);
        return new OpenData.Listing<>(
                MissionEntry.class,
                Set.of(
                        visit.contract().tag(),
                        Mission.listTag(visit.contractId()),
                        ActionSheets.listTag(visit.contractId())),
                until(toCome),
                entries(visit, found, toCome));
    }

    /** In the contract's own order. */
    private List<MissionEntry> entries(Visit visit, List<Mission> found, Map<Long, List<MissionSlot>> toCome) {
        TextsRead read = texts.read(visit.lang(), found.stream().flatMap(Mission::texts));
        Map<Long, String> actions = actionSheets.published(visit.contractId());
        return found.stream()
                .map(mission -> MissionEntry.of(
                        mission,
                        toCome.getOrDefault(mission.id(), List.of()).stream()
                                .map(slot -> entry(visit, slot))
                                .toList(),
                        new Wording(read, mission.titleText()),
                        mission.actionSheetId() == null ? null : actions.get(mission.actionSheetId()),
                        openData.url(visit.address("/benevoles/" + mission.slug()))))
                .toList();
    }

    private static MissionEntry.Slot entry(Visit visit, MissionSlot slot) {
        return new MissionEntry.Slot(
                offset(visit, Objects.requireNonNull(slot.startsAt())),
                offset(visit, Objects.requireNonNull(slot.endsAt())),
                slot.places());
    }

    private static String offset(Visit visit, Instant at) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(at.atZone(visit.zone()));
    }

    /** By mission, soonest first. */
    private Map<Long, List<MissionSlot>> toCome(List<Mission> found) {
        Instant now = clock.instant();
        return found.isEmpty()
                ? Map.of()
                : slots.findByMission(found.stream().map(Mission::id).toList()).stream()
                        .filter(slot -> slot.startsAt() != null && slot.isOpen(now))
                        .collect(Collectors.groupingBy(MissionSlot::missionId));
    }

    private static @Nullable Instant until(Map<Long, List<MissionSlot>> toCome) {
        return toCome.values().stream()
                .flatMap(List::stream)
                .map(MissionSlot::startsAt)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }
}
