package org.portevoix.participation;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import org.portevoix.language.Language;
import org.portevoix.language.Languages;
import org.portevoix.web.NotFound;
import org.portevoix.web.Pages;

/** Participation, for everyone: the same figures that the steering committee gets. */
@Controller("/{lang}/{contract}/participation")
class ParticipationController {
    private final ParticipationPages participation;
    private final Languages languages;
    private final Pages pages;

    ParticipationController(ParticipationPages participation, Languages languages, Pages pages) {
        this.participation = participation;
        this.languages = languages;
        this.pages = pages;
    }

    @Get("{?page}")
    HttpResponse<?> show(
            HttpRequest<?> request, String lang, String contract, @QueryValue(defaultValue = "1") int page) {
        Language language = languages.find(lang).orElseThrow(NotFound::new);
        return pages.show(request, () -> participation.show(language, contract, page));
    }
}
