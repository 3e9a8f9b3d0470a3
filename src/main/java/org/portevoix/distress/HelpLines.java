package org.portevoix.distress;

import io.micronaut.json.tree.JsonNode;
import io.micronaut.serde.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.StreamSupport;

/** Whom to call, first what fits the danger. */
@Singleton
public class HelpLines {

    private final Map<String, HelpLine> lines = new LinkedHashMap<>();
    private final Map<String, List<String>> orders = new LinkedHashMap<>();

    HelpLines(ObjectMapper json) {
        try (InputStream file =
                Objects.requireNonNull(HelpLines.class.getResourceAsStream("/distress/helplines.json"))) {
            JsonNode read = json.readValue(file, JsonNode.class);
            each(read.get("numeros")).forEach(line -> {
                String number = line.get("numero").coerceStringValue();
                lines.put(
                        number, new HelpLine(number, strings(line.get("canaux")).contains("sms")));
            });
            read.get("ordre").entries().forEach(order -> orders.put(order.getKey(), strings(order.getValue())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All of them, whatever the dangers. */
    public List<HelpLine> of(Set<Danger> dangers) {
        List<String> numbers = new ArrayList<>();
        dangers.forEach(danger -> numbers.addAll(order(danger.name().toLowerCase(Locale.ROOT))));
        numbers.addAll(order("autre"));
        return numbers.stream()
                .distinct()
                .map(number -> Objects.requireNonNull(lines.get(number)))
                .toList();
    }

    private List<String> order(String key) {
        return Objects.requireNonNull(orders.get(key));
    }

    private static List<String> strings(JsonNode list) {
        return each(list).stream().map(JsonNode::coerceStringValue).toList();
    }

    private static List<JsonNode> each(JsonNode list) {
        return StreamSupport.stream(list.values().spliterator(), false).toList();
    }
}
