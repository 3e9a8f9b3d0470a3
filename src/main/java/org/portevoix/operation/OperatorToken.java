package org.portevoix.operation;

import io.micronaut.context.annotation.Value;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/** PORTEVOIX_METRICS_TOKEN: by it the operator's tools see the measures and the details of the site's health. */
@Singleton
final class OperatorToken {
    private static final String BEARER = "Bearer ";

    private final String token;

    OperatorToken(@Value("${portevoix.metrics-token:}") String token) {
        this.token = token.strip();
    }

    /** False when the operator set none: the measures are then nowhere. */
    boolean isSet() {
        return !token.isEmpty();
    }

    /** Takes the same time for every wrong token. */
    boolean isGivenBy(HttpRequest<?> request) {
        String header = request.getHeaders().get(HttpHeaders.AUTHORIZATION);
        return isSet()
                && header != null
                && header.startsWith(BEARER)
                && MessageDigest.isEqual(
                        header.substring(BEARER.length()).getBytes(StandardCharsets.UTF_8),
                        token.getBytes(StandardCharsets.UTF_8));
    }
}
