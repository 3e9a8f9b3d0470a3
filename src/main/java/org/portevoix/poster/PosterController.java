package org.portevoix.poster;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.portevoix.contract.Contracts;
import org.portevoix.language.Messages;
import org.portevoix.web.Digests;
import org.portevoix.web.NotFound;
import org.portevoix.web.RateLimits;
import org.portevoix.web.SiteAddress;

/** Posters and flyers for whoever prints them: a partner, a neighbour. They tell what the page tells, and no more. */
@Controller("/{lang}/{contract}")
class PosterController {

    private static final Pattern ADDRESS = Pattern.compile("https?://[A-Za-z0-9._:\\[\\]/-]{1,200}");

    private final Contracts contracts;
    private final Posters posters;
    private final RateLimits limits;
    private final SiteAddress site;
    private final Messages messages;

    PosterController(Contracts contracts, Posters posters, RateLimits limits, SiteAddress site, Messages messages) {
        this.contracts = contracts;
        this.posters = posters;
        this.limits = limits;
        this.site = site;
        this.messages = messages;
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
        String address = site.of(request);
        if (!ADDRESS.matcher(address).matches()) {
            throw new NotFound();
        }
        Posters.Made made = posters.make(contracts.visit(lang, contract), section, slug, day, paper, address);
        return posters.draw(made.poster(), paper, () -> limits.mayDraw(request))
                .<HttpResponse<?>>map(pdf -> give(request, pdf, name(made, paper, lang)))
                .orElseGet(() -> later(lang));
    }

    private static HttpResponse<?> give(HttpRequest<?> request, byte[] pdf, String name) {
        String etag = '"' + HexFormat.of().formatHex(Digests.sha256(pdf), 0, 16) + '"';
        String known = request.getHeaders().get(HttpHeaders.IF_NONE_MATCH);
        var response = known != null && known.contains(etag)
                ? HttpResponse.notModified()
                // To be saved: the site's Content-Security-Policy may leave a browser's own viewer blank.
                : HttpResponse.ok(pdf)
                        .contentType("application/pdf")
                        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"");
        return response.header(HttpHeaders.ETAG, etag)
                .header(HttpHeaders.CACHE_CONTROL, "public, no-cache")
                .header("X-Robots-Tag", "noindex");
    }

    private HttpResponse<?> later(String lang) {
        return HttpResponse.status(HttpStatus.TOO_MANY_REQUESTS)
                .contentType("text/plain;charset=utf-8")
                .header(HttpHeaders.RETRY_AFTER, "60")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(messages.say(lang, "poster.later"));
    }

    private static String name(Posters.Made made, Paper paper, String lang) {
        return paper.word() + (made.slug().isEmpty() ? "" : "-" + made.slug()) + "-" + lang + ".pdf";
    }
}
