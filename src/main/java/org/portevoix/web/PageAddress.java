package org.portevoix.web;

import io.micronaut.http.HttpRequest;
import io.netty.handler.codec.http.QueryStringDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The name of a page in the cache: its path, and of its query only what pages read, in order. */
final class PageAddress {

    private static final List<String> FILTERS =
            List.of("axe", "quartier", "theme", "page", "from", "to", "lang", "mois");
    private static final Pattern VALUE = Pattern.compile("[a-z0-9-]{1,64}");
    /** What no page reads: such an address is another than that of the page without it, and is refused. */
    private static final String UNREADABLE = "!";

    private PageAddress() {}

    /** The query is read as controllers get it, decoded: two spellings of one query are one page. */
    static String of(HttpRequest<?> request) {
        return of(request.getUri().getRawPath(), request.getUri().getRawQuery());
    }

    /** @param target of the request line, from its slash on (RFC 9112, 3.2.1) */
    static String of(String target) {
        int query = target.indexOf('?');
        return query < 0 ? target : of(target.substring(0, query), target.substring(query + 1));
    }

    private static String of(String path, @Nullable String query) {
        if (query == null || query.isEmpty()) {
            return path;
        }
        var filters = new TreeMap<String, String>();
        try {
            var parameters = new QueryStringDecoder(query, StandardCharsets.UTF_8, false).parameters();
            for (String name : FILTERS) {
                List<String> values = parameters.getOrDefault(name, List.of());
                if (!values.isEmpty()) {
                    String value = values.getFirst();
                    filters.put(name, VALUE.matcher(value).matches() ? value : UNREADABLE);
                }
            }
        } catch (IllegalArgumentException e) {
            return path + "?" + UNREADABLE;
        }
        return filters.isEmpty() ? path : path + "?" + filters;
    }
}
