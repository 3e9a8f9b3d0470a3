package org.portevoix.language;

import io.micronaut.context.annotation.Value;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A machine that translates, where the operator has named one: any server that speaks LibreTranslate's protocol
 * (https://docs.libretranslate.com, POST /translate). What it gives is a draft, which somebody has to read. Texts of the
 * contract are sent to it, and what residents wrote where the operator allows it (sense.OpinionTranslations).
 */
@Singleton
public class MachineTranslator {

    private static final Logger LOG = LoggerFactory.getLogger(MachineTranslator.class);
    private static final int MOST_BYTES = 200_000;
    private static final int LONGEST = 10_000;
    /** A translation may be longer than its source, and is never many times as long. */
    private static final int TIMES_AS_LONG = 8;

    private static final int SHORTEST_LIMIT = 200;

    private final String address;
    private final String key;
    private final Duration patience;
    private final HttpClient client;

    MachineTranslator(
            @Value("${portevoix.translator.url:}") String address,
            @Value("${portevoix.translator.key:}") String key,
            @Value("${portevoix.translator.patience:8s}") Duration patience) {
        this.address = address.strip().replaceAll("/+$", "");
        this.key = key.strip();
        this.patience = patience;
        this.client = HttpClient.newBuilder()
                .connectTimeout(patience)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    /** Whether there is one. */
    public boolean isThere() {
        return !address.isEmpty();
    }

    /**
     * One paragraph in another language, on one line of text as it was; empty where the machine gives no usable answer in
     * time. The words are the machine's: nothing in them is to be trusted.
     */
    public Optional<String> translate(String paragraph, String from, String to) {
        if (!isThere() || paragraph.length() > LONGEST) {
            return Optional.empty();
        }
        ObjectNode asked = JsonNodeFactory.instance
                .objectNode()
                .put("q", paragraph)
                .put("source", from)
                .put("target", to)
                .put("format", "text");
        if (!key.isEmpty()) {
            asked.put("api_key", key);
        }
        CompletableFuture<HttpResponse<byte[]>> answer = null;
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create(address + "/translate"))
                    .timeout(patience)
                    .header("Content-Type", "application/json")
                    .header("Accept", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(asked.toString(), StandardCharsets.UTF_8))
                    .build();
            answer = client.sendAsync(
                    request,
                    info -> HttpResponse.BodySubscribers.limiting(
                            HttpResponse.BodySubscribers.ofByteArray(), MOST_BYTES));
            // The request's own time limit ends when the headers come: one that sends a byte a minute is not waited
            // for.
            HttpResponse<byte[]> given = answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return given.statusCode() == 200 ? words(given.body(), paragraph) : refused(given.statusCode());
        } catch (ExecutionException | TimeoutException | IllegalArgumentException e) {
            LOG.warn("The translation server gave no answer: {}", e.getClass().getSimpleName());
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } finally {
            if (answer != null) {
                answer.cancel(true);
            }
        }
    }

    private static Optional<String> refused(int status) {
        LOG.warn("The translation server answered {}", status);
        return Optional.empty();
    }

    private static Optional<String> words(byte[] json, String paragraph) {
        JsonNode answer;
        try {
            answer = JsonMapper.shared().readTree(json);
        } catch (JacksonException e) {
            LOG.warn("The translation server's answer can't be read");
            return Optional.empty();
        }
        JsonNode translated = answer == null ? null : answer.get("translatedText");
        if (translated == null || !translated.isString()) {
            LOG.warn("The translation server's answer has no translation");
            return Optional.empty();
        }
        String words = translated
                .stringValue()
                // Invisible marks that turn the reading order of what stands around, and controls, have no place in a
                // draft.
                .replaceAll("[\\p{Cc}\\u202A-\\u202E\\u2066-\\u2069&&[^\\n]]", "")
                .replaceAll("\\s*\\n\\s*\\n\\s*", "\n")
                .strip();
        boolean isUsable =
                !words.isEmpty() && words.length() <= Math.max(SHORTEST_LIMIT, paragraph.length() * TIMES_AS_LONG);
        if (!isUsable) {
            LOG.warn("The translation server's answer is of no use: {} characters", words.length());
        }
        return isUsable ? Optional.of(words) : Optional.empty();
    }

    @PreDestroy
    void close() {
        client.shutdownNow();
    }
}
