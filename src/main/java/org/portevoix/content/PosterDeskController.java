package org.portevoix.content;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import org.jspecify.annotations.Nullable;
import org.portevoix.account.Desk;
import org.portevoix.account.DeskPages;
import org.portevoix.account.Permission;
import org.portevoix.contract.Contract;
import org.portevoix.web.NotFound;

/** Where the team prints an event, a questionnaire or a mission: each language on a poster and on a flyer. */
@Controller("/equipe/{contract}/contenus/{kind}/{slug:[A-Za-z0-9-]+}/affiches")
class PosterDeskController {

    private final PosterDeskPages posters;
    private final DeskPages pages;

    PosterDeskController(PosterDeskPages posters, DeskPages pages) {
        this.posters = posters;
        this.pages = pages;
    }

    /** @param seance day of the session to print; without it, the next one */
    @Get("{?seance}")
    HttpResponse<?> show(
            HttpRequest<?> request,
            Desk desk,
            String contract,
            String kind,
            String slug,
            @Nullable @QueryValue String seance) {
        Contract one = desk.contract(contract, Permission.TRANSLATE);
        Kind of = Kind.at(kind).orElseThrow(NotFound::new);
        return pages.show(
                desk,
                one,
                HttpStatus.OK,
                "content/posters",
                "content.desk.posters.title",
                "content",
                posters.of(request, one, of, slug, seance));
    }
}
