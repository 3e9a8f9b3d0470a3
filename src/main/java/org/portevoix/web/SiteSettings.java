package org.portevoix.web;

import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What the operator set: PORTEVOIX_URL, PORTEVOIX_PROXIES. */
@Singleton
public class SiteSettings {

    private final String url;
    private final List<String> proxies;

    SiteSettings(@Value("${portevoix.url:}") String url, @Value("${portevoix.proxies:}") String proxies) {
        this.url = url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
        this.proxies = Arrays.stream(proxies.split("[,\\s]+"))
                .filter(proxy -> !proxy.isEmpty())
                .toList();
    }

    /** The public address of the site, without a slash at its end; empty when the operator did not set it. */
    public Optional<URI> url() {
        return url.isEmpty() ? Optional.empty() : Optional.of(URI.create(url));
    }

    /** Whether residents reach the site by https, so that a cookie may be kept to it. */
    public boolean isSecure() {
        return url.startsWith("https:");
    }

    /** Whether this address is one of the proxies whose forwarding headers are believed. */
    public boolean isProxy(String address) {
        return proxies.contains(address);
    }
}
