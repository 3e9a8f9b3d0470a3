package org.portevoix.brief;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import org.portevoix.contract.Contracts;
import org.portevoix.paper.Prints;
import org.portevoix.web.Pages;

/** Participation in few words: a page, and the same to be printed. */
@Controller("/{lang}/{contract}/participation")
class BriefController {

    private final Contracts contracts;
    private final BriefPages briefs;
    private final BriefSheets sheets;
    private final Prints prints;
    private final Pages pages;

    BriefController(Contracts contracts, BriefPages briefs, BriefSheets sheets, Prints prints, Pages pages) {
        this.contracts = contracts;
        this.briefs = briefs;
        this.sheets = sheets;
        this.prints = prints;
        this.pages = pages;
    }

    @Get("/en-bref")
    HttpResponse<?> show(HttpRequest<?> request, String lang, String contract) {
        return pages.show(request, () -> briefs.show(contracts.visit(lang, contract)));
    }

    /** One sheet, A4. */
    @Get("/en-bref.pdf")
    HttpResponse<?> print(HttpRequest<?> request, String lang, String contract) {
        BriefSheet sheet = sheets.of(contracts.visit(lang, contract), prints.site(request));
        return prints.give(request, lang, sheet, () -> BriefDrawing.draw(sheet), "en-bref-" + lang + ".pdf");
    }
}
