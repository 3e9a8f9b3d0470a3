package org.portevoix.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.inject.Singleton;
import java.util.function.Supplier;

/**
 * Sounds on their way: read once and the same bytes in memory for all who listen, gone with the last of them. Else each who
 * asks for one byte would have a whole recording read.
 */
@Singleton
public class SharedBytes {

    private final Turns reading = new Turns();
    private final Cache<String, byte[]> bytes =
            Caffeine.newBuilder().weakValues().build();

    /** @param digest which names the bytes that {@code read} gives */
    public byte[] get(String digest, Supplier<byte[]> read) {
        return bytes.get(digest, unused -> reading.take(read).orElseThrow(RateLimits::tooMany));
    }
}
