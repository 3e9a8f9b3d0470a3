package org.portevoix.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micronaut.http.HttpRequest;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.portevoix.TestTown;
import org.portevoix.TestVisitor;

/** Each test comes from a network address of its own, which a trusted proxy tells. */
class RateLimitsTest {
    private static final String FORM = "/fr/" + TestTown.CONTRACT + "/avis/sante-dans-ma-ville";
    private static final String FROM = "X-Forwarded-For";
    private static final int AT_ONCE = 1_000;

    private final TestTown town = TestTown.open();
    private final TestVisitor visitor = town.visitor();

    @Test
    void tooManyContributionsFromOneAddressAreRefusedWithEveryWordKept() {
        String crowd = "203.0.113.9";
        RateLimits limits = town.bean(RateLimits.class);
        int allowed = 0;
        while (allowed < 2 * AT_ONCE
                && limits.mayContribute(HttpRequest.GET("/").header(FROM, crowd))) {
            allowed++;
        }
        assertTrue(allowed >= AT_ONCE && allowed < AT_ONCE + 100, "allowed " + allowed);
        Map<String, String> fields = Map.of(
                "q-sante-pour-vous",
                "Un parc « ouvert » & <calme>",
                "q-se-soigner",
                "2",
                "may_show",
                "no",
                "home",
                "inconnu");

        TestVisitor.Answer refused = visitor.post(FORM, fields, FROM, crowd);

        assertEquals(429, refused.status());
        Document page = refused.page();
        assertEquals(
                "Un parc « ouvert » & <calme>",
                page.select("textarea[name=q-sante-pour-vous]").val());
        assertEquals("2", page.select("input[name=q-se-soigner][checked]").val());
        assertEquals("no", page.select("input[name=may_show][checked]").val());
        assertEquals(
                "inconnu", page.select("select[name=home] option[selected]").val());
        assertTrue(TestTown.key(page).matches("[0-9a-f]{32}"));
        assertEquals(303, visitor.post(FORM, fields, FROM, "203.0.113.10").status());
    }

    @Test
    void wrongCodesAreCountedAndRightOnesAreNot() {
        String guesser = "203.0.113.20";
        String code = town.give("fr", TestTown.CONTRACT, "sante-dans-ma-ville", Map.of("q-se-soigner", "5"));
        for (int i = 0; i < 30; i++) {
            assertEquals(200, visitor.get("/fr/suivi/" + code, FROM, guesser).status());
        }
        int wrong = 0;
        while (wrong < 60
                && visitor.get("/fr/suivi/22222-2222" + "3456789AB".charAt(wrong % 9), FROM, guesser)
                                .status()
                        == 404) {
            wrong++;
        }
        assertTrue(wrong >= 20 && wrong < 40, "tried " + wrong);
        assertEquals(429, visitor.get("/fr/suivi/" + code, FROM, guesser).status());
        assertEquals(200, visitor.get("/fr/suivi/" + code, FROM, "203.0.113.21").status());
    }

    @Test
    void aVisitorCannotSayToBeSomebodyElse() {
        RateLimits limits = town.bean(RateLimits.class);
        String me = "203.0.113.30";
        while (limits.mayContribute(HttpRequest.GET("/").header(FROM, me))) {
            // until there are too many
        }
        assertEquals(
                429,
                visitor.post(FORM, Map.of("q-se-soigner", "3"), FROM, "198.51.100.7, " + me)
                        .status());
    }
}
