package org.portevoix.web;

import io.micronaut.http.HttpParameters;
import io.micronaut.http.HttpRequest;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The name of a page in the cache: its path, and of its query only what pages read, in order. */
final class PageAddress {

    private static final List<String> FILTERS =
            List.of("axe", "from", "lang", "mois", "page", "quartier", "theme", "to");
    private static final Pattern VALUE = Pattern.compile("[a-z0-9-]{1,64}");

    private PageAddress() {}

    /**
     * Null when the query holds what no link of ours does: such a page is made anew each time. The query is read as
     * controllers read it, decoded: one that is written in another way must not put its page in the place of another.
     */
    static @Nullable String of(HttpRequest<?> request) {
        String path = request.getUri().getRawPath();
        String query = request.getUri().getRawQuery();
        if (query == null || query.isEmpty()) {
            return path;
        }
        HttpParameters parameters = request.getParameters();
        var address = new StringBuilder(path);
        for (String filter : FILTERS) {
            List<String> values = parameters.getAll(filter);
            if (values.size() > 1
                    || values.size() == 1 && !VALUE.matcher(values.getFirst()).matches()) {
                return null;
            }
            values.forEach(
                    value -> address.append('?').append(filter).append('=').append(value));
        }
        return address.toString();
    }
}
