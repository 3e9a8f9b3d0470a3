package org.portevoix.lead;

import io.micronaut.data.exceptions.DataAccessException;
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
import io.micronaut.http.annotation.QueryValue;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.portevoix.event.SessionDays;
import org.portevoix.web.FormBody;
import org.portevoix.web.FormKeys;
import org.portevoix.web.RateLimits;

/** The page of a lead, in French, on a phone or not, behind a link and no account: what it opens is for one partner alone. */
@Controller("/pilote/{token}")
class LeadController {

    private static final Set<String> SAID = Set.of("avancement", "indicateur", "comptage");

    private final LeadLinks links;
    private final LeadPages pages;
    private final LeadReports reports;
    private final SessionDays sessions;
    private final FormKeys formKeys;
    private final RateLimits limits;

    LeadController(
            LeadLinks links,
            LeadPages pages,
            LeadReports reports,
            SessionDays sessions,
            FormKeys formKeys,
            RateLimits limits) {
        this.links = links;
        this.pages = pages;
        this.reports = reports;
        this.sessions = sessions;
        this.formKeys = formKeys;
        this.limits = limits;
    }

    @Get("{?fait}")
    HttpResponse<?> show(HttpRequest<?> request, String token, @Nullable @QueryValue String fait) {
        LeadLink link = open(request, token);
        String done = fait != null && SAID.contains(fait) ? fait : "";
        return page(HttpStatus.OK, link, token, LeadForm.blank(), Map.of(), done, formKeys.next());
    }

    @Post("/avancement")
    @Consumes(MediaType.ALL)
    HttpResponse<?> progress(HttpRequest<?> request, String token, @Nullable @Body String body) {
        LeadLink link = open(request, token);
        LeadForm form = new LeadForm(FormBody.of(body));
        Map<String, String> errors = form.progressErrors(pages.today(link));
        return receive(link, token, form, errors, ReportKind.PROGRESS, "avancement");
    }

    @Post("/indicateurs")
    @Consumes(MediaType.ALL)
    HttpResponse<?> measure(HttpRequest<?> request, String token, @Nullable @Body String body) {
        LeadLink link = open(request, token);
        LeadForm form = new LeadForm(FormBody.of(body));
        Map<String, String> errors = form.measureErrors(pages.today(link));
        return receive(link, token, form, errors, ReportKind.MEASURE, "indicateur");
    }

    @Post("/comptages")
    @Consumes(MediaType.ALL)
    HttpResponse<?> heads(HttpRequest<?> request, String token, @Nullable @Body String body) {
        LeadLink link = open(request, token);
        LeadForm form = new LeadForm(FormBody.of(body));
        Map<String, String> errors = new HashMap<>(form.headErrors(pages.today(link), pages.homes(link)));
        form.day("day")
                .filter(day -> sessions.isHeldOn(link.actionSheetId(), day))
                .ifPresent(day -> errors.putIfAbsent("day", "lead.desk.error.in_agenda"));
        return receive(link, token, form, errors, ReportKind.HEAD_COUNT, "comptage");
    }

    private HttpResponse<?> receive(
            LeadLink link, String token, LeadForm form, Map<String, String> errors, ReportKind kind, String done) {
        String key = formKeys.of(form.body().get("key"));
        if (form.body().isTrapped()) {
            return page(
                    HttpStatus.UNPROCESSABLE_ENTITY,
                    link,
                    token,
                    form,
                    Map.of("progress", "web.form.trapped"),
                    "",
                    key);
        }
        if (!errors.isEmpty()) {
            return page(HttpStatus.UNPROCESSABLE_ENTITY, link, token, form, errors, "", key);
        }
        LeadReport report = pages.report(link, form, kind, key);
        try {
            reports.receive(report, pages.heads(link, form, kind));
        } catch (DataAccessException e) {
            if (!reports.isReceived(report)) {
                throw e;
            }
        }
        return HttpResponse.seeOther(URI.create("/pilote/" + token + "?fait=" + done))
                .header(HttpHeaders.CACHE_CONTROL, "no-store");
    }

    private LeadLink open(HttpRequest<?> request, String token) {
        return limits.openSecret(request, () -> links.open(token));
    }

    private HttpResponse<?> page(
            HttpStatus status,
            LeadLink link,
            String token,
            LeadForm form,
            Map<String, String> errors,
            String done,
            String key) {
        return HttpResponse.status(status)
                .contentType("text/html;charset=utf-8")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header("X-Robots-Tag", "noindex, nofollow")
                .body(pages.draw(link, token, form, errors, done, key));
    }
}
