package org.portevoix.committee;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import java.net.URI;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.portevoix.account.Desk;
import org.portevoix.account.Permission;
import org.portevoix.contract.Contract;
import org.portevoix.web.Conflict;
import org.portevoix.web.FormBody;
import org.portevoix.web.NotFound;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One meeting: its agenda before, who sat and what was decided while it lasts and after. */
@Controller("/equipe/{contract}/instances/{slug}/{day}")
class MeetingDeskController {

    private static final Logger LOG = LoggerFactory.getLogger(MeetingDeskController.class);

    private final BodyRepository bodies;
    private final MeetingRepository meetings;
    private final MeetingPlans plans;
    private final MeetingMinutes minutes;
    private final MeetingDeskPages pages;

    MeetingDeskController(
            BodyRepository bodies,
            MeetingRepository meetings,
            MeetingPlans plans,
            MeetingMinutes minutes,
            MeetingDeskPages pages) {
        this.bodies = bodies;
        this.meetings = meetings;
        this.plans = plans;
        this.minutes = minutes;
        this.pages = pages;
    }

    @Get
    HttpResponse<?> show(Desk desk, String contract, String slug, String day, @Nullable @QueryValue String fait) {
        Place place = place(desk, contract, slug, day);
        return pages.show(desk, place, HttpStatus.OK, Typed.done(Objects.requireNonNullElse(fait, "")));
    }

    /** To print: who is invited reads it on paper. */
    @Get("/ordre-du-jour")
    HttpResponse<?> print(Desk desk, String contract, String slug, String day) {
        return pages.print(desk, place(desk, contract, slug, day));
    }

    @Post("/reunion")
    @Consumes(MediaType.ALL)
    HttpResponse<?> change(Desk desk, String contract, String slug, String day, @Nullable @Body String body) {
        Place place = place(desk, contract, slug, day);
        MeetingForm form = new MeetingForm(FormBody.of(body));
        Map<String, String> errors = form.errors(false);
        if (!errors.isEmpty()) {
            return pages.show(desk, place, HttpStatus.UNPROCESSABLE_ENTITY, Typed.meeting(form, errors));
        }
        if (!plans.change(
                place.contract(), place.body(), place.meeting(), form.hour().orElseThrow(), form.place())) {
            throw new Conflict();
        }
        return to(place, "reunion");
    }

    @Post("/annulation")
    @Consumes(MediaType.ALL)
    HttpResponse<?> cancel(Desk desk, String contract, String slug, String day) {
        return move(desk, place(desk, contract, slug, day), true, "annulation");
    }

    /** Set again after it was cancelled. */
    @Post("/maintien")
    @Consumes(MediaType.ALL)
    HttpResponse<?> restore(Desk desk, String contract, String slug, String day) {
        return move(desk, place(desk, contract, slug, day), false, "maintien");
    }

    @Post("/propositions")
    @Consumes(MediaType.ALL)
    HttpResponse<?> addProposals(Desk desk, String contract, String slug, String day, @Nullable @Body String body) {
        Place place = place(desk, contract, slug, day);
        var wanted = FormBody.of(body).all("proposal");
        plans.add(
                place.contract(),
                place.body(),
                place.meeting(),
                pages.proposals(place).stream()
                        .filter(one -> wanted.contains(one.key()))
                        .toList());
        return to(place, "points");
    }

    @Post("/points")
    @Consumes(MediaType.ALL)
    HttpResponse<?> addItem(Desk desk, String contract, String slug, String day, @Nullable @Body String body) {
        Place place = place(desk, contract, slug, day);
        ItemForm form = new ItemForm(FormBody.of(body));
        Map<String, String> errors = form.errors();
        if (!errors.isEmpty()) {
            return pages.show(desk, place, HttpStatus.UNPROCESSABLE_ENTITY, Typed.item(form, errors));
        }
        plans.add(place.meeting(), form);
        return to(place, "points");
    }

    @Post("/points/{id}/retrait")
    @Consumes(MediaType.ALL)
    HttpResponse<?> removeItem(Desk desk, String contract, String slug, String day, long id) {
        Place place = place(desk, contract, slug, day);
        if (!plans.remove(place.meeting(), id)) {
            throw new Conflict();
        }
        return to(place, "points");
    }

    /** One place up. */
    @Post("/points/{id}/rang")
    @Consumes(MediaType.ALL)
    HttpResponse<?> raiseItem(Desk desk, String contract, String slug, String day, long id) {
        Place place = place(desk, contract, slug, day);
        plans.raise(place.meeting(), id);
        return to(place, "points");
    }

