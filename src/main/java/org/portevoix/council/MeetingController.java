package org.portevoix.council;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.portevoix.account.Desk;
import org.portevoix.account.DeskPages;
import org.portevoix.web.FormBody;

/** A council announces its next meeting; residents read of it once the team has. */
@Controller("/equipe/{contract}/conseils/{slug}/reunion")
class MeetingController {

    private final CouncilDoor door;
    private final CouncilMeetingRepository meetings;
    private final DeskPages pages;
    private final Clock clock;

    MeetingController(CouncilDoor door, CouncilMeetingRepository meetings, DeskPages pages, Clock clock) {
        this.door = door;
        this.meetings = meetings;
        this.pages = pages;
        this.clock = clock;
    }

    @Get
    HttpResponse<?> ask(Desk desk, String contract, String slug) {
        CouncilDoor.Entered entered = door.enter(desk, contract, slug);
        return show(desk, entered, HttpStatus.OK, new HeadCountForm(FormBody.of("")), Map.of());
    }

    @Post
    @Consumes(MediaType.ALL)
    HttpResponse<?> announce(Desk desk, String contract, String slug, @Nullable @Body String body) {
        CouncilDoor.Entered entered = door.enter(desk, contract, slug);
        HeadCountForm form = new HeadCountForm(FormBody.of(body));
        Map<String, String> errors = errors(form, today(entered));
        if (errors.isEmpty()
                && meetings.add(
                                entered.council().key(),
                                Objects.requireNonNull(form.day()),
                                form.from(),
                                form.place(),
                                form.hasChildCare(),
                                form.hasInterpreter(),
                                false,
                                clock.instant())
                        == 0) {
            errors.put("day", "council.desk.error.day_taken");
        }
        return errors.isEmpty()
                ? HttpResponse.seeOther(URI.create(entered.address() + "?fait=reunion"))
                : show(desk, entered, HttpStatus.UNPROCESSABLE_ENTITY, form, errors);
    }

    private static Map<String, String> errors(HeadCountForm form, LocalDate today) {
        Map<String, String> errors = new LinkedHashMap<>();
        LocalDate day = form.day();
        if (day == null) {
            errors.put("day", "council.desk.error.day");
        } else if (day.isBefore(today) || day.isAfter(today.plusYears(1))) {
            errors.put("day", "council.desk.error.day_past");
        }
        if (!HeadCountForm.isHour(form.from())) {
            errors.put("from", "council.desk.error.hour");
        }
        if (form.place().isEmpty()) {
            errors.put("place", "council.desk.error.place");
        } else if (form.place().length() > HeadCountForm.LONGEST_PLACE) {
            errors.put("place", "council.desk.error.long");
        }
        return errors;
    }

    private HttpResponse<?> show(
            Desk desk, CouncilDoor.Entered entered, HttpStatus status, HeadCountForm form, Map<String, String> errors) {
        var page = new MeetingPage(
                entered.address(),
                entered.name(),
                form,
                form.body().get("day"),
                today(entered).toString(),
                errors);
        return pages.show(
                desk, entered.contract(), status, "council/meeting", "council.desk.meeting.title", "council", page);
    }

    private LocalDate today(CouncilDoor.Entered entered) {
        return LocalDate.now(clock.withZone(entered.contract().zoneId()));
    }

    record MeetingPage(
            String address, String name, HeadCountForm form, String day, String today, Map<String, String> errors) {

        boolean hasErrors() {
            return !errors.isEmpty();
        }
    }
}
