package org.portevoix.receipt;

import jakarta.inject.Singleton;
import java.math.BigInteger;
import java.sql.SQLIntegrityConstraintViolationException;
import java.util.Locale;
import java.util.Optional;
import org.portevoix.web.SiteSecret;

/**
 * The code of a receipt: ten characters in two groups, the last one a check, from an alphabet of 29 (a prime number, so
 * that the check finds any one wrong character and any two exchanged) without look-alikes. About 44 bits; the database
 * keeps its keyed hash alone, since the code is all that protects a contribution.
 */
@Singleton
public class ReceiptCodes {

    private static final String ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXY";
    private static final int PRIME = ALPHABET.length();
    private static final int DRAWN = 9;
    private static final int GROUP = 5;

    private final SiteSecret secret;

    ReceiptCodes(SiteSecret secret) {
        this.secret = secret;
    }

    /** The code of the form with this key; turn 0, and the next ones when it is already another contribution's. */
    public String code(String formKey, int turn) {
        BigInteger number = new BigInteger(1, secret.hmac("receipt code", formKey + "/" + turn));
        var code = new StringBuilder();
        for (int i = 0; i < DRAWN; i++) {
            BigInteger[] parts = number.divideAndRemainder(BigInteger.valueOf(PRIME));
            code.append(ALPHABET.charAt(parts[1].intValue()));
            number = parts[0];
        }
        return shown(code.append(check(code)).toString());
    }

    /** What the database keeps of a code, 32 bytes. */
    public byte[] hash(String code) {
        return secret.hmac("receipt hash", code.replace("-", ""));
    }

    /** The code meant by what was typed, whatever its hyphens, spaces and case; empty when it can't be one. */
    public Optional<String> read(String typed) {
        String code = typed.toUpperCase(Locale.ROOT)
                .replaceAll("[^0-9A-Z]", "")
                .replace('Z', '2')
                .replace('U', 'V');
        if (code.length() != DRAWN + 1 || code.chars().anyMatch(c -> ALPHABET.indexOf(c) < 0)) {
            return Optional.empty();
        }
        boolean isChecked = code.charAt(DRAWN) == check(code.substring(0, DRAWN));
        return isChecked ? Optional.of(shown(code)) : Optional.empty();
    }

    /** Whether keeping a contribution failed because its code, or its form, is there already. */
    public static boolean isClash(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLIntegrityConstraintViolationException) {
                return true;
            }
        }
        return false;
    }

    private static char check(CharSequence code) {
        int sum = 0;
        for (int i = 0; i < DRAWN; i++) {
            sum += (i + 1) * ALPHABET.indexOf(code.charAt(i));
        }
        return ALPHABET.charAt(sum % PRIME);
    }

    private static String shown(String code) {
        return code.substring(0, GROUP) + "-" + code.substring(GROUP);
    }
}
