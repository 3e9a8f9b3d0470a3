package org.portevoix.operation;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import org.portevoix.web.NotFound;

/** The measures, for Prometheus: counts and times, nothing of anybody. */
@Controller
class MetricsController {
    private static final String FORMAT = "text/plain;version=0.0.4;charset=utf-8";

    private final PrometheusMeterRegistry registry;
    private final OperatorToken token;

    MetricsController(PrometheusMeterRegistry registry, OperatorToken token) {
        this.registry = registry;
        this.token = token;
    }

    @Get("/prometheus")
    HttpResponse<String> measures(HttpRequest<?> request) {
        if (!token.isSet()) {
            throw new NotFound();
        }
        if (!token.isGivenBy(request)) {
            return HttpResponse.<String>unauthorized().header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
        return HttpResponse.ok(registry.scrape())
                .header(HttpHeaders.CONTENT_TYPE, FORMAT)
                .header(HttpHeaders.CACHE_CONTROL, "no-store");
    }
}
