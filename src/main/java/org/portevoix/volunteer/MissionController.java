package org.portevoix.volunteer;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
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
import org.jspecify.annotations.Nullable;
import org.portevoix.contract.Contracts;
import org.portevoix.contract.Visit;
import org.portevoix.participation.Channel;
import org.portevoix.web.Conflict;
import org.portevoix.web.Drawing;
import org.portevoix.web.FormBody;
import org.portevoix.web.FormKeys;
import org.portevoix.web.NotFound;
import org.portevoix.web.Page;
import org.portevoix.web.Pages;
import org.portevoix.web.RateLimits;

/** The public pages of missions, and the form by which residents offer their help. */
@Controller("/{lang}/{contract}/benevoles")
class MissionController {

    private final Contracts contracts;
    private final MissionRepository missions;
    private final MissionPages missionPages;
    private final MissionSlots slots;
    private final SignUps signUps;
    private final Pages pages;
    private final Drawing drawing;
    private final FormKeys formKeys;
    private final RateLimits limits;

    MissionController(
            Contracts contracts,
            MissionRepository missions,
            MissionPages missionPages,
            MissionSlots slots,
            SignUps signUps,
            Pages pages,
            Drawing drawing,
            FormKeys formKeys,
            RateLimits limits) {
        this.contracts = contracts;
        this.missions = missions;
        this.missionPages = missionPages;
        this.slots = slots;
        this.signUps = signUps;
        this.pages = pages;
        this.drawing = drawing;
        this.formKeys = formKeys;
        this.limits = limits;
    }

    @Get("{?page}")
    HttpResponse<?> list(
            HttpRequest<?> request, String lang, String contract, @QueryValue(defaultValue = "1") int page) {
        return pages.show(request, () -> missionPages.list(contracts.visit(lang, contract), page));
    }

    @Get("/{slug}")
    HttpResponse<?> show(HttpRequest<?> request, String lang, String contract, String slug) {
        return pages.show(request, () -> {
            Visit visit = contracts.visit(lang, contract);
            return missionPages.show(visit, mission(visit, slug));
        });
    }

    /** A sign-up: a place held or a place in the queue, then on to its receipt; 422 with every word kept when something is amiss. */
    @Post("/{slug}")
    @Consumes(MediaType.ALL)
    HttpResponse<?> signUp(
            HttpRequest<?> request, String lang, String contract, String slug, @Nullable @Body String body) {
        Visit visit = contracts.visit(lang, contract);
        Mission mission = mission(visit, slug);
        var form = new SignUpForm(FormBody.of(body));
        String key = formKeys.of(form.body().get("key"));
        if (!limits.mayContribute(request)) {
            return again(HttpStatus.TOO_MANY_REQUESTS, visit, mission, form, Map.of(), key, "web.form.too_many");
        }
        if (form.body().isTrapped()) {
            return again(HttpStatus.UNPROCESSABLE_ENTITY, visit, mission, form, Map.of(), key, "web.form.trapped");
        }
        MissionSlots.Offer offer = slots.kept(mission);
        Map<String, String> errors = form.errors(mission, offer);
        if (!errors.isEmpty()) {
            return again(HttpStatus.UNPROCESSABLE_ENTITY, visit, mission, form, errors, key, null);
        }
        try {
            String code = signUps.receive(
                    visit.contract(), mission, offer, form, new SignUps.Sent(key, lang, Channel.WEB, null));
            return HttpResponse.seeOther(URI.create("/" + lang + "/suivi/" + code));
        } catch (Conflict cancelledMeanwhile) {
            return again(HttpStatus.CONFLICT, visit, mission, form, Map.of(), key, "volunteer.error.slot_gone");
        }
    }

    private Mission mission(Visit visit, String slug) {
        return missions.findPublished(visit.contractId(), slug).orElseThrow(NotFound::new);
    }

    private HttpResponse<?> again(
            HttpStatus status,
            Visit visit,
            Mission mission,
            SignUpForm form,
            Map<String, String> errors,
            String key,
            @Nullable String notice) {
        Page page = missionPages.show(visit, mission, form, errors, notice);
        return HttpResponse.status(status)
                .contentType("text/html;charset=utf-8")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(drawing.draw(page, key));
    }
}
