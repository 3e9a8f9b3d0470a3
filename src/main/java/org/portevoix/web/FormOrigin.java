package org.portevoix.web;

import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Refuses forms that another site sends in a visitor's name. Sec-Fetch-Site decides where the browser gives it (Fetch
 * Metadata, W3C); else Origin; a browser so old that it gives neither is let in.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
class FormOrigin implements Ordered {

    private final SiteSettings settings;
    private final Visitor visitor;

    FormOrigin(SiteSettings settings, Visitor visitor) {
        this.settings = settings;
        this.visitor = visitor;
    }

    @RequestFilter
    void refuseOthers(HttpRequest<?> request) {
        if (request.getMethod() != HttpMethod.GET && request.getMethod() != HttpMethod.HEAD && !isOurs(request)) {
            throw new Forbidden();
        }
    }

    private boolean isOurs(HttpRequest<?> request) {
        String site = request.getHeaders().get("Sec-Fetch-Site");
        if (site != null) {
            return site.equals("same-origin");
        }
        String origin = request.getHeaders().get(HttpHeaders.ORIGIN);
        return origin == null || isOurOrigin(origin, request);
    }

    private boolean isOurOrigin(String origin, HttpRequest<?> request) {
        String ours = settings.url().map(FormOrigin::authority).orElseGet(() -> visitor.host(request));
        try {
            return ours != null && ours.equalsIgnoreCase(authority(URI.create(origin)));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static @Nullable String authority(URI uri) {
        return uri.getAuthority();
    }

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE + 10;
    }
}
