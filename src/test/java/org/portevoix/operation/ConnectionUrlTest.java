package org.portevoix.operation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ConnectionUrlTest {
    @Test
    void operatorsChoicesPrevail() {
        String url = ConnectionUrl.of("jdbc:mysql://a:3306,b:3306/sante?tcpKeepAlive=false&sslMode=REQUIRED")
                .forSite();
        assertTrue(url.startsWith("jdbc:mysql://a:3306,b:3306/sante?tcpKeepAlive=false&sslMode=REQUIRED&"), url);
        assertTrue(url.contains("&connectionTimeZone=UTC"), url);
        assertFalse(url.contains("tcpKeepAlive=true"), url);
    }

    @Test
    void bareAddressGetsOurParameters() {
        String url = ConnectionUrl.of("jdbc:mysql://base/portevoix").forSite();
        assertTrue(url.startsWith("jdbc:mysql://base/portevoix?connectionTimeZone=UTC&"), url);
    }

    @Test
    void nameShowsNoPassword() {
        assertEquals(
                "base:3306/portevoix",
                ConnectionUrl.of("jdbc:mysql://moi:motdepasse@base:3306/portevoix?password=x")
                        .name());
    }

    @Test
    void otherDatabasesAreRefused() {
        assertThrows(Refusal.class, () -> ConnectionUrl.of("jdbc:postgresql://base/portevoix"));
        assertThrows(Refusal.class, () -> ConnectionUrl.of("jdbc:mysql://base"));
    }
}
