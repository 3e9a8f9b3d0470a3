package org.portevoix.web;

import io.micronaut.http.MutableHttpHeaders;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;

/** The headers that each answer carries (OWASP ASVS 5.0, V3.4). */
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
    void add(MutableHttpResponse<?> response) {
        addTo(response.getHeaders());
    }

    void addTo(MutableHttpHeaders headers) {
        headers.set("Content-Security-Policy", contentSecurityPolicy);
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Referrer-Policy", "same-origin");
        headers.set("Cross-Origin-Opener-Policy", "same-origin");
        headers.set("Cross-Origin-Resource-Policy", "same-origin");
        headers.set("Permissions-Policy", "camera=(), geolocation=(), microphone=(), interest-cohort=()");
        if (isSecure) {
            headers.set("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
        }
    }
}
