package org.portevoix.web;

/** Known to be here, but not for this role: a 403 page. */
public final class Forbidden extends RuntimeException {

    public Forbidden() {
        super("Forbidden", null, false, false);
    }
}
