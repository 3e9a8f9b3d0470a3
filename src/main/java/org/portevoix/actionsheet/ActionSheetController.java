package org.portevoix.actionsheet;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import org.jspecify.annotations.Nullable;
import org.portevoix.contract.Contracts;
import org.portevoix.web.Pages;

/** The public pages of action sheets. */
@Controller("/{lang}/{contract}/actions")
class ActionSheetController {

    private final Contracts contracts;
    private final ActionSheetPages sheets;
    private final Pages pages;

    ActionSheetController(Contracts contracts, ActionSheetPages sheets, Pages pages) {
        this.contracts = contracts;
        this.sheets = sheets;
        this.pages = pages;
    }

    @Get("{?axe,quartier,theme,page}")
    HttpResponse<?> list(
            HttpRequest<?> request,
            String lang,
            String contract,
            @Nullable @QueryValue String axe,
            @Nullable @QueryValue String quartier,
            @Nullable @QueryValue String theme,
            @QueryValue(defaultValue = "1") int page) {
        return pages.show(request, () -> sheets.list(contracts.visit(lang, contract), axe, quartier, theme, page));
    }

    @Get("/{slug}")
    HttpResponse<?> show(HttpRequest<?> request, String lang, String contract, String slug) {
        return pages.show(request, () -> sheets.show(contracts.visit(lang, contract), slug));
    }
}
