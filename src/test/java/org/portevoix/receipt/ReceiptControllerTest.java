package org.portevoix.receipt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.micronaut.test.support.TestPropertyProvider;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.portevoix.TestDatabase;
import org.portevoix.account.DeskVisitor;

@MicronautTest(transactional = false, rebuildContext = true)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReceiptControllerTest implements TestPropertyProvider {

    @Inject
    EmbeddedServer server;

    @Inject
    ReceiptCodes codes;

    @Override
    public Map<String, String> getProperties() {
        Map<String, String> properties = new TreeMap<>();
        TestDatabase.properties().forEach((key, value) -> properties.put(key, String.valueOf(value)));
        return properties;
    }

    @Test
    void wrongCodesAreCountedAtEachAddress() {
        var stranger = new DeskVisitor(server);
        for (String path : new String[] {"", "/retrait", "/correction"}) {
            IntStream.range(0, 5)
                    .forEach(
                            i -> assertEquals(404, stranger.get(wrong(i) + path).status()));
        }
        IntStream.range(0, 5)
                .forEach(i -> assertEquals(
                        404, stranger.post(wrong(i) + "/retrait", Map.of()).status()));
        for (String path : new String[] {"", "/retrait", "/correction"}) {
            assertEquals(429, stranger.get(wrong(0) + path).status());
        }
        assertEquals(429, stranger.post(wrong(0) + "/retrait", Map.of()).status());
        String words = "Des mots que personne ne doit perdre";
        DeskVisitor.Answer refused = stranger.post(wrong(0) + "/correction", Map.of("q-changer", words));
        assertEquals(429, refused.status());
        assertTrue(refused.page().text().contains(words));
    }

    private String wrong(int number) {
        return "/fr/suivi/" + codes.code("nobody's form " + number, 0);
    }
}
