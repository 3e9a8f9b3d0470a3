package org.portevoix.volunteer;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.portevoix.account.Desk;
import org.portevoix.account.DeskPages;
import org.portevoix.account.Permission;
import org.portevoix.contract.Contract;
import org.portevoix.web.FormBody;
import org.portevoix.web.NotFound;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The times of a mission: added, changed, cancelled, and told to those who counted on them. */
@Controller("/equipe/{contract}/benevoles/missions/{slug}/creneaux")
class SlotDeskController {

    private static final Logger LOG = LoggerFactory.getLogger(SlotDeskController.class);

    private final MissionRepository missions;
    private final MissionSlotRepository slots;
    private final SlotChanges changes;
    private final VolunteerDeskPages views;
    private final DeskPages pages;
    private final Clock clock;

    SlotDeskController(
            MissionRepository missions,
            MissionSlotRepository slots,
            SlotChanges changes,
            VolunteerDeskPages views,
            DeskPages pages,
            Clock clock) {
        this.missions = missions;
        this.slots = slots;
        this.changes = changes;
        this.views = views;
        this.pages = pages;
        this.clock = clock;
    }

    @Post
    @Consumes(MediaType.ALL)
    HttpResponse<?> add(Desk desk, String contract, String slug, @Nullable @Body String body) {
        Contract found = desk.contract(contract, Permission.PUBLISH);
        Mission mission = mission(found, slug);
        SlotForm form = new SlotForm(FormBody.of(body));
        Map<String, String> errors = form.errors(found.zoneId(), clock.instant());
        if (errors.isEmpty() && !changes.add(mission, form.times(found.zoneId()).orElseThrow(), form.places())) {
            errors = Map.of("from", "volunteer.desk.error.twice");
        }
        if (!errors.isEmpty()) {
            return again(desk, found, mission, 0, form, errors);
        }
        LOG.info("Account {} added a slot to mission {}", desk.accountId(), mission.id());
        return done(found, mission, "creneau");
    }

    @Post("/{id}")
    @Consumes(MediaType.ALL)
    HttpResponse<?> change(Desk desk, String contract, String slug, long id, @Nullable @Body String body) {
        Contract found = desk.contract(contract, Permission.PUBLISH);
        Mission mission = mission(found, slug);
        MissionSlot slot = slot(mission, id);
        SlotForm form = new SlotForm(FormBody.of(body));
        Map<String, String> errors = form.errors(found.zoneId(), clock.instant());
        if (errors.isEmpty()) {
            SlotForm.Times times = form.times(found.zoneId()).orElseThrow();
            boolean isTwice = slots.findByMission(List.of(mission.id())).stream()
                    .anyMatch(other -> other.id() != slot.id() && times.from().equals(other.startsAt()));
            if (isTwice) {
                errors = Map.of("from-" + id, "volunteer.desk.error.twice");
            } else if (!changes.change(mission, id, times, form.places())) {
                errors = Map.of("places-" + id, "volunteer.desk.error.taken");
            }
        } else {
            errors = Map.of(
                    errors.keySet().iterator().next() + "-" + id,
                    Objects.requireNonNull(errors.values().iterator().next()));
        }
        if (!errors.isEmpty()) {
            return again(desk, found, mission, id, form, errors);
        }
        LOG.info("Account {} changed slot {}", desk.accountId(), id);
        return done(found, mission, "creneau");
    }

    @Post("/{id}/annulation")
    @Consumes(MediaType.ALL)
    HttpResponse<?> cancel(Desk desk, String contract, String slug, long id, @Nullable @Body String body) {
        Contract found = desk.contract(contract, Permission.PUBLISH);
        Mission mission = mission(found, slug);
        boolean isCancelled = changes.cancel(mission, slot(mission, id).id());
        if (isCancelled) {
            LOG.info("Account {} cancelled slot {}", desk.accountId(), id);
        }
        return done(found, mission, isCancelled ? "creneau-annule" : "trop-tard");
    }

    private Mission mission(Contract contract, String slug) {
        return missions.findOf(contract.id(), slug).orElseThrow(NotFound::new);
    }

    /** One with a date; that of a mission without dates is changed with the mission. */
    private MissionSlot slot(Mission mission, long id) {
        return slots.findById(id)
                .filter(slot -> slot.missionId() == mission.id() && slot.startsAt() != null)
                .orElseThrow(NotFound::new);
    }

    private HttpResponse<?> again(
            Desk desk, Contract contract, Mission mission, long id, SlotForm form, Map<String, String> errors) {
        return pages.show(
                desk,
                contract,
                HttpStatus.UNPROCESSABLE_ENTITY,
                "volunteer/desk_mission",
                "volunteer.desk.list.title",
                "volunteers",
                views.mission(desk, contract, mission, "", id, form, errors));
    }

    private static HttpResponse<?> done(Contract contract, Mission mission, String what) {
        return HttpResponse.seeOther(
                URI.create("/equipe/" + contract.slug() + "/benevoles/missions/" + mission.slug() + "?fait=" + what));
    }
}
