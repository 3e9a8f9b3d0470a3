package org.portevoix.web;

/** What the address names is not here, or not for this person: a 404 page. */
public final class NotFound extends RuntimeException {

    public NotFound() {
        super("Not found", null, false, false);
    }
}
