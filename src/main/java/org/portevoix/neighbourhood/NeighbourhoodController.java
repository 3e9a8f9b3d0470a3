package org.portevoix.neighbourhood;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import org.portevoix.contract.Contracts;
import org.portevoix.web.Pages;

/** The map of a territory, and the page of each neighbourhood. */
@Controller("/{lang}/{contract}/quartiers")
class NeighbourhoodController {

    private final Contracts contracts;
    private final NeighbourhoodPages neighbourhoods;
    private final Pages pages;

    NeighbourhoodController(Contracts contracts, NeighbourhoodPages neighbourhoods, Pages pages) {
        this.contracts = contracts;
        this.neighbourhoods = neighbourhoods;
        this.pages = pages;
    }

    @Get
    HttpResponse<?> list(HttpRequest<?> request, String lang, String contract) {
        return pages.show(request, () -> neighbourhoods.list(contracts.visit(lang, contract)));
    }

    @Get("/{slug}")
    HttpResponse<?> show(HttpRequest<?> request, String lang, String contract, String slug) {
        return pages.show(request, () -> neighbourhoods.show(contracts.visit(lang, contract), slug));
    }
}
