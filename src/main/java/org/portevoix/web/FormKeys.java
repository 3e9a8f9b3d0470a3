package org.portevoix.web;

import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.util.HexFormat;

/** Random keys of forms: by its key, a form sent twice is known to be one contribution. */
@Singleton
public class FormKeys {

    private static final int BYTES = 16;

    private final SecureRandom random;

    FormKeys(SecureRandom random) {
        this.random = random;
    }

    /** 32 hexadecimal digits. */
    public String next() {
        byte[] key = new byte[BYTES];
        random.nextBytes(key);
        return HexFormat.of().formatHex(key);
    }

    /** The key that a form sent, or a fresh one when it sent none that could be ours. */
    public String of(@org.jspecify.annotations.Nullable String sent) {
        return sent != null && sent.matches("[0-9a-f]{32}") ? sent : next();
    }
}
