package org.portevoix.web;

import io.micronaut.http.HttpRequest;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The name of a page in the cache: its path, and of its query only what pages read, in order. */
final class PageAddress {

    private static final Pattern FILTER = Pattern.compile("(axe|quartier|theme|page|from|to|lang|mois)=([a-z0-9-]{1,64})");

    private PageAddress() {}

    static String of(HttpRequest<?> request) {
        String path = request.getUri().getRawPath();
        String query = request.getUri().getRawQuery();
        if (query == null || query.isEmpty()) {
            return path;
        }
        var filters = new TreeMap<String, String>();
        for (String part : query.split("&")) {
            var matcher = FILTER.matcher(part);
            if (matcher.matches()) {
                filters.putIfAbsent(matcher.group(1), matcher.group(2));
            }
        }
        return filters.isEmpty() ? path : path + "?" + filters;
    }
}
