package org.portevoix.account;

import com.password4j.Argon2Function;
import com.password4j.types.Argon2;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.portevoix.web.Resources;

/**
 * Passwords: kept as Argon2id with 19 MiB, two passes and one lane (OWASP Password Storage Cheat Sheet); from 12 to 128
 * characters and of any kind, since rules of composition make them worse (NIST SP 800-63B-4, 3.1.1.2).
 */
@Singleton
class Passwords {

    static final int SHORTEST = 12;
    static final int LONGEST = 128;

    private static final Argon2Function ARGON2 = Argon2Function.getInstance(19 * 1_024, 2, 1, 32, Argon2.ID);
    private static final int SALT_BYTES = 16;

    private final SecureRandom random;
    private final Set<String> common;
    private final String nobodys;

    /** Four at once hold 76 MiB: a crowd at the door must not take the memory of the house. */
    private final Semaphore memory = new Semaphore(4);

    Passwords(SecureRandom random, Tokens tokens) {
        this.random = random;
        this.common = Resources.read("/account/common-passwords.txt").lines().collect(Collectors.toSet());
        this.nobodys = hash(tokens.next());
    }

    /** The key of the message that says why this password won't do; empty when it does. */
    Optional<String> fault(String password, String email) {
        String plain = normal(password);
        int length = plain.codePointCount(0, plain.length());
        if (length < SHORTEST) {
            return Optional.of("account.desk.password.too_short");
        }
        if (length > LONGEST) {
            return Optional.of("account.desk.password.too_long");
        }
        String lower = plain.toLowerCase(Locale.ROOT);
        if (lower.strip().equals(email)) {
            return Optional.of("account.desk.password.is_email");
        }
        boolean isCommon =
                common.contains(lower) || plain.codePoints().distinct().count() < 4;
        return isCommon ? Optional.of("account.desk.password.common") : Optional.empty();
    }

    String hash(String password) {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        memory.acquireUninterruptibly();
        try {
            return ARGON2.hash(bytes(password), salt).getResult();
        } finally {
            memory.release();
        }
    }

    /** Whether it is the one; without a hash, no, after the same work. */
    boolean matches(String password, @Nullable String hash) {
        String other = hash == null ? nobodys : hash;
        memory.acquireUninterruptibly();
        try {
            boolean isRight = Argon2Function.getInstanceFromHash(other)
                    .check(bytes(password), other.getBytes(StandardCharsets.US_ASCII));
            return isRight && hash != null;
        } finally {
            memory.release();
        }
    }

    private static byte[] bytes(String password) {
        return normal(password).getBytes(StandardCharsets.UTF_8);
    }

    private static String normal(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFKC);
    }
}
