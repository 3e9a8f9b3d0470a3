package org.portevoix.web;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;

/** From finished bytes to an answer: compression, ETag and 304 (RFC 9110, 13.1.2), a fresh key for a form. */
@Singleton
class PageAnswers {

    private final FormKeys formKeys;
    private final SecurityHeaders securityHeaders;

    PageAnswers(FormKeys formKeys, SecurityHeaders securityHeaders) {
        this.formKeys = formKeys;
        this.securityHeaders = securityHeaders;
    }

    HttpResponse<byte[]> answer(HttpRequest<?> request, CachedPage page) {
        String accepted = request.getHeaders().get(HttpHeaders.ACCEPT_ENCODING);
        boolean compressed = accepted != null && accepted.contains("gzip") && !accepted.contains("gzip;q=0");
        MutableHttpResponse<byte[]> response;
        if (page.hasForm()) {
            byte[] key = formKeys.next().getBytes(StandardCharsets.US_ASCII);
            response = HttpResponse.ok(page.bytes(compressed, key));
            response.header(HttpHeaders.CACHE_CONTROL, "private, no-cache");
        } else {
            String etag = page.etag(compressed);
            String known = request.getHeaders().get(HttpHeaders.IF_NONE_MATCH);
            boolean isKnown = known != null && (known.equals(etag) || known.contains(etag));
            response = isKnown ? HttpResponse.status(HttpStatus.NOT_MODIFIED) : HttpResponse.ok(page.bytes(compressed));
            response.header(HttpHeaders.ETAG, etag);
            response.header(HttpHeaders.CACHE_CONTROL, "public, no-cache");
        }
        response.header(HttpHeaders.VARY, "Accept-Encoding");
        if (response.getStatus() != HttpStatus.NOT_MODIFIED) {
            response.header(HttpHeaders.CONTENT_TYPE, page.contentType());
            if (compressed) {
                response.header(HttpHeaders.CONTENT_ENCODING, "gzip");
            }
        }
        securityHeaders.addTo(request, response.getHeaders());
        return response;
    }
}
