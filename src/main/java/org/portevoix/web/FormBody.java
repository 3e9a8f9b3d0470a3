package org.portevoix.web;

import io.netty.handler.codec.http.QueryStringDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a form sent, as it was typed: application/x-www-form-urlencoded, read as UTF-8. */
public record FormBody(Map<String, List<String>> values) {

    private static final int MAX_FIELDS = 500;

    public static FormBody of(@Nullable String body) {
        return new FormBody(
                new QueryStringDecoder(body == null ? "" : body, StandardCharsets.UTF_8, false, MAX_FIELDS, true)
                        .parameters());
    }

    /** The first value of this field, or "". */
    public String get(String field) {
        List<String> all = values.getOrDefault(field, List.of());
        return all.isEmpty() ? "" : all.getFirst();
    }

    /** Every value of this field, as of several boxes ticked. */
    public List<String> all(String field) {
        return values.getOrDefault(field, List.of());
    }

    /** Whether the trap was filled, which people don't see. */
    public boolean isTrapped() {
        return !get("website").isEmpty();
    }
}
