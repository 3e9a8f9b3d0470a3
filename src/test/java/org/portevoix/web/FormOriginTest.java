package org.portevoix.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.portevoix.TestTown;
import org.portevoix.TestVisitor;

/** An unfinished form gets 422 where it is let in, and 403 where it is not. */
class FormOriginTest {
    /** The name by which residents know the site, told by its proxy. */
    private static final String HOST = "sante.example";

    private static final String OURS = "https://" + HOST;
    private static final String FORM = "/fr/" + TestTown.CONTRACT + "/avis/sante-dans-ma-ville";

    private final TestTown town = TestTown.open();
    private final TestVisitor visitor = town.visitor();

    @Test
    void secFetchSiteDecidesWhereTheBrowserGivesIt() {
        assertEquals(422, status("Sec-Fetch-Site", "same-origin"));
        assertEquals(422, status("Sec-Fetch-Site", "same-origin", "Origin", "https://ailleurs.example"));
        for (String other : new String[] {"cross-site", "same-site", "none", ""}) {
            assertEquals(403, status("Sec-Fetch-Site", other, "Origin", OURS), other);
        }
    }

    @Test
    void elseTheOriginHasToBeOurs() {
        assertEquals(422, status("Origin", OURS));
        assertEquals(403, status("Origin", "https://ailleurs.example"));
        assertEquals(403, status("Origin", "null"));
        assertEquals(403, status("Origin", "http://localhost"));
        assertEquals(403, status("Origin", "not an origin"));
    }

    @Test
    void withoutAProxyTheOriginIsTheHostThatTheBrowserCalled() {
        String called = town.address().toString();
        assertEquals(422, visitor.post(FORM, Map.of(), "Origin", called).status());
        assertEquals(
                403, visitor.post(FORM, Map.of(), "Origin", "http://localhost").status());
        assertEquals(403, status("Origin", called));
    }

    @Test
    void anOldBrowserThatSaysNothingIsLetIn() {
        assertEquals(422, status());
    }

    @Test
    void readingIsForEverybody() {
        assertEquals(200, visitor.get(FORM, "Sec-Fetch-Site", "cross-site").status());
    }

    @Test
    void aWithdrawalFromElsewhereIsRefusedToo() {
        String code = town.give("fr", TestTown.CONTRACT, "sante-dans-ma-ville", Map.of("q-se-soigner", "5"));
        TestVisitor.Answer answer =
                visitor.post("/fr/suivi/" + code + "/retrait", Map.of(), "Sec-Fetch-Site", "cross-site");
        assertEquals(403, answer.status());
        assertEquals(200, visitor.get("/fr/suivi/" + code + "/correction").status());
    }

    private int status(String... headers) {
        String[] all = Arrays.copyOf(headers, headers.length + 2);
        all[headers.length] = "X-Forwarded-Host";
        all[headers.length + 1] = HOST;
        return visitor.post(FORM, Map.of(), all).status();
    }
}
