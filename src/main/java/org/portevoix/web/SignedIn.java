package org.portevoix.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.cookie.ServerCookieDecoder;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;

/**
 * Which cookies have opened the desk on this machine lately: asked while a request is on its way, when the database can't be.
 * It lets nobody in; it only says whose long uploads have room kept for them.
 */
@Singleton
public class SignedIn {

    private static final Duration LATELY = Duration.ofHours(1);

    private final Cache<String, Boolean> seen =
            Caffeine.newBuilder().maximumSize(10_000).expireAfterWrite(LATELY).build();

    /** The desk was opened with a cookie of this value. */
    public void saw(String value) {
        seen.put(digest(value), true);
    }

    boolean sent(HttpHeaders headers) {
        return headers.getAll(HttpHeaderNames.COOKIE).stream()
                .flatMap(header -> ServerCookieDecoder.LAX.decode(header).stream())
                .anyMatch(cookie -> seen.getIfPresent(digest(cookie.value())) != null);
    }

    private static String digest(String value) {
        return HexFormat.of().formatHex(Digests.sha256(value.getBytes(StandardCharsets.UTF_8)));
    }
}
