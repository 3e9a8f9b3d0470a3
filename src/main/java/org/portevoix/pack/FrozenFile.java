package org.portevoix.pack;

import io.micronaut.core.annotation.Introspected;
import java.util.HexFormat;

/** A file of a frozen pack, without its bytes. @param hash SHA-256 of the bytes */
@Introspected
record FrozenFile(Audience audience, String name, String mediaType, long sizeBytes, byte[] hash) {

    String fingerprint() {
        return HexFormat.of().formatHex(hash);
    }

    String ending() {
        return name.substring(name.lastIndexOf('.') + 1);
    }
}
