package org.portevoix.event;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import org.jspecify.annotations.Nullable;
import org.portevoix.contract.Contracts;
import org.portevoix.web.Pages;

/** The agenda and the pages of events. */
@Controller("/{lang}/{contract}/agenda")
class EventController {

    private final Contracts contracts;
    private final EventPages events;
    private final Pages pages;

    EventController(Contracts contracts, EventPages events, Pages pages) {
        this.contracts = contracts;
        this.events = events;
        this.pages = pages;
    }

    @Get("{?quartier,page}")
    HttpResponse<?> list(
            HttpRequest<?> request,
            String lang,
            String contract,
            @Nullable @QueryValue String quartier,
            @QueryValue(defaultValue = "1") int page) {
        return pages.show(request, () -> events.list(contracts.visit(lang, contract), quartier, page));
    }

    @Get("/{slug:[a-z0-9-]+}")
    HttpResponse<?> show(HttpRequest<?> request, String lang, String contract, String slug) {
        return pages.show(request, () -> events.show(contracts.visit(lang, contract), slug, null));
    }

    @Get("/{slug:[a-z0-9-]+}/{day:[0-9]+-[0-9]+-[0-9]+}")
    HttpResponse<?> showSession(HttpRequest<?> request, String lang, String contract, String slug, String day) {
        return pages.show(request, () -> events.show(contracts.visit(lang, contract), slug, day));
    }
}
