package org.portevoix.web;

import io.netty.handler.codec.http.QueryStringDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a form sent, as it was typed: application/x-www-form-urlencoded, read as UTF-8. A percent sign that begins no
 * escape stands for itself, so that nothing that was typed is lost, or found in an error.
 */
public record FormBody(Map<String, List<String>> values) {

    private static final int MAX_FIELDS = 500;
    private static final Pattern STRAY_PERCENT = Pattern.compile("%(?![0-9A-Fa-f]{2})");

    public static FormBody of(@Nullable String body) {
        String escaped = body == null ? "" : STRAY_PERCENT.matcher(body).replaceAll("%25");
        return new FormBody(
                new QueryStringDecoder(escaped, StandardCharsets.UTF_8, false, MAX_FIELDS, true).parameters());
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
