package org.portevoix.language;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/** A server on this machine that speaks LibreTranslate's protocol, well or badly. */
public final class TestTranslator implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<JsonNode> asked = new CopyOnWriteArrayList<>();
    private volatile Manner manner = TestTranslator::translate;

    /** How it answers. */
    @FunctionalInterface
    public interface Manner {
        void answer(JsonNode question, HttpExchange exchange) throws IOException;
    }

    public TestTranslator() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/translate", exchange -> {
            JsonNode question =
                    JsonMapper.shared().readTree(exchange.getRequestBody().readAllBytes());
            asked.add(question);
            manner.answer(question, exchange);
            exchange.close();
        });
        server.start();
    }

    public String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    public void answers(Manner other) {
        manner = other;
    }

    /** What it was asked, in order. */
    public List<JsonNode> asked() {
        return asked;
    }

    /** As a good one does: here with the language in front of the words. */
    public static void translate(JsonNode question, HttpExchange exchange) throws IOException {
        String words =
                question.path("target").asString("") + ": " + question.path("q").asString("");
        send(
                exchange,
                200,
                JsonNodeFactory.instance
                        .objectNode()
                        .put("translatedText", words)
                        .toString());
    }

    public static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
