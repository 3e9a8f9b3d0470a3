package org.portevoix.web;

import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import java.util.LinkedHashMap;
import java.util.Map;

/** The headers that each answer carries (OWASP ASVS 5.0, V3.4). Pages of any site may read the open data. */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
class SecurityHeaders implements Ordered {

    private final Map<String, String> ofPages;
    private final Map<String, String> ofOpenData;
    private final Map<String, String> ofFrames;
    private final Map<String, String> ofFramed;

    SecurityHeaders(Styles styles, Scripts scripts, SiteSettings settings) {
        ofPages = new LinkedHashMap<>();
        ofPages.put(
                "Content-Security-Policy",
                "default-src 'none'; style-src " + styles.hashes()
                        + "; script-src " + scripts.hashes()
                        + "; img-src 'self' data:; media-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'");
        ofPages.put("X-Content-Type-Options", "nosniff");
        ofPages.put("Referrer-Policy", "same-origin");
        ofPages.put("Cross-Origin-Opener-Policy", "same-origin");
        ofPages.put("Cross-Origin-Resource-Policy", "same-origin");
        ofPages.put("Permissions-Policy", "camera=(), geolocation=(), microphone=(), interest-cohort=()");
        if (settings.isSecure()) {
            ofPages.put("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
        }
        ofFrames = new LinkedHashMap<>(ofPages);
        ofFrames.computeIfPresent("Content-Security-Policy", (name, policy) -> policy + "; frame-src 'self'");
        ofFramed = new LinkedHashMap<>(ofPages);
        ofFramed.computeIfPresent(
                "Content-Security-Policy",
                (name, policy) -> policy.replace("frame-ancestors 'none'", "frame-ancestors 'self'"));
        ofOpenData = new LinkedHashMap<>(ofPages);
        ofOpenData.put("Cross-Origin-Resource-Policy", "cross-origin");
        ofOpenData.put(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*");
    }

    @ResponseFilter
    void add(HttpRequest<?> request, MutableHttpResponse<?> response) {
        of(request.getPath()).forEach(response.getHeaders()::set);
    }

    /** At the desk, a page shows another one as a telephone would: these two alone. */
    private Map<String, String> of(String path) {
        if (path.startsWith("/equipe/") && path.endsWith("/telephone")) {
            return ofFrames;
        }
        if (path.startsWith("/equipe/") && path.endsWith("/apercu")) {
            return ofFramed;
        }
        return all(isOpenData(path));
    }

    Map<String, String> all(boolean isOpenData) {
        return isOpenData ? ofOpenData : ofPages;
    }

    static boolean isOpenData(String path) {
        return path.startsWith("/api/v1/");
    }

    /** Around all that may refuse, since a refusal carries them too. */
    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }
}
