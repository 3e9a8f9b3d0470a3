package org.portevoix.volunteer;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import java.math.BigDecimal;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.portevoix.account.Desk;
import org.portevoix.account.DeskPages;
import org.portevoix.account.Permission;
import org.portevoix.contract.Contract;
import org.portevoix.web.FormBody;
import org.portevoix.web.NotFound;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Those who help: who waits for an answer, mission by mission, whom to call, and what was done. */
@Controller("/equipe/{contract}/benevoles")
class VolunteerDeskController {

    private static final Logger LOG = LoggerFactory.getLogger(VolunteerDeskController.class);
    private static final BigDecimal MOST_HOURS = BigDecimal.valueOf(200);
    static final Set<String> SAID = Set.of(
            "confirmation",
            "refus",
            "fait",
            "absence",
            "annulation",
            "appel",
            "creneau",
            "creneau-annule",
            "trop-tard");

    private final MissionRepository missions;
    private final SignUpPlaceRepository places;
    private final SignUpMoves moves;
    private final VolunteerDeskPages views;
    private final DeskPages pages;

    VolunteerDeskController(
            MissionRepository missions,
            SignUpPlaceRepository places,
            SignUpMoves moves,
            VolunteerDeskPages views,
            DeskPages pages) {
        this.missions = missions;
        this.places = places;
        this.moves = moves;
        this.views = views;
        this.pages = pages;
    }

    @Get("{?fait}")
    HttpResponse<?> list(Desk desk, String contract, @Nullable @QueryValue String fait) {
        Contract found = desk.contract(contract, Permission.PERSONAL_LISTS);
        return list(desk, found, HttpStatus.OK, said(fait), Map.of());
    }

    @Get("/appels{?fait}")
    HttpResponse<?> calls(Desk desk, String contract, @Nullable @QueryValue String fait) {
        Contract found = desk.contract(contract, Permission.PERSONAL_LISTS);
        return pages.show(
                desk,
                found,
                HttpStatus.OK,
                "volunteer/desk_calls",
                "volunteer.desk.calls.title",
                "calls",
                views.calls(found, said(fait)));
    }

    @Get("/missions/{slug}{?fait}")
    HttpResponse<?> mission(Desk desk, String contract, String slug, @Nullable @QueryValue String fait) {
        Contract found = desk.contract(contract, Permission.PERSONAL_LISTS);
        Mission mission = missions.findOf(found.id(), slug).orElseThrow(NotFound::new);
        return pages.show(
                desk,
                found,
                HttpStatus.OK,
                "volunteer/desk_mission",
                "volunteer.desk.list.title",
                "volunteers",
                views.mission(desk, found, mission, said(fait)));
    }

    @Post("/inscriptions/{id}/confirmation")
    @Consumes(MediaType.ALL)
    HttpResponse<?> confirm(Desk desk, String contract, long id, @Nullable @Body String body) {
        Contract found = known(desk, contract, id);
        return done(desk, found, body, id, "confirmation", moves.confirm(id));
    }

    @Post("/inscriptions/{id}/refus")
    @Consumes(MediaType.ALL)
    HttpResponse<?> refuse(Desk desk, String contract, long id, @Nullable @Body String body) {
        Contract found = known(desk, contract, id);
        Optional<RefusalReason> reason = RefusalReason.of(FormBody.of(body).get("reason"));
        if (reason.isEmpty()) {
            return list(
                    desk,
                    found,
                    HttpStatus.UNPROCESSABLE_ENTITY,
                    "",
                    Map.of("reason-" + id, "volunteer.desk.error.reason"));
        }
        return done(desk, found, body, id, "refus", moves.refuse(id, reason.get()));
    }

    @Post("/inscriptions/{id}/fait")
    @Consumes(MediaType.ALL)
    HttpResponse<?> markDone(Desk desk, String contract, long id, @Nullable @Body String body) {
        Contract found = known(desk, contract, id);
        String typed = FormBody.of(body).get("hours").strip().replace(',', '.');
        boolean isReadable = typed.isEmpty()
                || typed.matches("[0-9]{1,3}(\\.[0-9]{1,2})?")
                        && new BigDecimal(typed).signum() > 0
                        && new BigDecimal(typed).compareTo(MOST_HOURS) <= 0;
        if (!isReadable) {
            return list(
                    desk,
                    found,
                    HttpStatus.UNPROCESSABLE_ENTITY,
                    "",
                    Map.of("hours-" + id, "volunteer.desk.error.hours"));
        }
        BigDecimal hours = typed.isEmpty() ? null : new BigDecimal(typed);
        return done(desk, found, body, id, "fait", moves.done(found, id, hours));
    }

    @Post("/inscriptions/{id}/absence")
    @Consumes(MediaType.ALL)
    HttpResponse<?> absent(Desk desk, String contract, long id, @Nullable @Body String body) {
        Contract found = known(desk, contract, id);
        return done(desk, found, body, id, "absence", moves.absent(id));
    }

    @Post("/inscriptions/{id}/annulation")
    @Consumes(MediaType.ALL)
    HttpResponse<?> undo(Desk desk, String contract, long id, @Nullable @Body String body) {
        Contract found = known(desk, contract, id);
        return done(desk, found, body, id, "annulation", moves.undo(id));
    }

    @Post("/inscriptions/{id}/appel")
    @Consumes(MediaType.ALL)
    HttpResponse<?> called(Desk desk, String contract, long id, @Nullable @Body String body) {
        Contract found = known(desk, contract, id);
        moves.called(id);
        return done(desk, found, body, id, "appel", true);
    }

    /** The contract, where this place is one of its own. */
    private Contract known(Desk desk, String slug, long placeId) {
        Contract contract = desk.contract(slug, Permission.PERSONAL_LISTS);
        if (places.countInContract(contract.id(), placeId) == 0) {
            throw new NotFound();
        }
        return contract;
    }

    /** Back to the page of which the form was, with what was done. */
    private static HttpResponse<?> done(
            Desk desk, Contract contract, @Nullable String body, long id, String what, boolean isDone) {
        if (isDone) {
            LOG.info("Account {} marked place {}: {}", desk.accountId(), id, what);
        }
        String back = FormBody.of(body).get("back");
        String path = back.matches("appels|missions/[a-z0-9-]+") ? "/" + back : "";
        return HttpResponse.seeOther(URI.create(
                "/equipe/" + contract.slug() + "/benevoles" + path + "?fait=" + (isDone ? what : "trop-tard")));
    }

    private HttpResponse<?> list(
            Desk desk, Contract contract, HttpStatus status, String done, Map<String, String> errors) {
        return pages.show(
                desk,
                contract,
                status,
                "volunteer/desk_list",
                "volunteer.desk.list.title",
                "volunteers",
                views.list(contract, done, errors));
    }

    static String said(@Nullable String done) {
        return done != null && SAID.contains(done) ? done : "";
    }
}
