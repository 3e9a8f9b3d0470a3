package org.portevoix.committee;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.portevoix.account.Desk;
import org.portevoix.account.Permission;
import org.portevoix.contract.Contract;
import org.portevoix.glossary.PlainCheck;
import org.portevoix.glossary.PlainTexts;
import org.portevoix.web.Conflict;
import org.portevoix.web.FormBody;
import org.portevoix.web.NotFound;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The desk keeps the bodies of a contract: their seats, and when they meet. */
@Controller("/equipe/{contract}/instances")
class BodyDeskController {

    private static final Logger LOG = LoggerFactory.getLogger(BodyDeskController.class);

    private final BodyDeskPages pages;
    private final BodyRepository repository;
    private final Bodies bodies;
    private final MeetingPlans plans;
    private final PlainTexts plainTexts;

    BodyDeskController(
            BodyDeskPages pages, BodyRepository repository, Bodies bodies, MeetingPlans plans, PlainTexts plainTexts) {
        this.pages = pages;
        this.repository = repository;
        this.bodies = bodies;
        this.plans = plans;
        this.plainTexts = plainTexts;
    }

    @Get
    HttpResponse<?> list(Desk desk, String contract) {
        Contract found = desk.contract(contract, Permission.GOVERN);
        return pages.list(desk, found, HttpStatus.OK, BodyForm.blank(), PlainCheck.unread(List.of()), Map.of());
    }

    @Post
    @Consumes(MediaType.ALL)
    HttpResponse<?> add(Desk desk, String contract, @Nullable @Body String body) {
        Contract found = desk.contract(contract, Permission.GOVERN);
        BodyForm form = new BodyForm(FormBody.of(body));
        PlainCheck plain = plainTexts.check(found, form.body(), form.name(), form.does());
        Map<String, String> errors = plain.after(form.bodyErrors());
        if (!errors.isEmpty()) {
            return pages.list(desk, found, HttpStatus.UNPROCESSABLE_ENTITY, form, plain, errors);
        }
        String slug = bodies.add(found, form, plain, desk.accountId());
        LOG.info("Account {} set up body {} of contract {}", desk.accountId(), slug, found.id());
        return to(found, slug);
    }

    @Get("/{slug}")
    HttpResponse<?> show(Desk desk, String contract, String slug) {
        Contract found = desk.contract(contract, Permission.GOVERN);
        return pages.show(
                desk, found, body(found, slug), HttpStatus.OK, MeetingForm.blank(), BodyForm.blank(), Map.of());
    }

    @Post("/{slug}/sieges")
    @Consumes(MediaType.ALL)
    HttpResponse<?> addSeat(Desk desk, String contract, String slug, @Nullable @Body String body) {
        Contract found = desk.contract(contract, Permission.GOVERN);
        org.portevoix.committee.Body seated = body(found, slug);
        BodyForm form = new BodyForm(FormBody.of(body));
        Map<String, String> errors = form.seatErrors();
        if (!errors.isEmpty()) {
            return pages.show(desk, found, seated, HttpStatus.UNPROCESSABLE_ENTITY, MeetingForm.blank(), form, errors);
        }
        bodies.addSeat(found, seated, form);
        return to(found, slug);
    }

    @Post("/{slug}/sieges/{id}/partenaire")
    @Consumes(MediaType.ALL)
    HttpResponse<?> changePartner(Desk desk, String contract, String slug, long id, @Nullable @Body String body) {
        Contract found = desk.contract(contract, Permission.GOVERN);
        if (!bodies.changePartner(found, body(found, slug), id, new BodyForm(FormBody.of(body)))) {
            throw new Conflict();
        }
        LOG.info("Account {} said whose seat {} is", desk.accountId(), id);
        return to(found, slug);
    }

    @Post("/{slug}/sieges/{id}/retrait")
    @Consumes(MediaType.ALL)
    HttpResponse<?> endSeat(Desk desk, String contract, String slug, long id) {
        Contract found = desk.contract(contract, Permission.GOVERN);
        if (!bodies.endSeat(found, body(found, slug), id)) {
            throw new Conflict();
        }
        LOG.info("Account {} ended seat {}", desk.accountId(), id);
        return to(found, slug);
    }

    @Post("/{slug}/reunions")
    @Consumes(MediaType.ALL)
    HttpResponse<?> plan(Desk desk, String contract, String slug, @Nullable @Body String body) {
        Contract found = desk.contract(contract, Permission.GOVERN);
        org.portevoix.committee.Body meets = body(found, slug);
        MeetingForm form = new MeetingForm(FormBody.of(body));
        Map<String, String> errors = form.errors(true);
        if (errors.isEmpty()
                && !plans.plan(
                        found, meets, form.day().orElseThrow(), form.hour().orElseThrow(), form.place())) {
            errors = Map.of("day", "committee.desk.error.day_taken");
        }
        if (!errors.isEmpty()) {
            return pages.show(desk, found, meets, HttpStatus.UNPROCESSABLE_ENTITY, form, BodyForm.blank(), errors);
        }
        LOG.info("Account {} set a meeting of body {}", desk.accountId(), meets.id());
        return HttpResponse.seeOther(
                URI.create("/equipe/" + found.slug() + "/instances/" + slug + "/" + form.typedDay()));
    }

    private org.portevoix.committee.Body body(Contract contract, String slug) {
        return repository.findBySlug(contract.id(), slug).orElseThrow(NotFound::new);
    }

    private static HttpResponse<?> to(Contract contract, String slug) {
        return HttpResponse.seeOther(URI.create("/equipe/" + contract.slug() + "/instances/" + slug));
    }
}
