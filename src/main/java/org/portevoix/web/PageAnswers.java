package org.portevoix.web;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.EmptyHttpHeaders;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.util.AsciiString;
import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/** From finished bytes to an answer: compression, ETag and 304 (RFC 9110, 13.1.2), a fresh key for a form. */
@Singleton
class PageAnswers {

    private final FormKeys formKeys;
    private final SecurityHeaders securityHeaders;
    private final LongAdder given = new LongAdder();

    PageAnswers(FormKeys formKeys, SecurityHeaders securityHeaders) {
        this.formKeys = formKeys;
        this.securityHeaders = securityHeaders;
    }

    /** How many pages this machine has answered with. */
    long given() {
        return given.sum();
    }

    HttpResponse<byte[]> answer(HttpRequest<?> request, CachedPage page) {
        given.increment();
        boolean compressed =
                page.isCompressible() && takesGzip(request.getHeaders().get(HttpHeaders.ACCEPT_ENCODING));
        MutableHttpResponse<byte[]> response;
        if (page.hasForm()) {
            byte[] key = formKeys.next().getBytes(StandardCharsets.US_ASCII);
            response = HttpResponse.ok(page.bytes(compressed, key));
        } else {
            response = isKnown(request.getHeaders().get(HttpHeaders.IF_NONE_MATCH), page.etag(compressed))
                    ? HttpResponse.status(HttpStatus.NOT_MODIFIED)
                    : HttpResponse.ok(page.bytes(compressed));
        }
        boolean hasBody = response.getStatus() != HttpStatus.NOT_MODIFIED;
        boolean isOpenData = SecurityHeaders.isOpenData(request.getPath());
        headers(page, compressed, hasBody, isOpenData).forEach(response::header);
        return response;
    }

    /** The same of a page without a form, for the connection itself: all but the status line is made once. */
    FullHttpResponse answer(io.netty.handler.codec.http.HttpRequest request, CachedPage page) {
        given.increment();
        boolean compressed =
                page.isCompressible() && takesGzip(request.headers().get(HttpHeaderNames.ACCEPT_ENCODING));
        String known = request.headers().get(HttpHeaderNames.IF_NONE_MATCH);
        boolean hasBody = known == null || !isKnown(known, page.etag(compressed));
        boolean isOpenData = SecurityHeaders.isOpenData(request.uri());
        CachedPage.Finished finished =
                page.finished(compressed, hasBody, (same, gzip, body) -> finish(same, gzip, body, isOpenData));
        return new DefaultFullHttpResponse(
                HttpVersion.HTTP_1_1,
                hasBody ? HttpResponseStatus.OK : HttpResponseStatus.NOT_MODIFIED,
                finished.body().duplicate(),
                finished.headers(),
                EmptyHttpHeaders.INSTANCE);
    }

    private CachedPage.Finished finish(CachedPage page, boolean compressed, boolean hasBody, boolean isOpenData) {
        byte[] bytes = hasBody ? page.bytes(compressed) : new byte[0];
        var headers = new DefaultHttpHeaders();
        headers(page, compressed, hasBody, isOpenData)
                .forEach((name, value) -> headers.add(AsciiString.of(name), AsciiString.of(value)));
        if (hasBody) {
            headers.add(HttpHeaderNames.CONTENT_LENGTH, AsciiString.of(Integer.toString(bytes.length)));
        }
        return new CachedPage.Finished(
                headers,
                Unpooled.unreleasableBuffer(Unpooled.wrappedBuffer(
                        ByteBuffer.allocateDirect(bytes.length).put(bytes).flip())));
    }

    private Map<String, String> headers(CachedPage page, boolean compressed, boolean hasBody, boolean isOpenData) {
        var headers = new LinkedHashMap<String, String>();
        if (page.hasForm()) {
            headers.put(HttpHeaders.CACHE_CONTROL, "private, no-cache");
        } else {
            headers.put(HttpHeaders.ETAG, page.etag(compressed));
            headers.put(HttpHeaders.CACHE_CONTROL, "public, no-cache");
        }
        headers.put(HttpHeaders.VARY, "Accept-Encoding");
        if (hasBody) {
            headers.put(HttpHeaders.CONTENT_TYPE, page.contentType());
            if (compressed) {
                headers.put(HttpHeaders.CONTENT_ENCODING, "gzip");
            }
        }
        headers.putAll(securityHeaders.all(isOpenData));
        return headers;
    }

    private static boolean takesGzip(@Nullable String accepted) {
        return accepted != null && accepted.contains("gzip") && !accepted.contains("gzip;q=0");
    }

    private static boolean isKnown(@Nullable String known, String etag) {
        return known != null && known.contains(etag);
    }
}
