package org.portevoix.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.SecureRandom;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PasswordsTest {

    private final Passwords passwords = new Passwords(new SecureRandom(), new Tokens(new SecureRandom()));

    @Test
    void isKeptAsArgon2idAndKnownAgain() {
        String hash = passwords.hash("quatre mots sans rapport");
        assertTrue(hash.startsWith("$argon2id$v=19$m=19456,t=2,p=1$"), hash);
        assertTrue(passwords.matches("quatre mots sans rapport", hash));
        assertFalse(passwords.matches("quatre mots sans rapports", hash));
        assertFalse(passwords.matches("quatre mots sans rapport", null));
    }

    @Test
    void isTheSameHoweverAnAccentIsTyped() {
        assertTrue(passwords.matches("de\u0301jeuner sur l’herbe", passwords.hash("d\u00e9jeuner sur l’herbe")));
    }

    @Test
    void isLongAndNeitherTheEmailNorTooWellKnown() {
        assertEquals(Optional.of("account.desk.password.too_short"), fault("onze signes"));
        assertEquals(Optional.empty(), fault("douze signes"));
        assertEquals(Optional.empty(), fault("mot ".repeat(32)));
        assertEquals(Optional.of("account.desk.password.too_long"), fault("mot ".repeat(32) + "x"));
        assertEquals(Optional.of("account.desk.password.is_email"), fault("Ana.Lopes@ville.fr"));
        assertEquals(Optional.of("account.desk.password.common"), fault("MotDePasse123"));
        assertEquals(Optional.of("account.desk.password.common"), fault("ababababababab"));
    }

    private Optional<String> fault(String password) {
        return passwords.fault(password, "ana.lopes@ville.fr");
    }
}
