package org.portevoix.event;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.RequestBean;
import java.time.Clock;
import java.time.LocalDate;
import org.portevoix.contract.Contracts;
import org.portevoix.contract.Visit;
import org.portevoix.web.Pages;

/** The agenda and the pages of events. */
@Controller("/{lang}/{contract}/agenda")
class EventController {

    private final Contracts contracts;
    private final EventPages events;
    private final Pages pages;
    private final Clock clock;

    EventController(Contracts contracts, EventPages events, Pages pages, Clock clock) {
        this.contracts = contracts;
        this.events = events;
        this.pages = pages;
        this.clock = clock;
    }

    @Get("{?quartier,langue,moment,semaine,mois,jour,page}")
    HttpResponse<?> list(
            HttpRequest<?> request,
            String lang,
            String contract,
            @RequestBean AgendaChoices choices,
            @QueryValue(defaultValue = "1") int page) {
        return pages.show(request, () -> {
            Visit visit = contracts.visit(lang, contract);
            LocalDate today = LocalDate.now(clock.withZone(visit.zone()));
            return events.list(visit, choices.filter(visit, today), page);
        });
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