    /** Who sat. */
    @Post("/presences")
    @Consumes(MediaType.ALL)
    HttpResponse<?> attend(Desk desk, String contract, String slug, String day, @Nullable @Body String body) {
        Place place = place(desk, contract, slug, day);
        MinuteForm form = new MinuteForm(FormBody.of(body));
        boolean isWritten = pages.takesMinutes(place)
                && minutes.attend(
                        place.contract(),
                        place.body(),
                        place.meeting(),
                        form.seats(),
                        form.hasChildCare(),
                        form.hasInterpreter());
        if (!isWritten) {
            throw new Conflict();
        }
        LOG.info(
                "Account {} said who sat at meeting {}",
                desk.accountId(),
                place.meeting().id());
        return to(place, "presences");
    }

    @Post("/points/{id}/decision")
    @Consumes(MediaType.ALL)
    HttpResponse<?> decide(Desk desk, String contract, String slug, String day, long id, @Nullable @Body String body) {
        Place place = place(desk, contract, slug, day);
        if (!pages.hasItem(place, id)) {
            throw new NotFound();
        }
        if (!pages.takesMinutes(place)) {
            throw new Conflict();
        }
        MinuteForm form = new MinuteForm(FormBody.of(body));
        Map<String, String> errors =
                form.decisionErrors(minutes.needsNext(place.contract(), place.meeting(), id), pages.today(place));
        if (errors.isEmpty()
                && !minutes.decide(
                        place.contract(),
                        place.meeting(),
                        id,
                        form.decision().orElseThrow(),
                        form.reason(),
                        form.nextStep(),
                        desk.accountId())) {
            errors = Map.of("decision", "committee.desk.error.answered");
        }
        if (!errors.isEmpty()) {
            return pages.show(desk, place, HttpStatus.UNPROCESSABLE_ENTITY, Typed.decision(id, form, errors));
        }
        LOG.info("Account {} recorded a decision about agenda item {}", desk.accountId(), id);
        return HttpResponse.seeOther(URI.create(place.address() + "?fait=decision#point-" + id));
    }

    private HttpResponse<?> move(Desk desk, Place place, boolean isCancelled, String done) {
        if (!plans.move(place.contract(), place.body(), place.meeting(), isCancelled)) {
            throw new Conflict();
        }
        LOG.info(
                "Account {}: meeting {} cancelled: {}",
                desk.accountId(),
                place.meeting().id(),
                isCancelled);
        return to(place, done);
    }

    private Place place(Desk desk, String contract, String slug, String day) {
        Contract found = desk.contract(contract, Permission.GOVERN);
        org.portevoix.committee.Body body = bodies.findBySlug(found.id(), slug).orElseThrow(NotFound::new);
        BodyMeeting meeting = MeetingForm.day(day)
                .flatMap(read -> meetings.findByDay(body.id(), read))
                .orElseThrow(NotFound::new);
        return new Place(found, body, meeting);
    }

    private static HttpResponse<?> to(Place place, String done) {
        return HttpResponse.seeOther(URI.create(place.address() + "?fait=" + done));
    }

    /** Which meeting an address is about. */
    record Place(Contract contract, org.portevoix.committee.Body body, BodyMeeting meeting) {

        String address() {
            return "/equipe/" + contract.slug() + "/instances/" + body.slug() + "/" + meeting.day();
        }
    }

    /**
     * What was typed on the page, and what was wrong with it.
     *
     * @param itemId about which a decision was typed; 0 for none
     * @param done what was just done, or ""
     */
    record Typed(
            @Nullable MeetingForm meeting,
            ItemForm item,
            long itemId,
            MinuteForm decision,
            Map<String, String> errors,
            String done) {

        static Typed done(String done) {
            return new Typed(null, ItemForm.blank(), 0, MinuteForm.blank(), Map.of(), done);
        }

        static Typed meeting(MeetingForm form, Map<String, String> errors) {
            return new Typed(form, ItemForm.blank(), 0, MinuteForm.blank(), errors, "");
        }

        static Typed item(ItemForm form, Map<String, String> errors) {
            return new Typed(null, form, 0, MinuteForm.blank(), errors, "");
        }

        static Typed decision(long itemId, MinuteForm form, Map<String, String> errors) {
            return new Typed(null, ItemForm.blank(), itemId, form, errors, "");
        }
    }
}
