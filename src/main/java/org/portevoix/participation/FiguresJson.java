package org.portevoix.participation;

import io.micronaut.json.JsonMapper;
import io.micronaut.json.tree.JsonNode;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The figures as open data; what is hidden is null. Their names are a promise to those who read them: they stay. */
@Singleton
class FiguresJson {
    private final JsonMapper mapper;

    FiguresJson(JsonMapper mapper) {
        this.mapper = mapper;
    }

    String write(Figures figures) {
        Map<String, JsonNode> fields = new LinkedHashMap<>();
        fields.put("asOf", JsonNode.createStringNode(figures.asOf().toString()));
        fields.put("from", month(figures.from()));
        fields.put("to", month(figures.to()));
        fields.put("participations", number(figures.participations()));
        fields.put("intentions", number(figures.intentions()));
        figures.tables().forEach((name, table) -> fields.put(name, table(table)));
        try {
            return mapper.writeValueAsString(JsonNode.createObjectNode(fields));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode table(Map<String, @Nullable Long> table) {
        Map<String, JsonNode> values = new LinkedHashMap<>();
        table.forEach((key, value) -> values.put(key, number(value)));
        return JsonNode.createObjectNode(values);
    }

    private static JsonNode number(@Nullable Long value) {
        return value == null ? JsonNode.nullNode() : JsonNode.createNumberNode(value);
    }

    private static JsonNode month(@Nullable YearMonth month) {
        return month == null ? JsonNode.nullNode() : JsonNode.createStringNode(month.toString());
    }
}
