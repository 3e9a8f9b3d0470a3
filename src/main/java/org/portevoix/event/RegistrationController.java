package org.portevoix.event;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import java.net.URI;
import java.time.Clock;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.portevoix.contract.Contracts;
import org.portevoix.contract.Visit;
import org.portevoix.participation.Channel;
import org.portevoix.web.Drawing;
import org.portevoix.web.FormBody;
import org.portevoix.web.FormKeys;
import org.portevoix.web.Page;
import org.portevoix.web.RateLimits;

/** "I come": residents register for a session. */
@Controller("/{lang}/{contract}/agenda/{slug:[a-z0-9-]+}/{day:[0-9]+-[0-9]+-[0-9]+}")
class RegistrationController {

    private final Contracts contracts;
    private final Occasions occasions;
    private final Registrations registrations;
    private final EventPages pages;
    private final Drawing drawing;
    private final FormKeys formKeys;
    private final RateLimits limits;
    private final Clock clock;

    RegistrationController(
            Contracts contracts,
            Occasions occasions,
            Registrations registrations,
            EventPages pages,
            Drawing drawing,
            FormKeys formKeys,
            RateLimits limits,
            Clock clock) {
        this.contracts = contracts;
        this.occasions = occasions;
        this.registrations = registrations;
        this.pages = pages;
        this.drawing = drawing;
        this.formKeys = formKeys;
        this.limits = limits;
        this.clock = clock;
    }

    /** A place or a turn to wait, then on to its receipt; 422 with every word kept when something is amiss. */
    @Post
    @Consumes(MediaType.ALL)
    HttpResponse<?> register(
            HttpRequest<?> request,
            String lang,
            String contract,
            String slug,
            String day,
            @Nullable @Body String body) {
        Visit visit = contracts.visit(lang, contract);
        Occasion occasion = occasions.find(visit.contract(), slug, day);
        var form = new RegistrationForm(FormBody.of(body), occasion.session().isSensitive());
        String key = formKeys.of(form.body().get("key"));
        if (!occasion.session().isOpenAt(clock.instant())) {
            return again(HttpStatus.CONFLICT, visit, occasion, form, Map.of(), key, null);
        }
        if (!limits.mayContribute(request)) {
            return again(HttpStatus.TOO_MANY_REQUESTS, visit, occasion, form, Map.of(), key, "web.form.too_many");
        }
        if (form.body().isTrapped()) {
            return again(HttpStatus.UNPROCESSABLE_ENTITY, visit, occasion, form, Map.of(), key, "web.form.trapped");
        }
        Map<String, String> errors = form.errors();
        if (!errors.isEmpty()) {
            return again(HttpStatus.UNPROCESSABLE_ENTITY, visit, occasion, form, errors, key, null);
        }
        try {
            String code = registrations.receive(occasion, form, new Registrations.Sent(key, lang, Channel.WEB, null));
            return HttpResponse.seeOther(URI.create("/" + lang + "/suivi/" + code));
        } catch (PartPlaces.NotGiven e) {
            Map<String, String> parts = Map.of("parts", e.why().message());
            return again(HttpStatus.UNPROCESSABLE_ENTITY, visit, occasion, form, parts, key, null);
        }
    }

    private HttpResponse<?> again(
            HttpStatus status,
            Visit visit,
            Occasion occasion,
            RegistrationForm form,
            Map<String, String> errors,
            String key,
            @Nullable String notice) {
        EventSession session = occasion.session();
        Page page = pages.show(visit, session.slug(), session.day().toString(), form, errors, notice);
        return HttpResponse.status(status)
                .contentType("text/html;charset=utf-8")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(drawing.draw(page, key));
    }
}
