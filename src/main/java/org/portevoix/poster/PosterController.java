package org.portevoix.poster;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import org.jspecify.annotations.Nullable;
import org.portevoix.contract.Contracts;
import org.portevoix.paper.Prints;
import org.portevoix.web.NotFound;

/** Posters and flyers for whoever prints them: a partner, a neighbour. They tell what the page tells, and no more. */
@Controller("/{lang}/{contract}")
class PosterController {

    private final Contracts contracts;
    private final Posters posters;
    private final Prints prints;

    PosterController(Contracts contracts, Posters posters, Prints prints) {
        this.contracts = contracts;
        this.posters = posters;
        this.prints = prints;
    }

    /** Of a questionnaire, of a mission, of the next session of an event. */
    @Get("/{section:[a-z]+}/{slug:[a-z0-9-]+}/{paper:[a-z]+}.pdf")
    HttpResponse<?> show(
            HttpRequest<?> request, String lang, String contract, String section, String slug, String paper) {
        return give(request, lang, contract, section, slug, null, paper);
    }

    @Get("/agenda/{slug:[a-z0-9-]+}/{day:[0-9]+-[0-9]+-[0-9]+}/{paper:[a-z]+}.pdf")
    HttpResponse<?> showSession(
            HttpRequest<?> request, String lang, String contract, String slug, String day, String paper) {
        return give(request, lang, contract, "agenda", slug, day, paper);
    }

    private HttpResponse<?> give(
            HttpRequest<?> request,
            String lang,
            String contract,
            String section,
            String slug,
            @Nullable String day,
            String word) {
        Paper paper = Paper.called(word).orElseThrow(NotFound::new);
        Posters.Made made =
                posters.make(contracts.visit(lang, contract), section, slug, day, paper, prints.site(request));
        return prints.give(request, lang, made, () -> PosterDrawing.draw(made.poster(), paper), name(made, lang));
    }

    private static String name(Posters.Made made, String lang) {
        return made.paper().word() + (made.slug().isEmpty() ? "" : "-" + made.slug()) + "-" + lang + ".pdf";
    }
}
