package org.portevoix.web;

import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;

/** Where the site is, for an address that somebody copies: as the operator set it, else as they called it themselves. */
@Singleton
public class SiteAddress {

    private final SiteSettings settings;
    private final Visitor visitor;

    SiteAddress(SiteSettings settings, Visitor visitor) {
        this.settings = settings;
        this.visitor = visitor;
    }

    /** Without a slash at its end. Only for the page that answers this request. */
    public String of(HttpRequest<?> request) {
        return settings.url().map(Object::toString).orElseGet(() -> "http://" + visitor.host(request));
    }
}
