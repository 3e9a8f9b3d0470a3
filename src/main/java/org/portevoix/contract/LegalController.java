package org.portevoix.contract;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import org.portevoix.web.Pages;

/** What French law asks a public site to publish, the charter of opinions and the site map. */
@Controller("/{lang}")
class LegalController {

    private final LegalPages legal;
    private final Pages pages;

    LegalController(LegalPages legal, Pages pages) {
        this.legal = legal;
        this.pages = pages;
    }

    @Get("/accessibilite")
    HttpResponse<?> accessibility(HttpRequest<?> request, String lang) {
        return pages.show(request, () -> legal.page(lang, "accessibility", "/accessibilite"));
    }

    @Get("/mentions-legales")
    HttpResponse<?> mentions(HttpRequest<?> request, String lang) {
        return pages.show(request, () -> legal.page(lang, "mentions", "/mentions-legales"));
    }

    @Get("/donnees-personnelles")
    HttpResponse<?> data(HttpRequest<?> request, String lang) {
        return pages.show(request, () -> legal.data(lang));
    }

    @Get("/charte")
    HttpResponse<?> charter(HttpRequest<?> request, String lang) {
        return pages.show(request, () -> legal.page(lang, "charter", "/charte"));
    }

    @Get("/plan-du-site")
    HttpResponse<?> siteMap(HttpRequest<?> request, String lang) {
        return pages.show(request, () -> legal.siteMap(lang));
    }
}
