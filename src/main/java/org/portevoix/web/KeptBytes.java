package org.portevoix.web;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A sound or a picture under an address that names its content: it never changes, so any cache may keep it for ever. Part of it
 * may be asked for (RFC 9110, 14), as a phone does that goes on from the middle of a recording.
 */
public record KeptBytes(String contentType, byte[] bytes, String digest) {

    private static final Pattern RANGE = Pattern.compile("bytes=(\\d{0,9})-(\\d{0,9})");
    private static final int DIGEST_BYTES = 16;

    /** By which bytes are named: half of their SHA-256, in hexadecimal. */
    public static String digest(byte[] bytes) {
        return java.util.HexFormat.of().formatHex(Digests.sha256(bytes), 0, DIGEST_BYTES);
    }

    public HttpResponse<?> answer(HttpRequest<?> request) {
        String etag = '"' + digest + '"';
        HttpHeaders asked = request.getHeaders();
        String known = asked.get(HttpHeaders.IF_NONE_MATCH);
        if (known != null && known.contains(etag)) {
            return common(HttpResponse.status(HttpStatus.NOT_MODIFIED), etag);
        }
        String onlyIf = asked.get(HttpHeaders.IF_RANGE);
        String range = onlyIf == null || onlyIf.equals(etag) ? asked.get(HttpHeaders.RANGE) : null;
        return common(range(range), etag);
    }

    private MutableHttpResponse<?> range(@Nullable String range) {
        Matcher matcher = RANGE.matcher(range == null ? "" : range);
        if (!matcher.matches() || matcher.group(1).isEmpty() && matcher.group(2).isEmpty()) {
            return HttpResponse.ok(bytes).contentType(contentType);
        }
        boolean isFromEnd = matcher.group(1).isEmpty();
        int first = isFromEnd
                ? Math.max(0, bytes.length - Integer.parseInt(matcher.group(2)))
                : Integer.parseInt(matcher.group(1));
        int last = isFromEnd || matcher.group(2).isEmpty()
                ? bytes.length - 1
                : Math.min(bytes.length - 1, Integer.parseInt(matcher.group(2)));
        if (first > last) {
            return HttpResponse.status(HttpStatus.REQUESTED_RANGE_NOT_SATISFIABLE)
                    .header(HttpHeaders.CONTENT_RANGE, "bytes */" + bytes.length);
        }
        return HttpResponse.<ByteBuf>status(HttpStatus.PARTIAL_CONTENT)
                .contentType(contentType)
                .header(HttpHeaders.CONTENT_RANGE, "bytes " + first + "-" + last + "/" + bytes.length)
                // No copy: a telephone may take its time.
                .body(Unpooled.wrappedBuffer(bytes, first, last + 1 - first));
    }

    private static HttpResponse<?> common(MutableHttpResponse<?> response, String etag) {
        return response.header(HttpHeaders.ETAG, etag)
                .header(HttpHeaders.ACCEPT_RANGES, "bytes")
                .header(HttpHeaders.CACHE_CONTROL, "public, max-age=31536000, immutable");
    }
}
