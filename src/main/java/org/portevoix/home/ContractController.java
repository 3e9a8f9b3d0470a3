package org.portevoix.home;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import org.portevoix.contract.Contracts;
import org.portevoix.web.Pages;

/** The contract itself, for everyone: what it is, who signed it, where it stands; its diagnosis and its strategy. */
@Controller("/{lang}/{contract}/contrat")
class ContractController {

    private final Contracts contracts;
    private final ContractPages contractPages;
    private final ContractTextPages contractTexts;
    private final Pages pages;

    ContractController(Contracts contracts, ContractPages contractPages, ContractTextPages contractTexts, Pages pages) {
        this.contracts = contracts;
        this.contractPages = contractPages;
        this.contractTexts = contractTexts;
        this.pages = pages;
    }

    @Get
    HttpResponse<?> show(HttpRequest<?> request, String lang, String contract) {
        return pages.show(request, () -> contractPages.show(contracts.visit(lang, contract)));
    }

    /** NotFound while it is not written; the next too. */
    @Get("/diagnostic")
    HttpResponse<?> diagnosis(HttpRequest<?> request, String lang, String contract) {
        return pages.show(request, () -> contractTexts.diagnosis(contracts.visit(lang, contract)));
    }

    @Get("/participation")
    HttpResponse<?> strategy(HttpRequest<?> request, String lang, String contract) {
        return pages.show(request, () -> contractTexts.strategy(contracts.visit(lang, contract)));
    }
}
