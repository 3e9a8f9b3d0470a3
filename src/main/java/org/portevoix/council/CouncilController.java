package org.portevoix.council;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import org.portevoix.contract.Contracts;
import org.portevoix.contract.Visit;
import org.portevoix.web.NotFound;
import org.portevoix.web.Pages;

/** The public pages of neighbourhood councils. */
@Controller("/{lang}/{contract}/conseils")
class CouncilController {

    private final Contracts contracts;
    private final CouncilRepository councils;
    private final CouncilPages councilPages;
    private final Pages pages;

    CouncilController(Contracts contracts, CouncilRepository councils, CouncilPages councilPages, Pages pages) {
        this.contracts = contracts;
        this.councils = councils;
        this.councilPages = councilPages;
        this.pages = pages;
    }

    @Get
    HttpResponse<?> list(HttpRequest<?> request, String lang, String contract) {
        return pages.show(request, () -> councilPages.list(contracts.visit(lang, contract)));
    }

    @Get("/{slug}")
    HttpResponse<?> show(HttpRequest<?> request, String lang, String contract, String slug) {
        return pages.show(request, () -> {
            Visit visit = contracts.visit(lang, contract);
            return councilPages.show(
                    visit, councils.find(visit.contractId(), slug).orElseThrow(NotFound::new));
        });
    }
}
