package org.portevoix.web;

import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import java.util.LinkedHashMap;
import java.util.Map;

/** The headers that each answer carries (OWASP ASVS 5.0, V3.4). */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
class SecurityHeaders {

    private final Map<String, String> all = new LinkedHashMap<>();

    SecurityHeaders(Styles styles, SiteSettings settings) {
        all.put(
                "Content-Security-Policy",
                "default-src 'none'; style-src " + styles.hashes()
                        + "; img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'");
        all.put("X-Content-Type-Options", "nosniff");
        all.put("Referrer-Policy", "same-origin");
        all.put("Cross-Origin-Opener-Policy", "same-origin");
        all.put("Cross-Origin-Resource-Policy", "same-origin");
        all.put("Permissions-Policy", "camera=(), geolocation=(), microphone=(), interest-cohort=()");
        if (settings.isSecure()) {
            all.put("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
        }
    }

    @ResponseFilter
    void add(MutableHttpResponse<?> response) {
        all.forEach(response.getHeaders()::set);
    }

    Map<String, String> all() {
        return all;
    }
}
