package org.portevoix.web;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpHeaders;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;

/** The headers that each answer carries (OWASP ASVS 5.0, V3.4). Pages of any site may read the open data. */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
class SecurityHeaders {

    private final String contentSecurityPolicy;
    private final boolean isSecure;

    SecurityHeaders(Styles styles, SiteSettings settings) {
        contentSecurityPolicy = "default-src 'none'; style-src " + styles.hashes()
                + "; img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
        isSecure = settings.isSecure();
    }

    @ResponseFilter
    void add(HttpRequest<?> request, MutableHttpResponse<?> response) {
        addTo(request, response.getHeaders());
    }

    void addTo(HttpRequest<?> request, MutableHttpHeaders headers) {
        boolean isOpenData =
                request.getMethod() == HttpMethod.GET && request.getPath().startsWith("/api/v1/");
        headers.set("Content-Security-Policy", contentSecurityPolicy);
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Referrer-Policy", "same-origin");
        headers.set("Cross-Origin-Opener-Policy", "same-origin");
        headers.set("Cross-Origin-Resource-Policy", isOpenData ? "cross-origin" : "same-origin");
        if (isOpenData) {
            headers.set(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*");
        }
        headers.set("Permissions-Policy", "camera=(), geolocation=(), microphone=(), interest-cohort=()");
        if (isSecure) {
            headers.set("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
        }
    }
}
