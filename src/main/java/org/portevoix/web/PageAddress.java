package org.portevoix.web;

import io.micronaut.http.HttpRequest;
import io.netty.handler.codec.http.QueryStringDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The name of a page in the cache: its path, and of its query only what pages read, in order. */
final class PageAddress {

    private static final List<String> FILTERS = List.of(
            "axe", "from", "jour", "lang", "langue", "mois", "moment", "page", "quartier", "semaine", "theme", "to");
    private static final Pattern VALUE = Pattern.compile("[a-z0-9-]{1,64}");
    /** What programs ask, with whatever else their makers add to an address: all that isn't read is one and the same. */
    private static final String OPEN_DATA = "/api/";

    private static final List<String> OPEN_DATA_FILTERS = List.of("from", "lang", "to");

    private PageAddress() {}

    /**
     * Null when the query holds what no link of ours does: such a page is made anew each time. The query is read as
     * controllers read it, decoded: one that is written in another way must not put its page in the place of another.
     */
    static @Nullable String of(HttpRequest<?> request) {
        return of(request.getUri().getRawPath(), request.getUri().getRawQuery());
    }

    /** The same, of the target of a request line, from its slash on (RFC 9112, 3.2.1). */
    static @Nullable String of(String target) {
        int query = target.indexOf('?');
        return query < 0 ? target : of(target.substring(0, query), target.substring(query + 1));
    }

    /** Whether there are endlessly many of its kind: with choices in it. */
    static boolean isChosen(String address) {
        return address.indexOf('?') >= 0;
    }

    private static @Nullable String of(String path, @Nullable String query) {
        if (query == null || query.isEmpty()) {
            return path;
        }
        var address = new StringBuilder(path);
        try {
            var parameters = new QueryStringDecoder(query, StandardCharsets.UTF_8, false).parameters();
            for (String filter : path.startsWith(OPEN_DATA) ? OPEN_DATA_FILTERS : FILTERS) {
                List<String> values = parameters.getOrDefault(filter, List.of());
                if (values.size() > 1
                        || values.size() == 1
                                && !VALUE.matcher(values.getFirst()).matches()) {
                    return null;
                }
                values.forEach(
                        value -> address.append('?').append(filter).append('=').append(value));
            }
        } catch (IllegalArgumentException e) {
            return null;
        }
        return address.toString();
    }
}
