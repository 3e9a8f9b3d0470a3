package org.portevoix.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.portevoix.language.TestTranslator.send;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.node.JsonNodeFactory;

/** Over HTTP, with a server that answers well, slowly, badly and with ill will. */
@Timeout(30)
class MachineTranslatorTest {
    private final TestTranslator server = new TestTranslator();
    private final MachineTranslator machine =
            new MachineTranslator(server.address() + "/", "la clé", Duration.ofMillis(700));

    @AfterEach
    void close() {
        machine.close();
        server.close();
    }

    @Test
    void asksAsTheProtocolSays() {
        assertEquals(Optional.of("ar: Bonjour « à tous »"), machine.translate("Bonjour « à tous »", "fr", "ar"));

        var asked = server.asked().getFirst();
        assertEquals("Bonjour « à tous »", asked.path("q").asString());
        assertEquals("fr", asked.path("source").asString());
        assertEquals("ar", asked.path("target").asString());
        assertEquals("text", asked.path("format").asString());
        assertEquals("la clé", asked.path("api_key").asString());
    }

    @Test
    void withoutAnAddressThereIsNone() {
        MachineTranslator none = new MachineTranslator(" ", "", Duration.ofSeconds(1));
        assertFalse(none.isThere());
        assertEquals(Optional.empty(), none.translate("Bonjour", "fr", "ar"));
        none.close();
    }

    @Test
    void oneThatIsNotThereOrHasABrokenAddressGivesNothing() {
        server.close();
        assertEquals(Optional.empty(), machine.translate("Bonjour", "fr", "ar"));
        for (String broken : new String[] {"pas une adresse", "ftp://localhost", "http://", "file:///etc/passwd"}) {
            MachineTranslator other = new MachineTranslator(broken, "", Duration.ofMillis(300));
            assertEquals(Optional.empty(), other.translate("Bonjour", "fr", "ar"), broken);
            other.close();
        }
    }

    @Test
    void oneThatNeverAnswersIsNotWaitedFor() {
        CountDownLatch end = new CountDownLatch(1);
        server.answers((question, exchange) -> await(end));
        assertEquals(Optional.empty(), machine.translate("Bonjour", "fr", "ar"));
        end.countDown();
    }

    @Test
    void oneThatBeginsToAnswerAndNeverEndsIsNotWaitedFor() {
        CountDownLatch end = new CountDownLatch(1);
        server.answers((question, exchange) -> {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody()
                    .write("{\"translatedText\": \"".getBytes(java.nio.charset.StandardCharsets.UTF_8));
            exchange.getResponseBody().flush();
            await(end);
        });
        assertEquals(Optional.empty(), machine.translate("Bonjour", "fr", "ar"));
        end.countDown();
    }

    @Test
    void whatIsNoTranslationIsNotTaken() {
        for (String answer : new String[] {
            "",
            "{",
            "null",
            "[]",
            "\"texte\"",
            "{}",
            "{\"translatedText\": null}",
            "{\"translatedText\": [\"a\"]}",
            "{\"translatedText\": \"\"}",
            "{\"translatedText\": \"  \"}",
            "{\"error\": \"Invalid key\"}",
            "<html>",
            "{\"translatedText\": \"" + "x".repeat(5_000) + "\"}",
            "[".repeat(100_000)
        }) {
            server.answers((question, exchange) -> send(exchange, 200, answer));
            assertEquals(Optional.empty(), machine.translate("Bonjour", "fr", "ar"), answer);
        }
        for (int status : new int[] {301, 400, 403, 429, 500, 503}) {
            server.answers((question, exchange) -> {
                exchange.getResponseHeaders().set("Location", "http://127.0.0.1:1/");
                send(exchange, status, "{\"translatedText\": \"Hello\"}");
            });
            assertEquals(Optional.empty(), machine.translate("Bonjour", "fr", "ar"), "status " + status);
        }
    }

    @Test
    void anAnswerWithoutEndDoesNotFillTheMemory() {
        server.answers((question, exchange) -> {
            exchange.sendResponseHeaders(200, 0);
            byte[] much = "x".repeat(64_000).getBytes(java.nio.charset.StandardCharsets.UTF_8);
            for (int i = 0; i < 10_000; i++) {
                exchange.getResponseBody().write(much);
            }
        });
        assertEquals(Optional.empty(), machine.translate("Bonjour", "fr", "ar"));
    }

    @Test
    void marksThatTurnTheReadingOrderAndControlsAreLeftOut() {
        server.answers((question, exchange) -> send(
                exchange,
                200,
                JsonNodeFactory.instance
                        .objectNode()
                        .put("translatedText", " Hel\u202Elo\u0000 \u2066<b>you</b>\n\nand me ")
                        .toString()));
        assertEquals(Optional.of("Hello <b>you</b>\nand me"), machine.translate("Bonjour", "fr", "en"));
    }

    private static void await(CountDownLatch end) {
        try {
            end.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
