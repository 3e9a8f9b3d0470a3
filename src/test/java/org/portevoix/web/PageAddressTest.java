package org.portevoix.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micronaut.http.HttpMethod;
import io.micronaut.web.router.Router;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.portevoix.TestTown;

class PageAddressTest {
    private static final Pattern READ = Pattern.compile("\\{[?&]([^}]+)}");

    /** By pages that are drawn for one person and kept nowhere. */
    private static final Set<String> READ_FOR_ONE = Set.of("code", "fait");

    /** Else the page of one choice would be kept, and given to all, in the place of the page of another. */
    @Test
    void everyChoiceThatAKeptPageReadsIsInItsName() {
        Set<String> read = new TreeSet<>();
        TestTown.open()
                .bean(Router.class)
                .uriRoutes()
                .filter(route -> route.getHttpMethod() == HttpMethod.GET)
                .map(route -> route.getUriMatchTemplate().toString())
                .filter(route -> !route.startsWith("/equipe"))
                .forEach(route -> {
                    Matcher names = READ.matcher(route);
                    while (names.find()) {
                        read.addAll(Set.of(names.group(1).split(",")));
                    }
                });
        read.removeAll(READ_FOR_ONE);
        assertTrue(read.containsAll(Set.of("jour", "from")), read.toString());
        for (String name : read) {
            assertNotEquals(PageAddress.of("/a?" + name + "=1"), PageAddress.of("/a?" + name + "=2"), name);
        }
    }

    @Test
    void whatNoPageReadsIsNotInIt() {
        assertEquals("/fr/ville", PageAddress.of("/fr/ville?utm_source=1"));
        assertEquals("/api/v1/contracts?lang=ar", PageAddress.of("/api/v1/contracts?lang=ar"));
        assertEquals("/api/v1/contracts", PageAddress.of("/api/v1/contracts?utm_source=1&page=!"));
        assertNull(PageAddress.of("/api/v1/contracts?lang=!"));
    }
}
