package org.portevoix.consultation;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.portevoix.contract.Contracts;
import org.portevoix.contract.Visit;
import org.portevoix.participation.Channel;
import org.portevoix.web.Drawing;
import org.portevoix.web.FormBody;
import org.portevoix.web.FormKeys;
import org.portevoix.web.NotFound;
import org.portevoix.web.Page;
import org.portevoix.web.Pages;
import org.portevoix.web.RateLimits;

/** The public pages of consultations, and the form by which residents give their opinion. */
@Controller("/{lang}/{contract}/avis")
class ConsultationController {

    private final Contracts contracts;
    private final Questionnaires questionnaires;
    private final ConsultationPages consultationPages;
    private final Opinions opinions;
    private final Pages pages;
    private final Drawing drawing;
    private final FormKeys formKeys;
    private final RateLimits limits;

    ConsultationController(
            Contracts contracts,
            Questionnaires questionnaires,
            ConsultationPages consultationPages,
            Opinions opinions,
            Pages pages,
            Drawing drawing,
            FormKeys formKeys,
            RateLimits limits) {
        this.contracts = contracts;
        this.questionnaires = questionnaires;
        this.consultationPages = consultationPages;
        this.opinions = opinions;
        this.pages = pages;
        this.drawing = drawing;
        this.formKeys = formKeys;
        this.limits = limits;
    }

    @Get
    HttpResponse<?> list(HttpRequest<?> request, String lang, String contract) {
        return pages.show(request, () -> consultationPages.list(contracts.visit(lang, contract)));
    }

    @Get("/{slug}")
    HttpResponse<?> show(HttpRequest<?> request, String lang, String contract, String slug) {
        return pages.show(request, () -> {
            Visit visit = contracts.visit(lang, contract);
            return consultationPages.show(
                    visit, questionnaires.find(visit.contractId(), slug).orElseThrow(NotFound::new));
        });
    }

    /** An opinion: stored with its ledger line, then on to its receipt; 422 with every word kept when something is amiss. */
    @Post("/{slug}")
    @Consumes(MediaType.ALL)
    HttpResponse<?> give(
            HttpRequest<?> request, String lang, String contract, String slug, @Nullable @Body String body) {
        Questionnaires.Asked asked = questionnaires.asked(lang, contract, slug);
        Visit visit = asked.visit();
        Questionnaire questionnaire = asked.questionnaire();
        var form = new OpinionForm(FormBody.of(body));
        String key = formKeys.of(form.body().get("key"));
        if (!questionnaire.consultation().isOpenOn(consultationPages.today(visit))) {
            return again(HttpStatus.CONFLICT, visit, questionnaire, form, Map.of(), key, null);
        }
        if (!limits.mayContribute(request)) {
            return again(HttpStatus.TOO_MANY_REQUESTS, visit, questionnaire, form, Map.of(), key, "web.form.too_many");
        }
        if (form.body().isTrapped()) {
            return again(
                    HttpStatus.UNPROCESSABLE_ENTITY, visit, questionnaire, form, Map.of(), key, "web.form.trapped");
        }
        Map<String, String> errors = form.errors(questionnaire);
        if (!errors.isEmpty()) {
            return again(HttpStatus.UNPROCESSABLE_ENTITY, visit, questionnaire, form, errors, key, null);
        }
        String code = opinions.receive(
                visit.contract(), questionnaire, form, new Opinions.Sent(key, lang, Channel.WEB, null));
        return HttpResponse.seeOther(URI.create("/" + lang + "/suivi/" + code));
    }

    private HttpResponse<?> again(
            HttpStatus status,
            Visit visit,
            Questionnaire questionnaire,
            OpinionForm form,
            Map<String, String> errors,
            String key,
            @Nullable String notice) {
        Page page = consultationPages.show(visit, questionnaire, form, errors, notice);
        return HttpResponse.status(status)
                .contentType("text/html;charset=utf-8")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(drawing.draw(page, key));
    }
}
