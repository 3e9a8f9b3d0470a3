package org.portevoix.web;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micronaut.http.HttpRequest;
import org.junit.jupiter.api.Test;

class LimitsByPlaceTest {

    private final RateLimits limits = new RateLimits(new Visitor(new SiteSettings("", "127.0.0.1")));

    @Test
    void onePlaceCannotKeepAPersonOfTheTeamOut() {
        for (int i = 0; i < 60; i++) {
            limits.countWrongPassword(from("192.0.2.1"), "coordination@ville.fr");
        }
        assertFalse(limits.mayTryPassword(from("192.0.2.1"), "coordination@ville.fr"));
        assertTrue(limits.mayTryPassword(from("192.0.2.2"), "coordination@ville.fr"));
    }

    @Test
    void manyPlacesTogetherCannotTryWithoutEnd() {
        for (int i = 0; i < 120; i++) {
            limits.countWrongPassword(from("192.0.2." + i), "coordination@ville.fr");
        }
        assertFalse(limits.mayTryPassword(from("192.0.2.200"), "coordination@ville.fr"));
        assertTrue(limits.mayTryPassword(from("192.0.2.200"), "autre@ville.fr"));
    }

    @Test
    void oneSubscriberHasManyAddresses() {
        for (int i = 0; i < 21; i++) {
            limits.countWrongCode(from("2001:db8:0:1::" + Integer.toHexString(i)));
        }
        assertFalse(limits.mayTryCode(from("2001:db8:0:1:ffff::1")));
        assertTrue(limits.mayTryCode(from("2001:db8:0:2::1")));
    }

    @Test
    void onePlaceCannotKeepTheSiteDrawing() {
        for (int i = 0; i < 200; i++) {
            assertTrue(limits.mayDraw(from("192.0.2.1")));
        }
        assertFalse(limits.mayDraw(from("192.0.2.1")));
        assertTrue(limits.mayDraw(from("192.0.2.2")));
    }

    private static HttpRequest<?> from(String address) {
        return HttpRequest.GET("http://127.0.0.1/").header("X-Forwarded-For", address);
    }
}
