package org.portevoix.web;

import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The site's secret, the same on each of its machines, from which keys for one use each are derived. */
@Singleton
public class SiteSecret {

    private static final String ALGORITHM = "HmacSHA256";

    private final String secret;

    SiteSecret(@Value("${portevoix.secret}") String secret) {
        this.secret = secret;
    }

    /** HMAC-SHA-256 of the text, with the key of this use: 32 bytes. */
    public byte[] hmac(String use, String text) {
        return hmac(hmac(secret.getBytes(StandardCharsets.UTF_8), use), text);
    }

    private static byte[] hmac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
